package io.hanproof.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import io.hanproof.cbke.CertificateAuthority;
import io.hanproof.cbke.Suite;
import io.hanproof.octets.Eui64;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Scenarios with a device that comes without a link key, and asks for one by its certificate. */
@Timeout(value = 10, unit = TimeUnit.MINUTES)
class EnrolledRunTest {
    private static final String PROFILE = "ppmid-example";
    private static final String HUB = "00A1B2C3D4E50000";
    private static final String DEVICE = "00A1B2C3D4E50001";
    private static final String SCENARIOS = "DEV-01,DEV-02,DEV-11";

    @TempDir
    Path temp;

    @BeforeEach
    void makesCertificatesByTwoAuthorities() throws IOException {
        make("ours", "1112131415161718");
        make("another", "2122232425262728");
    }

    private void make(String folder, String name) throws IOException {
        var authority = CertificateAuthority.make(Suite.SUITE_2, Eui64.parse(name), new Random(1));
        Path made = Files.createDirectory(temp.resolve(folder));
        for (String each : new String[] {HUB, DEVICE}) {
            CertificateFile.make(
                    made.resolve(each), authority.issue(Eui64.parse(each)).text());
        }
    }

    private String hubs() {
        return temp.resolve("ours/" + HUB).toString();
    }

    private StickBench bench(String authority) throws InterruptedException {
        String device = temp.resolve(authority).resolve(DEVICE).toString();
        return StickBench.plugged(temp.resolve("stick"), PROFILE, "--certificates", device);
    }

    @Test
    void verdictsAreThoseOfADeviceThatNeedsNoKey() throws InterruptedException {
        Map<String, String> emulated = StickBench.emulated(temp.resolve("emulated"), PROFILE, "--req", SCENARIOS);
        try (var bench = bench("ours");
                var run = bench.run(temp.resolve("out"), "--req", SCENARIOS, "--certificates", hubs())) {
            int exitCode = run.exitCode();

            assertThat(Verdicts.of(temp.resolve("out"))).as(run.text()).isEqualTo(emulated);
            assertThat(exitCode).as(run.text()).isZero();
        }
    }

    @Test
    void aBenchWithoutCertificatesIsInconclusiveAndSaysWhatItLacks() throws InterruptedException {
        try (var bench = bench("ours");
                var run = bench.run(temp.resolve("out"), "--req", "DEV-01")) {
            int exitCode = run.exitCode();

            assertThat(Verdicts.of(temp.resolve("out")).values()).containsOnly("INCONCLUSIVE");
            assertThat(exitCode).isEqualTo(ExitCode.INCONCLUSIVE);
            assertThat(run.text())
                    .contains("the PPMID asks for key establishment suite 2, and this bench has no certificate:"
                            + " give --certificates");
        }
    }

    @Test
    void aDeviceOfAnotherAuthorityIsInconclusiveAndNeverAFail() throws InterruptedException {
        try (var bench = bench("another");
                var run = bench.run(temp.resolve("out"), "--req", "DEV-01", "--certificates", hubs())) {
            int exitCode = run.exitCode();

            assertThat(Verdicts.of(temp.resolve("out")).values()).containsOnly("INCONCLUSIVE");
            assertThat(exitCode).isEqualTo(ExitCode.INCONCLUSIVE);
            assertThat(run.text()).contains("failed: UNKNOWN_ISSUER: its certificate was issued by 2122232425262728");
        }
    }
}
