package io.hanproof.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;

/** OTA files for the product of the example profiles, as its maker would bring them. */
final class RealImages {
    private RealImages() {}

    /** Makes one that ends in an Image Integrity Code, with so many octets that mean nothing. */
    static void make(Path file, String version, int octets) throws IOException {
        var payload = new byte[octets];
        new Random(octets).nextBytes(payload);
        Path carried = Files.write(file.resolveSibling(file.getFileName() + ".bin"), payload);
        Launched made = Launched.with(
                "image",
                "make",
                "--manufacturer",
                "0xFFFE",
                "--type",
                "0xAABB",
                "--version",
                version,
                "--integrity",
                "before",
                "--payload",
                carried.toString(),
                file.toString());
        assertThat(made.exitCode()).as(made.err()).isZero();
    }
}
