package io.hanproof.device;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.hanproof.image.Form;
import io.hanproof.image.ImageFile;
import io.hanproof.image.ImageIntegrityCode;
import io.hanproof.image.OtaImage;
import io.hanproof.octets.Eui64;
import io.hanproof.octets.Octets;
import io.hanproof.profile.DeviceKind;
import io.hanproof.profile.Profile;
import io.hanproof.zcl.ota.HardwareVersion;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class RealImagesTest {

    @Test
    void fromTheFieldPassForTheProductThatTheyAreFor() throws IOException {
        int passed = 0;
        for (var image : images()) {
            var verdict = new ImageCheck(modelFor(image)).check(image.served(), image.id());
            boolean sound = ImageIntegrityCode.verify(image) != ImageIntegrityCode.Verdict.MISMATCH
                    && image.header().headerVersion() == 0x0100;
            assertThat(verdict instanceof Verdict.Sound).as(image.toString()).isEqualTo(sound);
            passed += sound ? 1 : 0;
        }
        assertThat(passed).isGreaterThan(40);
    }

    private static DisplayModel modelFor(OtaImage image) {
        var model = DisplayModel.of(
                TestProfile.of(Form.ZIGBEE, TestProfile.ALL), DeviceKind.PPMID, Eui64.parse("00DB1234567890A4"));
        var hardware = image.header().hardware().map(it -> it.minimum()).orElse(new HardwareVersion(1, 1));
        return new DisplayModel(
                model.kind(),
                model.address(),
                new Profile.Model(image.id().manufacturerCode(), image.id().imageType(), hardware),
                0,
                model.capabilities(),
                model.timing(),
                48,
                Habits.USUAL);
    }

    private static Iterable<OtaImage> images() throws IOException {
        var folder = folder();
        assumeTrue(folder.isPresent(), "no shared/data/ota-images beside the checkout, and no hanproof.data");
        try (var files = Files.list(folder.get())) {
            return files.filter(it -> !it.toString().endsWith(".csv"))
                    .sorted()
                    .map(RealImagesTest::read)
                    .flatMap(Optional::stream)
                    .toList();
        }
    }

    private static Optional<OtaImage> read(Path file) {
        try {
            return ImageFile.inspect(Octets.copyOf(Files.readAllBytes(file)), Form.ZIGBEE)
                    .image();
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private static Optional<Path> folder() {
        var given = System.getProperty("hanproof.data");
        if (given != null) {
            return Optional.of(Path.of(given, "ota-images")).filter(Files::isDirectory);
        }
        for (Path at = Path.of("").toAbsolutePath(); at != null; at = at.getParent()) {
            var folder = at.resolve("shared/data/ota-images");
            if (Files.isDirectory(folder)) {
                return Optional.of(folder);
            }
        }
        return Optional.empty();
    }
}
