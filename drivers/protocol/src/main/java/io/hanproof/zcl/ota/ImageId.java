package io.hanproof.zcl.ota;

import io.hanproof.octets.OctetReader;
import io.hanproof.octets.OctetWriter;
import io.hanproof.zcl.Unsigned;

/** What an image is known by on the HAN: its maker, which of the maker's products it is for, and its file version. */
public record ImageId(int manufacturerCode, int imageType, long fileVersion) {
    public static final int ANY_MANUFACTURER = 0xFFFF;
    public static final int ANY_TYPE = 0xFFFF;
    public static final long ANY_VERSION = 0xFFFF_FFFFL;

    /** Whatever image the client holds, as an Upgrade End Response may say. */
    public static final ImageId ANY = new ImageId(ANY_MANUFACTURER, ANY_TYPE, ANY_VERSION);

    public ImageId {
        Unsigned.u16("manufacturer code", manufacturerCode);
        Unsigned.u16("image type", imageType);
        Unsigned.u32("file version", fileVersion);
    }

    public static ImageId read(OctetReader in) {
        return new ImageId(in.u16("manufacturer code"), in.u16("image type"), in.u32("file version"));
    }

    public OctetWriter write(OctetWriter out) {
        return out.u16(manufacturerCode).u16(imageType).u32(fileVersion);
    }

    public ImageId withFileVersion(long other) {
        return new ImageId(manufacturerCode, imageType, other);
    }

    /** True when {@code image} is this one, each wildcard here standing for any value there. */
    public boolean covers(ImageId image) {
        return (manufacturerCode == ANY_MANUFACTURER || manufacturerCode == image.manufacturerCode)
                && (imageType == ANY_TYPE || imageType == image.imageType)
                && (fileVersion == ANY_VERSION || fileVersion == image.fileVersion);
    }

    /** The three in hexadecimal, as an OTA file is named: {@code FFFE-AABB-00000010}. */
    @Override
    public String toString() {
        return "%04X-%04X-%08X".formatted(manufacturerCode, imageType, fileVersion);
    }
}
