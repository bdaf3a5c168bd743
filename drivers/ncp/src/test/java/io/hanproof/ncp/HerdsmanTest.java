package io.hanproof.ncp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;
import static org.junit.jupiter.api.Assumptions.abort;

import io.hanproof.device.FirmwareImages;
import io.hanproof.image.HardwareRange;
import io.hanproof.lab.LinkBudget;
import io.hanproof.octets.Octets;
import io.hanproof.profile.Baseline;
import io.hanproof.profile.DeviceKind;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestReporter;
import org.junit.jupiter.api.Timeout;

/** The stick and the device against a host that nobody here wrote. */
class HerdsmanTest {
    private static final Path SCRIPTS = Path.of("src/test/js");
    private static final Path FOLDER = Path.of("target/herdsman").toAbsolutePath();
    private static final long PATIENCE_SECONDS = 150;
    private static final LinkBudget NO_AIR_TIME =
            new LinkBudget(Duration.ZERO, Duration.ZERO, 0, Duration.ZERO, LinkBudget.DutyLimits.NONE);

    @Test
    @Timeout(240)
    void updatesOurDeviceOctetByOctet(TestReporter reporter) throws IOException, InterruptedException {
        install();
        var display = new Displays.Foreign();
        var clock = new BlockClock(System::nanoTime);
        Octets image = image();
        Files.write(FOLDER.resolve("image.ota"), image.toArray());
        try (var home = new Home(NO_AIR_TIME, Homes.NO_TAP, 1, List.of(display))) {
            var line = TcpLine.onLoopback();
            var stick = home.stick(StickSettings.of(Homes.STICK, 13).withTap(clock));
            stick.plug(line);

            String said = run("node", "herdsman.mjs", "" + line.port(), FOLDER.resolve("image.ota") + "", "" + FOLDER);

            assertThat(said).contains("\"start\":\"reset\"").contains("\"updated\":32,\"from\":16");
            assertThat(display.assembled(image.length()).sha256()).isEqualTo(image.sha256());
            assertThat(display.running()).isEqualTo(0x20);
            assertThat(stick.errors()).isEmpty();
            assertThat(home.failures()).isEmpty();
        }
        String cost = "%d blocks, host milliseconds each: median %.3f, 99 %% %.3f"
                .formatted(clock.blocks(), clock.milliseconds(0.5), clock.milliseconds(0.99));
        reporter.publishEntry("zigbee-herdsman", cost);
        Files.writeString(FOLDER.resolve("blocks.txt"), cost);
    }

    private static Octets image() {
        var profile = Displays.PROFILE;
        return FirmwareImages.make(
                        profile,
                        DeviceKind.PPMID,
                        profile.firmware().get(1),
                        new HardwareRange(Displays.HARDWARE, Displays.HARDWARE),
                        Optional.empty(),
                        Baseline.BASELINE_2020)
                .served();
    }

    /** Once: what stands in the target folder is used again. */
    private static void install() throws IOException, InterruptedException {
        Files.createDirectories(FOLDER);
        for (String each : List.of("package.json", "herdsman.mjs")) {
            Files.copy(SCRIPTS.resolve(each), FOLDER.resolve(each), StandardCopyOption.REPLACE_EXISTING);
        }
        for (String each : List.of("database.db", "coordinator_backup.json")) {
            Files.deleteIfExists(FOLDER.resolve(each));
        }
        require("node", "--version");
        if (!Files.isDirectory(FOLDER.resolve("node_modules/zigbee-herdsman"))) {
            require("npm", "install", "--ignore-scripts", "--no-audit", "--no-fund", "--no-package-lock");
        }
    }

    private static void require(String... command) throws InterruptedException {
        String why = "";
        try {
            var process = start(List.of(command), FOLDER.resolve("install.log"));
            if (process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS) && process.exitValue() == 0) {
                return;
            }
            process.destroyForcibly();
            why = "see " + FOLDER.resolve("install.log");
        } catch (IOException e) {
            why = String.valueOf(e.getMessage());
        }
        String reason = "a foreign host needs %s to work, it does not: %s".formatted(String.join(" ", command), why);
        if (Boolean.getBoolean("hanproof.require-tools") || "1".equals(System.getenv("HANPROOF_REQUIRE_TOOLS"))) {
            fail(reason);
        }
        abort(reason);
    }

    private static String run(String... command) throws IOException, InterruptedException {
        var log = FOLDER.resolve("herdsman.log");
        var process = start(List.of(command), log);
        if (!process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
            process.destroyForcibly();
            fail("zigbee-herdsman needs to finish within %d s, see %s".formatted(PATIENCE_SECONDS, log));
        }
        String said = Files.readString(log);
        assertThat(process.exitValue()).as(said).isZero();
        return said;
    }

    private static Process start(List<String> command, Path log) throws IOException {
        return new ProcessBuilder(command)
                .directory(FOLDER.toFile())
                .redirectErrorStream(true)
                .redirectInput(ProcessBuilder.Redirect.from(new File("/dev/null")))
                .redirectOutput(log.toFile())
                .start();
    }
}
