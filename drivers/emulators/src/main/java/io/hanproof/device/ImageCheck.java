package io.hanproof.device;

import io.hanproof.device.Verdict.Flaw;
import io.hanproof.image.Form;
import io.hanproof.image.ImageFile;
import io.hanproof.image.ImageInspection;
import io.hanproof.image.ImageIntegrityCode;
import io.hanproof.image.OtaHeader;
import io.hanproof.image.OtaImage;
import io.hanproof.image.Recipient;
import io.hanproof.image.SubElement;
import io.hanproof.image.SubElementTag;
import io.hanproof.octets.Octets;
import io.hanproof.zcl.ota.ImageId;
import java.util.Optional;

/**
 * The manufacturer's check of a downloaded image. Firmware that hanproof made is checked to the last octet; any other
 * by what the file format offers: lengths, identity, hardware, and the Image Integrity Code where there is one.
 */
final class ImageCheck {
    private static final int TRAILER = 66; // force-replace octet, length, signature
    private static final int SIGNATURE = 0x40;
    private static final int MOST_FORCE = 1; // a flag
    private static final int SUB_ELEMENT_HEADER = 6;

    private final DisplayModel model;

    ImageCheck(DisplayModel model) {
        this.model = model;
    }

    /** @param offered what the hub said the image was */
    Verdict check(Octets file, ImageId offered) {
        var inspection = ImageFile.inspect(file, Form.ZIGBEE);
        if (inspection.image().isEmpty()
                || inspection.magicOffset().orElseThrow() != 0
                || !isConsistent(inspection.image().get().header(), file)) {
            return new Verdict.Flawed(Flaw.DAMAGED);
        }
        var image = inspection.image().get();
        var content = isOurs(image.header(), file) ? made(file, inspection, image) : foreign(image);
        if (content.isEmpty()) {
            return new Verdict.Flawed(Flaw.DAMAGED);
        }
        return flaw(image.header(), file, offered)
                .<Verdict>map(Verdict.Flawed::new)
                .orElseGet(() -> new Verdict.Sound(content.get()));
    }

    private static boolean isConsistent(OtaHeader header, Octets file) {
        return header.headerVersion() == OtaHeader.VERSION
                && header.totalImageSize() == file.length()
                && header.headerLength() < file.length();
    }

    /** By its title or its content: damage to one of them does not make it a stranger's. */
    private static boolean isOurs(OtaHeader header, Octets file) {
        int body = header.headerLength();
        return header.headerString().text().startsWith(FirmwareImages.TITLE)
                || FirmwarePayload.isAt(file, body)
                || FirmwarePayload.isAt(file, body + SUB_ELEMENT_HEADER);
    }

    private Optional<Content> made(Octets file, ImageInspection inspection, OtaImage image) {
        int body = image.header().headerLength();
        if (FirmwarePayload.isAt(file, body)) {
            long length = FirmwarePayload.lengthAt(file, body);
            long after = file.length() - body - length;
            boolean whole = after == (model.kind().isDisplay() ? 0 : TRAILER);
            return whole ? sealed(file, body, length) : Optional.empty();
        }
        var elements = inspection.elements();
        boolean asMade = inspection.findings().isEmpty()
                && elements.size() == 2
                && elements.getFirst().tag() == SubElementTag.UPGRADE_IMAGE.value()
                && ImageIntegrityCode.verify(image) == ImageIntegrityCode.Verdict.MATCHES_BEFORE_TAG;
        if (!asMade) {
            return Optional.empty();
        }
        SubElement payload = elements.getFirst();
        return FirmwarePayload.isAt(file, payload.at())
                ? sealed(file, payload.at(), payload.length())
                : Optional.empty();
    }

    private static Optional<Content> sealed(Octets file, int at, long length) {
        return FirmwarePayload.isSealed(file, at, length)
                ? Optional.of(FirmwarePayload.contentAt(file, at))
                : Optional.empty();
    }

    private static Optional<Content> foreign(OtaImage image) {
        return ImageIntegrityCode.verify(image) == ImageIntegrityCode.Verdict.MISMATCH
                ? Optional.empty()
                : Optional.of(new Content.Whole());
    }

    private Optional<Flaw> flaw(OtaHeader header, Octets file, ImageId offered) {
        boolean elsewhere = header.upgradeFileDestination()
                .filter(it -> it != model.address().value())
                .isPresent();
        if (!model.isForThisProduct(header.image()) || elsewhere) {
            return Optional.of(Flaw.OTHER_PRODUCT);
        }
        if (!header.image().equals(offered)) {
            return Optional.of(Flaw.OTHER_VERSION);
        }
        boolean runs = header.hardware()
                .map(it -> it.admits(model.identity().hardware()))
                .orElse(true);
        if (!runs) {
            return Optional.of(Flaw.OTHER_HARDWARE);
        }
        return isAuthorised(file, header) ? Optional.empty() : Optional.of(Flaw.NOT_AUTHORISED);
    }

    /** A meter's or a switch's image ends in the force-replace octet and its supplier's signature over what is before. */
    private boolean isAuthorised(Octets file, OtaHeader header) {
        if (model.kind().isDisplay() || model.credentials().isEmpty()) {
            return true;
        }
        int at = file.length() - TRAILER;
        int body = header.headerLength();
        return at > body
                && file.u8(at) <= MOST_FORCE
                && file.u8(at + 1) == SIGNATURE
                && model.credentials().get().isSuppliers(file.slice(at + 2, SIGNATURE), file.slice(body, at - body));
    }

    /** What the device calculates: the SHA-256 of the Manufacturer Image that came, or of all that came in its place. */
    Octets hash(Octets file) {
        var recipient = model.kind().isDisplay() ? Recipient.DISPLAY : Recipient.METER;
        return ImageFile.inspect(file, Form.GB, recipient)
                .image()
                .map(OtaImage::sha256)
                .orElseGet(file::sha256);
    }
}
