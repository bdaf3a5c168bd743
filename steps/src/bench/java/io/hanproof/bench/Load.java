package io.hanproof.bench;

import io.hanproof.device.FirmwareImages;
import io.hanproof.image.HardwareRange;
import io.hanproof.octets.Octets;
import io.hanproof.profile.Baseline;
import io.hanproof.profile.Profile;
import io.hanproof.profile.ProfileCatalogue;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/**
 * What every host is to transfer, and to whom: one image, in blocks of 48 octets, to a device that asks for each.
 *
 * @param profile of the device, in {@code profileFile}
 * @param image the OTA file, in {@code imageFile}
 */
record Load(Profile profile, Path profileFile, Octets image, Path imageFile) {
    static final int BLOCK = 48;

    private static final String MADE = "size: %d";
    private static final String FROM_FILE = "image: %s";
    private static final String PROFILE = """
            profile: ppmid-block-by-block
            device: PPMID
            identity: { manufacturer: "0xFFFE", model: "0xAABB", hardware: "1.1" }
            firmware:
              - { version: "0x10", is: installed }
              - { version: "0x20", %s }
            capabilities:
              page-request: false
              own-clock: false
              hardware-version: true
              resume: true
              current-file-version: true
            timing: { reboot: PT1S, check: PT1M }
            """;

    static Load of(int blocks, Path folder) throws IOException {
        Path profile = folder.resolve("ppmid-block-by-block.yaml");
        Octets image = made(read(profile, MADE.formatted(blocks * BLOCK)));
        Path file = Files.write(folder.resolve("block-by-block.ota"), image.toArray());
        return new Load(read(profile, FROM_FILE.formatted(file.getFileName())), profile, image, file);
    }

    private static Profile read(Path file, String update) throws IOException {
        Files.writeString(file, PROFILE.formatted(update));
        return ProfileCatalogue.shipped().read(file.toString());
    }

    private static Octets made(Profile profile) {
        var hardware = profile.model(profile.device()).hardware();
        return FirmwareImages.make(
                        profile,
                        profile.device(),
                        profile.firmware("0x20"),
                        new HardwareRange(hardware, hardware),
                        Optional.empty(),
                        Baseline.BASELINE_2020)
                .file();
    }
}
