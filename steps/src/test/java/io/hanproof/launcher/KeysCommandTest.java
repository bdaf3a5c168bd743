package io.hanproof.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import io.hanproof.gbcs.Keys;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class KeysCommandTest {
    @TempDir
    Path temp;

    private Path store = Path.of("");

    @BeforeEach
    void name() {
        store = temp.resolve("keys.p12");
    }

    private Launched make(String... more) {
        String[] args = new String[3 + more.length];
        args[0] = "keys";
        args[1] = "make";
        args[2] = store.toString();
        System.arraycopy(more, 0, args, 3, more.length);
        return Launched.with(args);
    }

    @Test
    void makesTheKeysThatEmulatorsHaveAnyway() throws IOException {
        Launched launched = make();

        assertThat(launched.exitCode()).as(launched.err()).isEqualTo(ExitCode.PASSED);
        assertThat(launched.out()).contains("90B3D51F30000002  ACB", "00A1B2C3D4E50000  HUB");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(store)))
                .isEqualTo("rw-------");
        assertThat(KeyFiles.read(List.of(store)).acb().signing())
                .isEqualTo(Keys.test().acb().signing());
    }

    @Test
    void anotherSeedGivesOtherKeys() {
        make(
                "--seed",
                "7",
                "--hub",
                "00DB1234567890A2",
                "--device",
                "00DB1234567890A4",
                "--supplier",
                "90B3D51F30010000");

        Keys keys = KeyFiles.read(List.of(store));

        assertThat(keys.identities()).hasSize(4);
        assertThat(keys.acb().signing()).isEqualTo(new Keys(7).acb().signing());
    }

    @Test
    void showsCertificatesAndWritesThemAndNoPrivateKey() throws IOException {
        make("--device", "00DB1234567890A4");
        Path folder = temp.resolve("pem");

        Launched launched = Launched.with("keys", "show", store.toString(), "--pem", folder.toString());

        assertThat(launched.exitCode()).as(launched.err()).isEqualTo(ExitCode.PASSED);
        assertThat(launched.out().lines()).hasSize(12);
        assertThat(launched.out())
                .contains(
                        "00A1B2C3D4E50000  HUB       digital signature",
                        "issued by OU=07,CN=hanproof test, until 9999");
        Path one = folder.resolve("00DB1234567890A4-agreement.pem");
        assertThat(Files.readString(one))
                .startsWith("-----BEGIN CERTIFICATE-----\n")
                .doesNotContain("PRIVATE");
        assertThat(Launched.with("keys", "show", one.toString(), "--json").out())
                .startsWith("{\"entity\":\"00DB1234567890A4\",\"role\":\"DEVICE\",\"usage\":\"key agreement\",");
    }

    @Test
    void keysThatAreThereStay() throws IOException {
        Files.writeString(store, "mine");

        Launched launched = make();

        assertThat(launched.exitCode()).isEqualTo(ExitCode.USAGE);
        assertThat(launched.err()).contains("is there already: keys are not overwritten");
        assertThat(store).hasContent("mine");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "--hub 12                  | --hub needs 16 hexadecimal digits, found 12",
                "--device 90B3D51F30000002 | --device names 90B3D51F30000002, which is there as ACB already",
                "--seed x                  | --seed",
            })
    void whatCannotBeMadeIsSaid(String options, String message) {
        Launched launched = make(options.split(" "));

        assertThat(launched.exitCode()).isEqualTo(ExitCode.USAGE);
        assertThat(launched.err()).contains(message);
        assertThat(store).doesNotExist();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "--device 90B3D51F30010000 --supplier 90B3D51F30030000 | DEVICE   | 90B3D51F30010000 | SUPPLIER",
                "--supplier 00A1B2C3D4E50001 --device 00DB1234567890A4 | SUPPLIER | 00A1B2C3D4E50001 | DEVICE",
            })
    void keysOfAnotherRoleThanARunNeedsAreAMistakeOfTheFile(String options, String found, String entity, String role) {
        make(options.split(" "));

        Launched launched = Launched.with("run", "--profile", "hcalcs-example", "--keys", store.toString());

        assertThat(launched.exitCode()).as(launched.err()).isEqualTo(ExitCode.USAGE);
        assertThat(launched.err())
                .contains("%s has keys of role %s for %s, which needs keys of role %s"
                        .formatted(store, found, entity, role));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "mine                         | --keys needs a key store of 'hanproof keys make', or certificates in PEM:",
                "-----BEGIN NOTHING-----      | has no certificate",
                "-----BEGIN CERTIFICATE-----A-----END CERTIFICATE----- | certificate needs",
            })
    void whatIsNoKeyStoreIsSaidWithoutItsContent(String content, String message) throws IOException {
        Files.writeString(store, content);

        Launched launched = Launched.with("keys", "show", store.toString());

        assertThat(launched.exitCode()).isEqualTo(ExitCode.USAGE);
        assertThat(launched.err()).contains(message).doesNotContain(content);
    }
}
