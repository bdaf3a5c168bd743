package io.hanproof.zcl.ota;

import io.hanproof.octets.OctetReader;
import io.hanproof.octets.OctetWriter;
import io.hanproof.zcl.Unsigned;
import java.util.OptionalLong;

/**
 * Asks for a page of the image, to come as a run of Image Block Responses.
 *
 * @param fileOffset octets from the start of the file
 * @param maximumDataSize octets that the client takes at most in one block
 * @param pageSize octets of the whole page
 * @param responseSpacing milliseconds from one block to the next
 * @param requestNodeAddress EUI-64 of the client, absent when field control bit 0 is clear
 */
public record ImagePageRequest(
        ImageId image,
        long fileOffset,
        int maximumDataSize,
        int pageSize,
        int responseSpacing,
        OptionalLong requestNodeAddress)
        implements OtaCommand.ToServer {
    public static final int ID = 0x04;
    private static final int ADDRESS_PRESENT = 0b1;

    public ImagePageRequest {
        Unsigned.u32("file offset", fileOffset);
        Unsigned.u8("maximum data size", maximumDataSize);
        Unsigned.u16("page size", pageSize);
        Unsigned.u16("response spacing", responseSpacing);
    }

    static ImagePageRequest read(OctetReader in) {
        int control = in.u8("field control");
        return new ImagePageRequest(
                ImageId.read(in),
                in.u32("file offset"),
                in.u8("maximum data size"),
                in.u16("page size"),
                in.u16("response spacing"),
                (control & ADDRESS_PRESENT) == 0
                        ? OptionalLong.empty()
                        : OptionalLong.of(in.u64("request node address")));
    }

    @Override
    public OctetWriter write(OctetWriter out) {
        image.write(out.u8(requestNodeAddress.isPresent() ? ADDRESS_PRESENT : 0))
                .u32(fileOffset)
                .u8(maximumDataSize)
                .u16(pageSize)
                .u16(responseSpacing);
        requestNodeAddress.ifPresent(out::u64);
        return out;
    }
}
