package io.hanproof.zcl.ota;

import io.hanproof.octets.OctetReader;
import io.hanproof.octets.OctetWriter;
import io.hanproof.zcl.Unsigned;
import io.hanproof.zcl.ZclStatus;

/** Answers Query Specific File Request: a file is offered, or none is and why. */
public sealed interface QuerySpecificFileResponse extends OtaCommand.ToClient {
    int ID = 0x09;

    /** Offers a file: status SUCCESS. */
    record Success(ImageId image, long imageSize) implements QuerySpecificFileResponse {
        public Success {
            Unsigned.u32("image size", imageSize);
        }

        @Override
        public OctetWriter write(OctetWriter out) {
            return image.write(out.u8(ZclStatus.SUCCESS.code())).u32(imageSize);
        }
    }

    /** Offers none. The status stands alone, as NO_IMAGE_AVAILABLE or NOT_AUTHORIZED. */
    record Refused(ZclStatus status) implements QuerySpecificFileResponse {
        public Refused {
            status.requireRefusal();
        }

        @Override
        public OctetWriter write(OctetWriter out) {
            return out.u8(status.code());
        }
    }

    static QuerySpecificFileResponse read(OctetReader in) {
        var status = ZclStatus.of(in.u8("status"));
        return status.equals(ZclStatus.SUCCESS)
                ? new Success(ImageId.read(in), in.u32("image size"))
                : new Refused(status);
    }
}
