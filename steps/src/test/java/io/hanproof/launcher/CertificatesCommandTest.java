package io.hanproof.launcher;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.hanproof.cbke.DeviceCertificate;
import io.hanproof.cbke.Suite;
import io.hanproof.octets.Eui64;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CertificatesCommandTest {
    @TempDir
    Path temp;

    private Launched make(String... options) {
        var command = new ArrayList<>(List.of("certificates", "make", "--out", temp.toString()));
        command.addAll(List.of(options));
        return Launched.with(command.toArray(String[]::new));
    }

    private DeviceCertificate certificate(String eui64) {
        return CertificateFile.read(temp.resolve(eui64 + ".txt"));
    }

    @Test
    void makesThoseOfTheEmulatedStickAndItsDevice() throws IOException {
        Launched launched = make();

        var hub = certificate("00A1B2C3D4E50000");
        var device = certificate("00A1B2C3D4E50001");
        assertThat(launched.exitCode()).as(launched.err()).isEqualTo(ExitCode.PASSED);
        assertThat(hub.suite()).isEqualTo(Suite.SUITE_2);
        assertThat(hub.subject()).isEqualTo(Eui64.parse("00A1B2C3D4E50000"));
        assertThat(device.certificate().issuer()).isEqualTo(hub.certificate().issuer());
        String trusted = Files.readString(temp.resolve("authority.txt"));
        assertThat(hub.text()).startsWith(trusted);
        assertThat(device.text()).startsWith(trusted);
    }

    @Test
    void saysWhatItMadeAndNoKey() {
        Launched launched = make("--suite", "1", "--eui64", "00DB1234567890A0,00DB1234567890A4");

        assertThat(certificate("00DB1234567890A4").suite()).isEqualTo(Suite.SUITE_1);
        String privateKey =
                certificate("00DB1234567890A0").text().lines().toList().get(5);
        assertThat(privateKey).hasSize(42);
        assertThat(launched.out())
                .contains("authority.txt", "00DB1234567890A0.txt", "00DB1234567890A4.txt")
                .doesNotContain(privateKey);
    }

    @Test
    void nobodyButTheOwnerMayReadThem() throws IOException {
        make();

        try (var files = Files.list(temp)) {
            assertThat(files)
                    .hasSize(3)
                    .allSatisfy(it -> assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(it)))
                            .isEqualTo("rw-------"));
        }
    }

    @Test
    void neverOverwritesKeys() throws IOException {
        make();
        String before = Files.readString(temp.resolve("00A1B2C3D4E50000.txt"));

        Launched again = make();

        assertThat(again.exitCode()).isEqualTo(ExitCode.USAGE);
        assertThat(again.err()).contains("authority.txt is there already: keys are not overwritten");
        assertThat(Files.readString(temp.resolve("00A1B2C3D4E50000.txt"))).isEqualTo(before);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "--suite | 3 | --suite needs 1 or 2, found 3",
                "--eui64 | 00DB12 | --eui64 needs 16 hexadecimal digits, found 00DB12",
            })
    void whatIsWrongIsSaid(String option, String value, String message) {
        Launched launched = make(option, value);

        assertThat(launched.exitCode()).isEqualTo(ExitCode.USAGE);
        assertThat(launched.err()).isEqualTo("hanproof: %s%n".formatted(message));
    }

    @Test
    void aFileThatHoldsNoneIsAUsageFaultThatRepeatsNothing() throws IOException {
        Path file = temp.resolve("broken.txt");
        Files.writeString(file, "Device Private Key: 0123SECRET");

        assertThatExceptionOfType(UsageFault.class)
                .isThrownBy(() -> CertificateFile.read(file))
                .withMessageStartingWith("--certificates: ")
                .withMessageNotContaining("SECRET");
        assertThatExceptionOfType(UsageFault.class)
                .isThrownBy(() -> CertificateFile.read(temp.resolve("none.txt")))
                .withMessageStartingWith("--certificates needs a file that can be read, found ");
    }
}
