package io.hanproof.zcl.ota;

import io.hanproof.octets.OctetReader;
import io.hanproof.octets.OctetWriter;
import io.hanproof.zcl.Unsigned;
import java.util.OptionalInt;
import java.util.OptionalLong;

/**
 * Asks for a piece of the image.
 *
 * @param fileOffset octets from the start of the file
 * @param maximumDataSize octets that the client takes at most
 * @param requestNodeAddress EUI-64 of the client, absent when field control bit 0 is clear
 * @param minimumBlockPeriod the wait between blocks that the client has now, absent when field control bit 1 is clear;
 *     the client's cluster revision says whether in milliseconds or seconds
 */
public record ImageBlockRequest(
        ImageId image,
        long fileOffset,
        int maximumDataSize,
        OptionalLong requestNodeAddress,
        OptionalInt minimumBlockPeriod)
        implements OtaCommand.ToServer {
    public static final int ID = 0x03;
    private static final int ADDRESS_PRESENT = 0b01;
    private static final int FIXED_PART = 14;
    private static final int PERIOD_PRESENT = 0b10;

    public ImageBlockRequest {
        Unsigned.u32("file offset", fileOffset);
        Unsigned.u8("maximum data size", maximumDataSize);
        if (minimumBlockPeriod.isPresent()) {
            Unsigned.u16("minimum block period", minimumBlockPeriod.getAsInt());
        }
    }

    /** A request without its optional fields. */
    public static ImageBlockRequest of(ImageId image, long fileOffset, int maximumDataSize) {
        return new ImageBlockRequest(image, fileOffset, maximumDataSize, OptionalLong.empty(), OptionalInt.empty());
    }

    static ImageBlockRequest read(OctetReader in) {
        int control = in.u8("field control");
        return new ImageBlockRequest(
                ImageId.read(in),
                in.u32("file offset"),
                in.u8("maximum data size"),
                (control & ADDRESS_PRESENT) == 0
                        ? OptionalLong.empty()
                        : OptionalLong.of(in.u64("request node address")),
                (control & PERIOD_PRESENT) == 0 ? OptionalInt.empty() : OptionalInt.of(in.u16("minimum block period")));
    }

    /** Octets that the payload takes. */
    int length() {
        return FIXED_PART
                + (requestNodeAddress.isPresent() ? Long.BYTES : 0)
                + (minimumBlockPeriod.isPresent() ? Short.BYTES : 0);
    }

    @Override
    public OctetWriter write(OctetWriter out) {
        int control = (requestNodeAddress.isPresent() ? ADDRESS_PRESENT : 0)
                | (minimumBlockPeriod.isPresent() ? PERIOD_PRESENT : 0);
        image.write(out.u8(control)).u32(fileOffset).u8(maximumDataSize);
        if (requestNodeAddress.isPresent()) {
            out.u64(requestNodeAddress.getAsLong());
        }
        if (minimumBlockPeriod.isPresent()) {
            out.u16(minimumBlockPeriod.getAsInt());
        }
        return out;
    }
}
