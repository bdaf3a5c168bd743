package io.hanproof.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import io.hanproof.octets.Octets;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ImageCommandTest {
    private static final String HEADER = "1EF1EE0B 0001 3C00 0400 FEFF BBAA 20000000 0200"
            + "68616E70726F6F66000000000000000000000000000000000000000000000000"
            + "45000000 0001 0002";
    private static final Octets FILE = Octets.hex(HEADER + "0000 03000000 010203");

    @TempDir
    Path temp;

    private Path payload = Path.of("");
    private Path image = Path.of("");

    @BeforeEach
    void files() throws IOException {
        payload = temp.resolve("payload.bin");
        image = temp.resolve("image.ota");
        Files.write(payload, new byte[] {1, 2, 3});
        Files.write(image, FILE.toArray());
    }

    private Launched image(String... args) {
        String[] all = new String[args.length + 1];
        all[0] = "image";
        System.arraycopy(args, 0, all, 1, args.length);
        return Launched.with(all);
    }

    private Launched make(Path out, String... more) {
        String[] args = Arrays.copyOf(
                new String[] {
                    "make",
                    out.toString(),
                    "--payload",
                    payload.toString(),
                    "--manufacturer",
                    "0xFFFE",
                    "--type",
                    "0xAABB",
                    "--version",
                    "0x20"
                },
                10 + more.length);
        System.arraycopy(more, 0, args, 10, more.length);
        return image(args);
    }

    @Test
    void showsEveryFieldOnOneLineOfJson() {
        Launched launched = image("show", "--json", image.toString());

        assertThat(launched.exitCode()).isEqualTo(ExitCode.PASSED);
        assertThat(launched.out().strip())
                .isEqualTo("{\"file\":\"" + image + "\",\"size\":69,"
                        + "\"sha256\":\"" + FILE.sha256().hex().toLowerCase(Locale.ROOT) + "\","
                        + "\"magicOffset\":0,\"headerVersion\":256,\"headerLength\":60,\"fieldControl\":4,"
                        + "\"manufacturerCode\":65534,\"imageType\":43707,\"fileVersion\":32,\"stackVersion\":2,"
                        + "\"headerString\":\"hanproof\",\"totalImageSize\":69,\"securityCredentialVersion\":null,"
                        + "\"minimumHardwareVersion\":256,\"maximumHardwareVersion\":512,"
                        + "\"elements\":[{\"tag\":0,\"length\":3}],\"findings\":[]}");
    }

    @Test
    void whatIsNoImageIsShownWithNullsAndFindings() {
        Launched launched = image("show", "--json", payload.toString(), image.toString());

        assertThat(launched.exitCode()).isEqualTo(ExitCode.PASSED);
        assertThat(launched.out().lines()).hasSize(2);
        assertThat(launched.out())
                .contains("\"magicOffset\":null,\"headerVersion\":null,")
                .contains("\"findings\":[{\"code\":\"NOT_AN_OTA_FILE\",\"at\":0,\"message\":\"");
    }

    @Test
    void oneFileThatCannotBeReadKeepsNoOtherFromBeingShown() {
        Launched launched = image("show", temp.resolve("none").toString(), image.toString());

        assertThat(launched.exitCode()).isEqualTo(ExitCode.USAGE);
        assertThat(launched.err()).contains("there is no file");
        assertThat(launched.out()).contains("0xFFFE", "0xAABB", "0x00000020", "hanproof", "1.0 to 2.0");
    }

    @Test
    void makesTheOctetsOfAKnownImage() throws IOException {
        Path made = temp.resolve("made.ota");

        Launched launched = make(made, "--hardware", "1.0..2.0", "--header-string", "hanproof");

        assertThat(launched.exitCode()).as(launched.err()).isEqualTo(ExitCode.PASSED);
        assertThat(Octets.copyOf(Files.readAllBytes(made))).isEqualTo(FILE);
    }

    @Test
    void hashesTheFileAndTheManufacturerImage() {
        Launched launched = image("hash", image.toString());

        assertThat(launched.out())
                .containsIgnoringCase(FILE.sha256().hex())
                .containsIgnoringCase(FILE.slice(60, 9).sha256().hex());
    }

    @Test
    void whatIsThereAlreadyStays() throws IOException {
        Launched launched = make(image);

        assertThat(launched.exitCode()).isEqualTo(ExitCode.USAGE);
        assertThat(launched.err()).contains("is there already");
        assertThat(Octets.copyOf(Files.readAllBytes(image))).isEqualTo(FILE);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "--security-credential 0x100 | --security-credential needs a number from 0 to 0xFF, found 0x100",
                "--hardware 1.0 | --hardware needs FROM..TO as 1.0..2.0, found 1.0",
                "--hardware 1..2 | hardware version needs version.revision",
                "--form gp | --form needs zigbee or gb, found gp",
                "--activation now | --activation needs --form gb",
                "--form gb --activation soon | --activation needs now or an instant",
                "--form gb --integrity before | --integrity needs --form zigbee",
                "--integrity after | --integrity needs before or including, found after",
                "--destination 12 | an EUI-64 has 16 hexadecimal digits, found 12",
                "--destination 123456789012345G | --destination needs 16 hexadecimal digits",
            })
    void whatCannotBeMadeIsSaidInOneMessage(String args, String message) {
        Path made = temp.resolve("made.ota");

        Launched launched = make(made, args.split(" "));

        assertThat(launched.exitCode()).isEqualTo(ExitCode.USAGE);
        assertThat(launched.err()).startsWith("hanproof: ").contains(message);
        assertThat(made).doesNotExist();
    }

    @Test
    void splitsAnImageIntoPartsOfTheirOwn() throws IOException {
        Launched launched = image(
                "split",
                image.toString(),
                "--form",
                "gb",
                "--limit",
                "69",
                "--versions",
                "0x15,0x20",
                "--out",
                temp.resolve("parts").toString());

        assertThat(launched.exitCode()).as(launched.err()).isEqualTo(ExitCode.PASSED);
        assertThat(temp.resolve("parts/FFFE-AABB-00000015.ota")).exists();
        assertThat(temp.resolve("parts/FFFE-AABB-00000020.ota")).exists();
    }

    @Test
    void aSplitThatDoesNotAddUpIsRefused() {
        Launched launched = image("split", image.toString(), "--limit", "68", "--versions", "0x20");

        assertThat(launched.exitCode()).isEqualTo(ExitCode.USAGE);
        assertThat(launched.err()).contains("cannot be split so: earlier versions needs 8 for 9 parts, 0 given");
    }

    @Test
    void aTruncatedImageIsNoUpdate() throws IOException {
        Files.write(image, FILE.slice(0, 66).toArray());

        Launched launched = Launched.with(
                "run", "--image", image.toString(), "--out", temp.resolve("out").toString());

        assertThat(launched.exitCode()).isEqualTo(ExitCode.USAGE);
        assertThat(launched.err()).contains("is no flawless image of form ");
        assertThat(temp.resolve("out")).doesNotExist();
    }

    @Test
    void aRealImageRunsTheFullTransferUnderNoLimit() {
        Launched launched = Launched.with("run", "--image", image.toString(), "--list");

        assertThat(launched.exitCode()).as(launched.err()).isEqualTo(ExitCode.PASSED);
        assertThat(launched.out())
                .startsWith("baseline 2019")
                .contains("note: image-limit=none, because of --image")
                .contains("\tppmid-example\truns")
                .contains("1 planned, 1 run");
    }
}
