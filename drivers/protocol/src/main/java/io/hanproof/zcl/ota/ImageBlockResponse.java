package io.hanproof.zcl.ota;

import io.hanproof.octets.OctetReader;
import io.hanproof.octets.OctetWriter;
import io.hanproof.octets.Octets;
import io.hanproof.zcl.Unsigned;
import io.hanproof.zcl.ZclStatus;
import java.util.OptionalInt;

/** Answers Image Block Request, or one block's worth of Image Page Request. */
public sealed interface ImageBlockResponse extends OtaCommand.ToClient {
    int ID = 0x05;

    /**
     * A piece of the image: status SUCCESS.
     *
     * @param fileOffset octets from the start of the file
     */
    record Success(ImageId image, long fileOffset, Octets data) implements ImageBlockResponse {
        private static final int FIXED_PART = 14;

        public Success {
            Unsigned.u32("file offset", fileOffset);
            Unsigned.u8("data size", data.length());
        }

        /** Octets that the payload takes. */
        int length() {
            return FIXED_PART + data.length();
        }

        @Override
        public OctetWriter write(OctetWriter out) {
            return image.write(out.u8(ZclStatus.SUCCESS.code()))
                    .u32(fileOffset)
                    .u8(data.length())
                    .octets(data);
        }
    }

    /**
     * Ask again later: status WAIT_FOR_DATA.
     *
     * @param currentTime the server's UTCTime in seconds, or {@link UpgradeEndResponse#NOW} when the other is relative
     * @param requestTime when to ask again, in seconds as {@code currentTime}
     * @param minimumBlockPeriod the wait between blocks that the client is to take up, absent from older servers; the
     *     client's cluster revision says whether in milliseconds or seconds
     */
    record WaitForData(long currentTime, long requestTime, OptionalInt minimumBlockPeriod)
            implements ImageBlockResponse {
        public WaitForData {
            Unsigned.u32("current time", currentTime);
            Unsigned.u32("request time", requestTime);
            minimumBlockPeriod.ifPresent(it -> Unsigned.u16("minimum block period", it));
        }

        @Override
        public OctetWriter write(OctetWriter out) {
            out.u8(ZclStatus.WAIT_FOR_DATA.code()).u32(currentTime).u32(requestTime);
            minimumBlockPeriod.ifPresent(out::u16);
            return out;
        }
    }

    /** No data, now or later. The status stands alone, as ABORT. */
    record Refused(ZclStatus status) implements ImageBlockResponse {
        public Refused {
            status.requireRefusal();
            if (status.equals(ZclStatus.WAIT_FOR_DATA)) {
                throw new IllegalArgumentException("WAIT_FOR_DATA needs its times");
            }
        }

        @Override
        public OctetWriter write(OctetWriter out) {
            return out.u8(status.code());
        }
    }

    static ImageBlockResponse read(OctetReader in) {
        var status = ZclStatus.of(in.u8("status"));
        if (status.equals(ZclStatus.SUCCESS)) {
            return new Success(ImageId.read(in), in.u32("file offset"), in.take("image data", in.u8("data size")));
        }
        if (status.equals(ZclStatus.WAIT_FOR_DATA)) {
            return new WaitForData(
                    in.u32("current time"),
                    in.u32("request time"),
                    in.left() == 0 ? OptionalInt.empty() : OptionalInt.of(in.u16("minimum block period")));
        }
        return new Refused(status);
    }
}
