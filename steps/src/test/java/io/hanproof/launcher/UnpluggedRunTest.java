package io.hanproof.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import io.hanproof.duis.UserMessage;
import io.hanproof.lab.ApsFrame;
import io.hanproof.lab.Delivery;
import io.hanproof.lab.FrameTap;
import io.hanproof.lab.LinkBudget;
import io.hanproof.lab.WanMessage;
import io.hanproof.ncp.EmulatedStick;
import io.hanproof.ncp.Home;
import io.hanproof.ncp.PtyLine;
import io.hanproof.ncp.StickSettings;
import io.hanproof.ncp.StickTap;
import io.hanproof.octets.Eui64;
import io.hanproof.octets.Octets;
import io.hanproof.profile.Baseline;
import io.hanproof.profile.Policies;
import io.hanproof.venue.Cast;
import io.hanproof.venue.DisplayTenant;
import java.io.InputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * A stick that is pulled out at any moment and put back: no verdict is lost, none is false, and what was undecided is done once
 * more. {@code -Dhanproof.unplugs=100} tries as many moments.
 */
@Timeout(value = 60, unit = TimeUnit.MINUTES)
class UnpluggedRunTest {
    private static final String PROFILE = "ppmid-example";
    private static final String[] SCENARIOS = {
        "DEV-01/after-image-notify-the-device-asks-for-the-image/the-hub-notifies-the-ppmid",
        "DEV-04/the-device-fetches-the-whole-image/every-octet-is-fetched",
        "DEV-06/the-device-keeps-the-image-and-then-ends-the-transfer/the-download-is-complete",
    };
    private static final int MOMENTS = Integer.getInteger("hanproof.unplugs", 4);
    private static final Duration OUT = Duration.ofMillis(300);

    @TempDir
    Path temp;

    @Test
    void aStickThatIsPulledOutAndPutBackChangesNoVerdict() {
        var undisturbed = new Bench(temp.resolve("undisturbed"), Long.MAX_VALUE);
        Map<String, String> expected = undisturbed.run();
        long octets = undisturbed.octets;
        assertThat(expected.values()).containsOnly("PASS").hasSize(SCENARIOS.length);

        var chance = new SplittableRandom(1);
        int same = 0;
        int inTransfer = 0;
        var notes = new StringBuilder();
        for (int i = 0; i < MOMENTS; i++) {
            var bench = new Bench(temp.resolve("moment-" + i), chance.nextLong(octets));
            Map<String, String> verdicts = bench.run();
            assertThat(verdicts.values()).as(bench.said.toString()).doesNotContain("FAIL");
            same += verdicts.equals(expected) ? 1 : 0;
            inTransfer += bench.inTransfer ? 1 : 0;
            if (!verdicts.equals(expected)) {
                notes.append("after %d octets: %s%n%s%n".formatted(bench.limit, verdicts, bench.said));
            }
        }

        System.getLogger("unplugged")
                .log(
                        System.Logger.Level.INFO,
                        "%d of %d as undisturbed, %d inside a transfer%n%s"
                                .formatted(same, MOMENTS, inTransfer, notes));
        assertThat(same).as(notes.toString()).isGreaterThanOrEqualTo(Math.ceilDiv(MOMENTS * 95, 100));
        assertThat(inTransfer * 2).isGreaterThanOrEqualTo(MOMENTS);
    }

    /** A stick in this process that goes away once so many octets have come from its host. */
    private static final class Bench implements StickTap, FrameTap {
        private final Path folder;
        private final long limit;
        private final StringWriter said = new StringWriter();
        private long octets;
        private boolean inTransfer;
        private int lastCommand;
        private Optional<EmulatedStick> stick = Optional.empty();

        Bench(Path folder, long limit) {
            this.folder = folder;
            this.limit = limit;
        }

        Map<String, String> run() {
            var cast = new Cast(
                    new Products().shipped(PROFILE).profile(),
                    Policies.DEFAULT,
                    Baseline.BASELINE_2019,
                    Optional.empty());
            var device = new DisplayTenant(cast, StickSettings.USUAL_ADDRESS);
            Path link = folder.resolveSibling(folder.getFileName() + "-stick");
            try (var home = new Home(LinkBudget.band2400MHz(), this, 1, List.of(device))) {
                var made = home.stick(StickSettings.of(StickSettings.USUAL_ADDRESS, StickSettings.OLDEST_EZSP)
                        .withTap(this));
                made.plug(new PtyLine(link));
                stick = Optional.of(made);
                int unused = new Main(session())
                        .run(
                                "run",
                                "--against",
                                "dongle:" + link,
                                "--time",
                                "stepped",
                                "--profile",
                                PROFILE,
                                "--scenario",
                                SCENARIOS[0],
                                "--scenario",
                                SCENARIOS[1],
                                "--scenario",
                                SCENARIOS[2],
                                "--reconnect",
                                "20",
                                "--out",
                                folder.toString());
                return folder.resolve("verdicts.json").toFile().exists() ? Verdicts.of(folder) : Map.of();
            }
        }

        private Session session() {
            var out = new PrintWriter(said);
            return new Session(
                    new Terminal(out, out, false, false),
                    InputStream.nullInputStream(),
                    new Interruption(),
                    InstantSource.system(),
                    new SplittableRandom(7),
                    Glue.SHIPPED,
                    RecordedRules::judge,
                    Duration.ofMinutes(2),
                    (result, requirements, to) -> {},
                    Path.of("target", "traces"));
        }

        @Override
        public void octetsFromHost(Octets some) {
            boolean before = octets < limit;
            octets += some.length();
            if (before && octets >= limit) {
                inTransfer = lastCommand >= 0x03 && lastCommand <= 0x05;
                var unused = CompletableFuture.runAsync(stick.orElseThrow()::unplug)
                        .thenRunAsync(
                                stick.orElseThrow()::replug,
                                CompletableFuture.delayedExecutor(OUT.toMillis(), TimeUnit.MILLISECONDS));
            }
        }

        @Override
        public void octetsToHost(Octets some) {}

        @Override
        public int sent(long nanos, ApsFrame frame) {
            lastCommand = frame.zcl().length() > 2 && frame.cluster() == 0x0019
                    ? frame.zcl().u8(2)
                    : lastCommand;
            return 0;
        }

        @Override
        public void outcome(int number, long nanos, Delivery delivery) {}

        @Override
        public void power(long nanos, Eui64 node, boolean on) {}

        @Override
        public int wan(long nanos, WanMessage message) {
            return 0;
        }

        @Override
        public int user(long nanos, Eui64 user, boolean toDcc, UserMessage message) {
            return 0;
        }
    }
}
