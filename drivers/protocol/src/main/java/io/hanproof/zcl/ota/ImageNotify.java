package io.hanproof.zcl.ota;

import io.hanproof.octets.OctetReader;
import io.hanproof.octets.OctetWriter;
import io.hanproof.zcl.Unsigned;
import java.util.OptionalInt;
import java.util.OptionalLong;

/**
 * Tells clients that the server may hold an image for them. Each filter needs the one before it: that is the payload
 * type.
 *
 * @param queryJitter percentage of the clients that are to query after a broadcast, 1 to 100 when legal
 */
public record ImageNotify(
        int queryJitter, OptionalInt manufacturerCode, OptionalInt imageType, OptionalLong newFileVersion)
        implements OtaCommand.ToClient {
    public static final int ID = 0x00;
    private static final int WITH_MANUFACTURER = 1;
    private static final int WITH_TYPE = 2;
    private static final int WITH_VERSION = 3;

    public ImageNotify {
        Unsigned.u8("query jitter", queryJitter);
        manufacturerCode.ifPresent(it -> Unsigned.u16("manufacturer code", it));
        imageType.ifPresent(it -> Unsigned.u16("image type", it));
        newFileVersion.ifPresent(it -> Unsigned.u32("new file version", it));
        boolean typeAlone = imageType.isPresent() && manufacturerCode.isEmpty();
        boolean versionAlone = newFileVersion.isPresent() && imageType.isEmpty();
        if (typeAlone || versionAlone) {
            throw new IllegalArgumentException("Image Notify has no payload type for these filters");
        }
    }

    /** For every client: payload type 0. */
    public static ImageNotify toAll(int queryJitter) {
        return new ImageNotify(queryJitter, OptionalInt.empty(), OptionalInt.empty(), OptionalLong.empty());
    }

    /** For the clients of one image type, naming its new version: payload type 3. */
    public static ImageNotify of(int queryJitter, ImageId image) {
        return new ImageNotify(
                queryJitter,
                OptionalInt.of(image.manufacturerCode()),
                OptionalInt.of(image.imageType()),
                OptionalLong.of(image.fileVersion()));
    }

    static ImageNotify read(OctetReader in) {
        int type = in.u8("payload type");
        if (type > WITH_VERSION) {
            throw in.malformed("payload type", "0 to 3", in.at() - 1, "found " + type);
        }
        return new ImageNotify(
                in.u8("query jitter"),
                type < WITH_MANUFACTURER ? OptionalInt.empty() : OptionalInt.of(in.u16("manufacturer code")),
                type < WITH_TYPE ? OptionalInt.empty() : OptionalInt.of(in.u16("image type")),
                type < WITH_VERSION ? OptionalLong.empty() : OptionalLong.of(in.u32("new file version")));
    }

    /** 0 to 3: how many filters there are. */
    public int payloadType() {
        if (newFileVersion.isPresent()) {
            return WITH_VERSION;
        }
        if (imageType.isPresent()) {
            return WITH_TYPE;
        }
        return manufacturerCode.isPresent() ? WITH_MANUFACTURER : 0;
    }

    @Override
    public OctetWriter write(OctetWriter out) {
        out.u8(payloadType()).u8(queryJitter);
        manufacturerCode.ifPresent(out::u16);
        imageType.ifPresent(out::u16);
        newFileVersion.ifPresent(out::u32);
        return out;
    }
}
