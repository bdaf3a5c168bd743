package io.hanproof.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Scenarios on the way of a real bench: the driver of the sticks, a serial port, and a stick at its far end; only the stick
 * and what is on the air behind it are emulated, in another process. {@code -Dhanproof.all} runs all scenarios.
 */
@Timeout(value = 15, unit = TimeUnit.MINUTES)
class DongleRunTest {
    /** One of each kind: notify, transfer, refusal, times, power, restart, a HAN that loses frames. */
    private static final String REPRESENTATIVE = "DEV-01,DEV-02,DEV-07,DEV-10,DEV-11,DEV-13";

    private static final boolean ALL = Boolean.getBoolean("hanproof.all");
    private static final int STALLS = 4;

    @TempDir
    Path temp;

    private String[] selection() {
        return ALL ? new String[] {} : new String[] {"--req", REPRESENTATIVE};
    }

    @Test
    void verdictsOverASerialLineAreThoseOfTheEmulators() throws InterruptedException {
        Map<String, String> emulated = StickBench.emulated(temp.resolve("emulated"), "ppmid-example", selection());
        try (var bench = StickBench.plugged(temp.resolve("stick"), "ppmid-example");
                var run = bench.run(temp.resolve("out"), selection())) {
            int exitCode = run.exitCode();

            assertThat(Verdicts.of(temp.resolve("out"))).as(run.text()).isEqualTo(emulated);
            assertThat(emulated.values()).contains("PASS");
            assertThat(exitCode).as(run.text()).isZero();
        }
    }

    @ParameterizedTest
    @CsvSource({
        "activates-five-minutes-early, DEV-08",
        "never-ends-the-transfer, DEV-06",
    })
    void aMisbehavingDeviceFailsOverASerialLineAsItDoesHere(String misbehaviour, String requirement)
            throws InterruptedException {
        Map<String, String> emulated = StickBench.emulated(
                temp.resolve("emulated"), "ppmid-example", "--req", requirement, "--misbehaviour", misbehaviour);
        try (var bench = StickBench.plugged(temp.resolve("stick"), "ppmid-example", "--misbehaviour", misbehaviour);
                var run = bench.run(temp.resolve("out"), "--req", requirement)) {
            int exitCode = run.exitCode();

            assertThat(Verdicts.of(temp.resolve("out"))).as(run.text()).isEqualTo(emulated);
            assertThat(emulated.values()).contains("FAIL");
            assertThat(exitCode).as(run.text()).isEqualTo(ExitCode.FAILED);
        }
    }

    @Test
    void aHostThatStandsStillForTwoSecondsNowAndThenChangesNoVerdict() throws Exception {
        var chance = new SplittableRandom(1);
        Map<String, String> emulated =
                StickBench.emulated(temp.resolve("emulated"), "ppmid-example", "--req", "DEV-02,DEV-10");
        try (var bench = StickBench.plugged(temp.resolve("stick"), "ppmid-example");
                var run = bench.run(temp.resolve("out"), "--req", "DEV-02,DEV-10")) {
            for (int i = 0; i < STALLS && run.isAlive(); i++) {
                pause(Duration.ofMillis(chance.nextInt(300, 2_500)));
                stall(i % 2 == 0 ? run : bench.stick());
            }
            int exitCode = run.exitCode();

            assertThat(Verdicts.of(temp.resolve("out"))).as(run.text()).isEqualTo(emulated);
            assertThat(exitCode).as(run.text()).isZero();
        }
    }

    private static void stall(Forked process) throws IOException, InterruptedException {
        process.signal("STOP");
        pause(Duration.ofSeconds(2));
        process.signal("CONT");
    }

    private static void pause(Duration howLong) throws InterruptedException {
        new CompletableFuture<Boolean>()
                .completeOnTimeout(true, howLong.toMillis(), TimeUnit.MILLISECONDS)
                .join();
    }
}
