package io.hanproof.launcher;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assumptions.assumeThat;

import io.hanproof.lab.BenchFault;
import io.hanproof.lab.Recorder;
import io.hanproof.lab.WallTimeline;
import io.hanproof.profile.ProfileCatalogue;
import io.hanproof.venue.EmulatorVenue;
import io.hanproof.venue.Scene;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class InterruptionTest {
    private static final long INTERRUPT_IGNORED = 0b10; // signal 2, of a mask that begins with signal 1

    private final Interruption interruption = new Interruption();
    private final StringWriter err = new StringWriter();
    private final List<Integer> halts = new ArrayList<>();

    private Farewell farewell(Duration grace) {
        return new Farewell(interruption, new PrintWriter(err, true), grace, halts::add);
    }

    @Test
    void theScenarioUnderWayIsBrokenOffWhereItWaits() throws InterruptedException {
        var begun = new CountDownLatch(1);
        var fault = new AtomicReference<Throwable>();
        var stillInterrupted = new AtomicBoolean(true);
        var scenario = new Thread(() -> {
            interruption.begins();
            begun.countDown();
            try {
                new WallTimeline().advance(Duration.ofHours(1));
            } catch (BenchFault e) {
                fault.set(e);
            }
            interruption.ends();
            stillInterrupted.set(Thread.currentThread().isInterrupted());
        });
        scenario.start();
        begun.await();

        interruption.wish();
        scenario.join();

        assertThat(fault.get()).isInstanceOf(BenchFault.class).hasMessageStartingWith("interrupted while waiting for ");
        assertThat(stillInterrupted).as("what follows may wait and write again").isFalse();
    }

    @Test
    void noScenarioBeginsAfterwards() {
        interruption.wish();

        assertThatThrownBy(interruption::begins).isInstanceOf(BenchFault.class).hasMessage("not executed: interrupted");
        assertThat(Thread.currentThread().isInterrupted()).isFalse();
    }

    @Test
    void aScenarioThatIsOverIsNotInterrupted() {
        interruption.begins();
        interruption.ends();

        interruption.wish();

        assertThat(Thread.currentThread().isInterrupted()).isFalse();
    }

    @Test
    void aVenueOpensUntilTheRunIsToEnd() {
        var profile = ProfileCatalogue.shipped().read("ppmid-example");
        var venue = new BreakableVenue(EmulatorVenue.virtual(), interruption);
        var scene = new Scene(profile, 1, new Recorder());

        assertThatCode(() -> venue.open(scene).close()).doesNotThrowAnyException();
        interruption.ends();
        interruption.wish();

        assertThatThrownBy(() -> venue.open(scene)).isInstanceOf(BenchFault.class);
        assertThat(venue.name()).isEqualTo("emulator");
        assertThat(venue.holdsMany()).isTrue();
    }

    @Test
    void withNothingToWriteJavaStopsAtOnce() {
        farewell(Duration.ofSeconds(30)).asked();

        assertThat(halts).isEmpty();
        assertThat(err.toString()).isEmpty();
        assertThat(interruption.isWished()).isFalse();
    }

    @Test
    void aRunIsGivenTheTimeToWriteWhatItKnows() throws InterruptedException {
        interruption.heed();
        var farewell = farewell(Duration.ofSeconds(30));
        var stopping = new Thread(farewell::asked);

        stopping.start();
        farewell.written(ExitCode.INCONCLUSIVE);
        stopping.join();

        assertThat(halts).containsExactly(ExitCode.INCONCLUSIVE);
        assertThat(interruption.isWished()).isTrue();
    }

    @Test
    void aRunThatDoesNotEndIsEnded() {
        interruption.heed();

        farewell(Duration.ofMillis(20)).asked();

        assertThat(halts).containsExactly(130);
        assertThat(err.toString()).contains("hanproof: interrupted, writing what is known (for at most 1 s)");
    }

    @Test
    void controlCEndsAProcessWithItsReportAndItsExitCode() throws IOException, InterruptedException {
        assumeThat(Path.of("/proc/self/status"))
                .as("signals are looked at as on Linux")
                .exists();
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        InterruptedRun.class.getName())
                .redirectErrorStream(true)
                .start();
        try (var out = new BufferedReader(new InputStreamReader(process.getInputStream(), Charset.defaultCharset()))) {
            assertThat(out.readLine()).isEqualTo("first begins");
            assumeThat(ignoresInterrupt(process))
                    .as("whoever started the tests took Ctrl-C away")
                    .isFalse();

            new ProcessBuilder("kill", "-INT", Long.toString(process.pid()))
                    .start()
                    .waitFor();

            assertThat(out.lines().filter(it -> !it.isBlank()))
                    .containsExactlyInAnyOrder(
                            "hanproof: interrupted, writing what is known (for at most 20 s)",
                            "first: interrupted while waiting",
                            "second: not executed: interrupted",
                            "report written");
            assertThat(process.waitFor()).isEqualTo(ExitCode.INCONCLUSIVE);
        } finally {
            process.destroyForcibly();
        }
    }

    private static boolean ignoresInterrupt(Process process) throws IOException {
        String mask = Files.readAllLines(Path.of("/proc", Long.toString(process.pid()), "status")).stream()
                .filter(it -> it.startsWith("SigIgn:"))
                .findFirst()
                .orElse("SigIgn: 0");
        return (Long.parseUnsignedLong(mask.substring(mask.indexOf(':') + 1).strip(), 16) & INTERRUPT_IGNORED) != 0;
    }
}
