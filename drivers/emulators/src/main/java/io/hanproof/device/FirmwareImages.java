package io.hanproof.device;

import io.hanproof.gbcs.Identity;
import io.hanproof.gbcs.Keys;
import io.hanproof.image.ActivationDateTime;
import io.hanproof.image.Form;
import io.hanproof.image.HardwareRange;
import io.hanproof.image.HeaderString;
import io.hanproof.image.ImageFile;
import io.hanproof.image.ImageIntegrityCode;
import io.hanproof.image.ImageWriter;
import io.hanproof.image.OtaHeader;
import io.hanproof.image.OtaImage;
import io.hanproof.image.Recipient;
import io.hanproof.image.SignatureTrailer;
import io.hanproof.image.SubElementTag;
import io.hanproof.image.TaggedOctets;
import io.hanproof.lab.BenchFault;
import io.hanproof.octets.Octets;
import io.hanproof.profile.Baseline;
import io.hanproof.profile.DeviceKind;
import io.hanproof.profile.Profile;
import io.hanproof.zcl.ota.ImageId;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** The OTA Upgrade Images that scenarios name: made here, or read from the files that a profile gives. */
public final class FirmwareImages {
    static final String TITLE = "hanproof ";
    private static final Octets SIGNATURE_TO_COME = Octets.copyOf(new byte[64]);
    private static final Octets HASH_TO_COME = Octets.copyOf(new byte[FirmwarePayload.HASH]);

    private FirmwareImages() {}

    /**
     * The image of one firmware of one device kind.
     *
     * @param hardware what a made image says it runs on; a file says so itself
     * @param activation when a display is to activate it, empty for now; only the 2019 baseline puts it in the image
     * @throws BenchFault when the profile's file cannot be read, or is no OTA image
     */
    public static OtaImage make(
            Profile profile,
            DeviceKind kind,
            Profile.Firmware firmware,
            HardwareRange hardware,
            Optional<Instant> activation,
            Baseline baseline) {
        return make(Keys.test(), profile, kind, firmware, hardware, activation, baseline);
    }

    /** The same, authorised with these keys where it is made for a meter or a switch. */
    public static OtaImage make(
            Keys keys,
            Profile profile,
            DeviceKind kind,
            Profile.Firmware firmware,
            HardwareRange hardware,
            Optional<Instant> activation,
            Baseline baseline) {
        var recipient = kind.isDisplay() ? Recipient.DISPLAY : Recipient.METER;
        var image = firmware.image().isPresent()
                ? read(firmware.image().get(), profile.form(), recipient)
                : made(profile, kind, firmware, hardware, new Making(false, supplierOf(kind, keys), true));
        return baseline == Baseline.BASELINE_2019 && kind.isDisplay()
                ? image.withActivation(activation.map(ActivationDateTime::at).orElse(ActivationDateTime.NOW))
                : image;
    }

    /** An image made for a meter or a switch, with the force-replace flag set where its form has one. */
    public static OtaImage makeForceReplace(
            Keys keys, Profile profile, DeviceKind kind, Profile.Firmware firmware, HardwareRange hardware) {
        return made(profile, kind, firmware, hardware, new Making(true, supplierOf(kind, keys), true));
    }

    /** An image made for a meter or a switch that somebody else than its supplier has authorised. */
    public static OtaImage makeAuthorisedBy(
            Identity supplier, Profile profile, DeviceKind kind, Profile.Firmware firmware, HardwareRange hardware) {
        return made(profile, kind, firmware, hardware, new Making(false, supplier, true));
    }

    /** An image that passes every check of the device that it is made for, and does not start there. */
    public static OtaImage makeUnstartable(
            Keys keys, Profile profile, DeviceKind kind, Profile.Firmware firmware, HardwareRange hardware) {
        return made(profile, kind, firmware, hardware, new Making(false, supplierOf(kind, keys), false));
    }

    private static OtaImage read(Path file, Form form, Recipient recipient) {
        try {
            var inspection = ImageFile.inspect(Octets.copyOf(Files.readAllBytes(file)), form, recipient);
            return inspection
                    .image()
                    .orElseThrow(() -> new BenchFault("%s: %s"
                            .formatted(file, inspection.findings().getFirst().message())));
        } catch (IOException e) {
            throw new BenchFault("%s cannot be read".formatted(file), e);
        }
    }

