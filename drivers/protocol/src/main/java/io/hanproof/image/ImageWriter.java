package io.hanproof.image;

import io.hanproof.octets.OctetWriter;
import io.hanproof.octets.Octets;
import java.util.List;

/** Makes images. Header length, field control and total image size become what they have to be. */
public final class ImageWriter {
    private static final Octets CODE_TO_COME = Octets.copyOf(new byte[ImageIntegrityCode.LENGTH]);

    private ImageWriter() {}

    /** An image in the ZigBee form of the sub-elements given, which need not be flawless. */
    public static OtaImage zigbee(OtaHeader header, List<TaggedOctets> elements) {
        int length = elements.stream().mapToInt(TaggedOctets::writtenLength).sum();
        OtaHeader sized = header.before(length);
        OctetWriter out = start(sized);
        elements.forEach(it -> it.write(out));
        return image(out.toOctets(), Form.ZIGBEE, Recipient.DISPLAY);
    }

    /** An image in the ZigBee form of nothing but an Upgrade Image. */
    public static OtaImage zigbee(OtaHeader header, Octets upgradeImage) {
        return zigbee(header, List.of(new TaggedOctets(SubElementTag.UPGRADE_IMAGE, upgradeImage)));
    }

    /** An image in the ZigBee form that ends in its Image Integrity Code. */
    public static OtaImage zigbeeWithIntegrityCode(
            OtaHeader header, List<TaggedOctets> elements, ImageIntegrityCode.Convention convention) {
        int length = elements.stream().mapToInt(TaggedOctets::writtenLength).sum();
        var code = new TaggedOctets(SubElementTag.IMAGE_INTEGRITY_CODE, CODE_TO_COME);
        OtaHeader sized = header.before(length + code.writtenLength());
        OctetWriter out = start(sized);
        elements.forEach(it -> it.write(out));
        int tagAt = out.length();
        Octets unhashed = code.write(out).toOctets();
        int hashed = switch (convention) {
            case BEFORE_TAG -> tagAt;
            case INCLUDING_TAG -> tagAt + SubElement.HEADER_LENGTH;
        };
        Octets hash = new AesMmo().update(unhashed, 0, hashed).finish();
        Octets whole = unhashed.slice(0, unhashed.length() - hash.length()).plus(hash);
        return image(whole, Form.ZIGBEE, Recipient.DISPLAY);
    }

    /** A display's image in the GB form; {@link OtaImage#withActivation} adds the activation date-time. */
    public static OtaImage gb(OtaHeader header, Octets manufacturerImage) {
        OtaHeader sized = header.before(manufacturerImage.length());
        return image(start(sized).octets(manufacturerImage).toOctets(), Form.GB, Recipient.DISPLAY);
    }

    /** A meter's or an HCALCS's image in the GB form; its total image size counts the trailer. */
    public static OtaImage gb(OtaHeader header, Octets manufacturerImage, SignatureTrailer signature) {
        OtaHeader sized = header.before(manufacturerImage.length() + SignatureTrailer.LENGTH);
        OctetWriter out = start(sized).octets(manufacturerImage);
        return image(signature.write(out).toOctets(), Form.GB, Recipient.METER);
    }

    private static OctetWriter start(OtaHeader sized) {
        return sized.write(new OctetWriter((int) sized.totalImageSize()));
    }

    private static OtaImage image(Octets file, Form form, Recipient recipient) {
        return ImageFile.inspect(file, form, recipient).image().orElseThrow();
    }
}
