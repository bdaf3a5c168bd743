package io.hanproof.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * A hub or a device in one process and hanproof in another, with the doors between them. {@code -Dhanproof.all} runs all
 * scenarios.
 */
@Timeout(value = 15, unit = TimeUnit.MINUTES)
class SocketRunTest {
    private static final String REPRESENTATIVE = "OTA-06,OTA-07,RDB-01,ALT-01,BUF-03";
    private static final boolean ALL = Boolean.getBoolean("hanproof.all");

    @TempDir
    Path temp;

    private final String han = Integer.toString(freePort());
    private final String wan = "http://127.0.0.1:" + freePort();

    private static int freePort() {
        try (var socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private Forked hub(String... options) {
        return emulate("hub", "hub-example", Stream.concat(Stream.of("--wan", wan), Stream.of(options)));
    }

    private Forked device(String... options) {
        return emulate("device", "ppmid-example", Stream.of(options));
    }

    private Forked emulate(String what, String profile, Stream<String> options) {
        return Forked.hanproof(Stream.concat(
                        Stream.of("emulate", what, "--han", "tcp://127.0.0.1:" + han, "--profile", profile), options)
                .toArray(String[]::new));
    }

    private Forked run(String profile, String... options) {
        List<String> door = profile.startsWith("hub") ? List.of("--wan", wan) : List.of();
        return Forked.hanproof(Stream.of(
                        Stream.of("run", "--against", "socket:127.0.0.1:" + han, "--profile", profile),
                        door.stream(),
                        Stream.of("--out", temp.resolve("out").toString()),
                        Stream.of(options))
                .flatMap(it -> it)
                .toArray(String[]::new));
    }

    private static String[] selection(String some) {
        return ALL ? new String[] {} : new String[] {"--req", some};
    }

    @Test
    void aHubInAnotherProcessGetsTheVerdictsOfTheOneInThisProcess() throws InterruptedException {
        Map<String, String> emulated =
                StickBench.emulated(temp.resolve("emulated"), "hub-example", selection(REPRESENTATIVE));
        try (var hub = hub();
                var run = run("hub-example", selection(REPRESENTATIVE))) {
            int exitCode = run.exitCode();

            assertThat(Verdicts.of(temp.resolve("out")))
                    .as(run.text() + hub.text())
                    .isEqualTo(emulated);
            assertThat(emulated.values()).contains("PASS").doesNotContain("FAIL");
            assertThat(exitCode).as(run.text()).isZero();
        }
    }

    @Test
    void aMisbehavingHubInAnotherProcessFails() throws InterruptedException {
        String wrong = "reads-back-a-minute-early";
        try (var hub = hub("--misbehaviour", wrong);
                var run = run("hub-example", "--req", "RDB-01")) {
            int exitCode = run.exitCode();

            assertThat(Verdicts.of(temp.resolve("out")).values())
                    .as(run.text() + hub.text())
                    .contains("FAIL");
            assertThat(exitCode).isEqualTo(ExitCode.FAILED);
        }
    }

    @Test
    void aShortScenarioRunsInWallTime() throws InterruptedException {
        try (var hub = hub("--time", "wall");
                var run = run("hub-example", "--req", "OTA-06", "--time", "wall")) {
            int exitCode = run.exitCode();

            var verdicts = new TreeMap<>(Verdicts.of(temp.resolve("out")));
            assertThat(verdicts.values())
                    .as(run.text() + hub.text())
                    .contains("PASS")
                    .doesNotContain("FAIL");
            assertThat(exitCode).isZero();
        }
    }

    @ParameterizedTest
    @CsvSource({"'', PASS", "never-ends-the-transfer, FAIL"})
    void aDeviceInAnotherProcessIsJudgedByWhatItDoes(String misbehaviour, String verdict) throws InterruptedException {
        String[] options = misbehaviour.isEmpty() ? new String[] {} : new String[] {"--misbehaviour", misbehaviour};
        try (var device = device(options);
                var run = run("ppmid-example", "--req", "DEV-06")) {
            int unused = run.exitCode();

            assertThat(Verdicts.of(temp.resolve("out")).values())
                    .as(run.text() + device.text())
                    .contains(verdict);
        }
    }
}