    /** The supplier who is responsible for such a device. */
    private static Identity supplierOf(DeviceKind kind, Keys keys) {
        return keys.supplier(kind == DeviceKind.GSME ? Keys.GAS_SUPPLIER : Keys.IMPORT_SUPPLIER);
    }

    /**
     * What a made image differs in from another of the same firmware.
     *
     * @param supplier who authorises it, where it is for a meter or a switch
     * @param startable whether it runs when it is activated
     */
    private record Making(boolean forceReplace, Identity supplier, boolean startable) {}

    private static OtaImage made(
            Profile profile, DeviceKind kind, Profile.Firmware firmware, HardwareRange hardware, Making making) {
        var model = profile.model(kind);
        var id = new ImageId(model.manufacturerCode(), model.imageType(), firmware.fileVersion());
        var title = HeaderString.of(TITLE + kind + " " + "%08X".formatted(firmware.fileVersion()));
        var header = OtaHeader.of(id, title).withHardware(hardware);
        var content = making.startable() ? content(profile, firmware) : new Content.Unstartable();
        var payload = new FirmwarePayload(content, firmware.size(), seed(id));
        return switch (profile.form()) {
            case ZIGBEE -> zigbee(header, payload);
            case GB ->
                kind.isDisplay()
                        ? gb(header, payload)
                        : signed(header, payload, making.forceReplace() ? 1 : 0, making.supplier());
        };
    }

    private static Content content(Profile profile, Profile.Firmware firmware) {
        return switch (firmware.role()) {
            case INSTALLED -> new Content.Whole();
            case UPDATE -> new Content.Whole();
            case FIRST_PART -> new Content.FirstPart();
            case LAST_PART ->
                new Content.LastPart(profile.split().stream()
                        .filter(it -> it.role() == Profile.Role.FIRST_PART)
                        .findFirst()
                        .orElseThrow(() -> new BenchFault(
                                "profile %s has a last part and no first part".formatted(profile.name())))
                        .fileVersion());
        };
    }

    /** The same firmware has the same content wherever it is made, and no other has. */
    private static long seed(ImageId id) {
        return ((long) id.manufacturerCode() << 48) ^ ((long) id.imageType() << 32) ^ id.fileVersion();
    }

    private static OtaImage zigbee(OtaHeader header, FirmwarePayload payload) {
        var unsealed = payload.unsealed();
        var draft = zigbee(header, unsealed.plus(HASH_TO_COME));
        int dataAt = draft.elements().getFirst().at();
        return zigbee(header, sealed(draft, dataAt, unsealed));
    }

    private static OtaImage zigbee(OtaHeader header, Octets payload) {
        return ImageWriter.zigbeeWithIntegrityCode(
                header,
                List.of(new TaggedOctets(SubElementTag.UPGRADE_IMAGE, payload)),
                ImageIntegrityCode.Convention.BEFORE_TAG);
    }

    private static OtaImage gb(OtaHeader header, FirmwarePayload payload) {
        var unsealed = payload.unsealed();
        var draft = ImageWriter.gb(header, unsealed.plus(HASH_TO_COME));
        return ImageWriter.gb(header, sealed(draft, draft.header().headerLength(), unsealed));
    }

    /** Authorised by the supplier whose certificate such a device holds. */
    private static OtaImage signed(OtaHeader header, FirmwarePayload payload, int forceReplace, Identity supplier) {
        var unsealed = payload.unsealed();
        var unsigned = new SignatureTrailer(forceReplace, SIGNATURE_TO_COME);
        var draft = ImageWriter.gb(header, unsealed.plus(HASH_TO_COME), unsigned);
        var image = sealed(draft, draft.header().headerLength(), unsealed);
        return ImageWriter.gb(header, image, new SignatureTrailer(forceReplace, supplier.sign(image)));
    }

    private static Octets sealed(OtaImage draft, int payloadAt, Octets unsealed) {
        return unsealed.plus(
                draft.served().slice(0, payloadAt + unsealed.length()).sha256());
    }
}
