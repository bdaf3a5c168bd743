package io.hanproof.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Runs as on real hardware: on the wall clock, with a device that remembers, and with a stick in either role. */
@Timeout(value = 10, unit = TimeUnit.MINUTES)
class BenchRunTest {
    private static final String AT_ONCE = "DEV-08/the-device-activates-at-the-time-it-is-told-or-at-once/at-once";
    private static final String AFTERWARDS =
            "DEV-11/the-device-reports-what-it-runs-when-it-is-read/after-the-activation";
    private static final String THIRTY_DAYS =
            "DEV-08/the-device-activates-at-the-time-it-is-told-or-at-once/30-days-ahead";
    private static final String PROFILE = """
            profile: bench-ppmid
            device: PPMID
            identity: { manufacturer: "0xFFFE", model: "0xAABB", hardware: "1.1" }
            firmware:
              - { version: "0x10", is: installed, image: v1.ota }
              - { version: "0x20", image: v2.ota }
            capabilities: { hardware-version: true, current-file-version: true, resume: true }
            timing: { reboot: PT3S, read-back-tolerance: PT2S, check: PT10S, query: PT10S, stall: PT10S }
            restore: downgrade
            """;

    @TempDir
    Path temp;

    private Path profile() throws IOException {
        RealImages.make(temp.resolve("v1.ota"), "0x10", 1_500);
        RealImages.make(temp.resolve("v2.ota"), "0x20", 2_000);
        return Files.writeString(temp.resolve("bench-ppmid.yaml"), PROFILE);
    }

    @Test
    void aDeviceThatRemembersIsLedBackByTheAir() throws IOException, InterruptedException {
        String profile = profile().toString();
        try (var bench = StickBench.plugged(temp.resolve("stick"), profile);
                var run = Forked.hanproof(
                        "run",
                        "--against",
                        "dongle:" + bench.link(),
                        "--profile",
                        profile,
                        "--scenario",
                        AT_ONCE,
                        "--scenario",
                        AFTERWARDS,
                        "--scenario",
                        THIRTY_DAYS,
                        "--longest",
                        "PT1H",
                        "--out",
                        temp.resolve("out").toString())) {
            int exitCode = run.exitCode();

            assertThat(Verdicts.of(temp.resolve("out")))
                    .as(run.text())
                    .isEqualTo(Map.of(AT_ONCE, "PASS", AFTERWARDS, "PASS", THIRTY_DAYS, "INCONCLUSIVE"));
            assertThat(run.text()).contains("first back to firmware 0x10").contains("none may take longer than 1 h");
            assertThat(exitCode).isEqualTo(ExitCode.INCONCLUSIVE);
        }
    }

    @Test
    void aHubFormsTheNetworkOnOneStickAndIsTestedThroughAnother() throws IOException, InterruptedException {
        String wan = "http://127.0.0.1:" + freePort();
        Path one = temp.resolve("one");
        Path other = temp.resolve("other");
        try (var sticks = Forked.hanproof(
                "emulate", "ncp", "--pty", one.toString(), "--pty", other.toString(), "--profile", "hub-example")) {
            sticks.awaitLine(other.toString());
            try (var hub = Forked.hanproof(
                    "emulate", "hub", "--dongle", one.toString(), "--wan", wan, "--profile", "hub-example")) {
                hub.awaitLine("HUB 00A1B2C3D4E50000 on ");
                try (var run = Forked.hanproof(
                        "run",
                        "--against",
                        "dongle:" + other,
                        "--wan",
                        wan,
                        "--profile",
                        "hub-example",
                        "--req",
                        "OTA-06",
                        "--out",
                        temp.resolve("out").toString())) {
                    int exitCode = run.exitCode();

                    assertThat(Verdicts.of(temp.resolve("out")).values())
                            .as(run.text() + hub.text())
                            .isNotEmpty()
                            .containsOnly("PASS");
                    assertThat(exitCode).isZero();
                }
            }
        }
    }

    private static int freePort() throws IOException {
        try (var socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "dongle:/dev/ttyNOPE | 2 | the bench is not ready: port /dev/ttyNOPE does not exist",
                "dongle:tcp://127.0.0.1:1 | 2 | tcp://127.0.0.1:1 takes no connection",
                "dongle:/dev/ttyUSB0,speed=9 | 3 | option needs family, baud or flow, found speed=9",
                "dongle:/dev/ttyUSB0,baud=fast | 3 | baud needs a number",
                "socket:127.0.0.1 | 3 | --against socket needs HOST:PORT",
                "socket:127.0.0.1:99999 | 3 | needs a port from 0 to 65535, found 99999",
                "dangle:x | 3 | --against needs emulator or dongle:PORT",
            })
    void aBenchThatIsNotThereIsToldInOneMessage(String target, int exitCode, String message) {
        Launched launched = Launched.shipped(
                "run",
                "--against",
                target,
                "--time",
                target.startsWith("dongle") ? "stepped" : "virtual",
                "--profile",
                "ppmid-example",
                "--req",
                "DEV-01",
                "--out",
                temp.resolve("out").toString());

        assertThat(launched.exitCode()).as(launched.err()).isEqualTo(exitCode);
        assertThat(launched.err()).contains(message).doesNotContain("\tat ");
    }
}
