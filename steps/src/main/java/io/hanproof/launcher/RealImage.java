package io.hanproof.launcher;

import io.hanproof.image.HardwareRange;
import io.hanproof.image.ImageFile;
import io.hanproof.image.OtaHeader;
import io.hanproof.image.OtaImage;
import io.hanproof.octets.Decoded;
import io.hanproof.octets.Octets;
import io.hanproof.profile.Profile;
import io.hanproof.profile.Profile.Firmware;
import io.hanproof.profile.Profile.Model;
import io.hanproof.profile.Profile.Role;
import io.hanproof.zcl.ota.HardwareVersion;
import io.hanproof.zcl.ota.ImageId;
import java.nio.file.Path;
import java.util.Optional;

/** A real OTA file that takes the place of a profile's update. */
final class RealImage {
    private final Path file;
    private final Octets octets;

    RealImage(Path file) {
        this.file = file;
        this.octets = ImageText.read(file);
    }

    Path file() {
        return file;
    }

    String sha256() {
        return ImageText.sha256(octets);
    }

    /**
     * The profile as of the product that the image is for: its header takes the place of what the profile says.
     *
     * @throws UsageFault when the file is not a flawless image of the profile's form
     */
    Profile identityFor(Profile profile) {
        OtaImage image = switch (ImageFile.readStrict(octets, profile.form())) {
            case Decoded.Value<OtaImage>(var read) -> read;
            case Decoded.Malformed<OtaImage> fault ->
                throw new UsageFault("--image %s is no flawless image of form %s: %s"
                        .formatted(file, ImageText.name(profile.form()), fault.message()));
        };
        Profile identified =
                profile.withModel(profile.device(), model(image.header(), profile.model(profile.device())));
        return identified.withFirmware(
                identified.firmware().stream().map(it -> firmware(it, image)).toList());
    }

    private static Model model(OtaHeader header, Model declared) {
        ImageId id = header.image();
        HardwareVersion hardware = header.hardware()
                .filter(it -> !it.admits(declared.hardware()))
                .map(HardwareRange::minimum)
                .orElse(declared.hardware());
        return new Model(id.manufacturerCode(), id.imageType(), hardware);
    }

    /** The update is this file; what runs before it must be something else. */
    private Firmware firmware(Firmware declared, OtaImage image) {
        long version = image.id().fileVersion();
        if (declared.role() == Role.UPDATE) {
            int size = image.manufacturerImageLength();
            return new Firmware(declared.name(), version, Role.UPDATE, Optional.of(file), size);
        }
        if (declared.role() == Role.INSTALLED && declared.fileVersion() >= version) {
            long before = version == 0 ? 1 : version - 1;
            return new Firmware(declared.name(), before, Role.INSTALLED, declared.image(), declared.size());
        }
        return declared;
    }
}
