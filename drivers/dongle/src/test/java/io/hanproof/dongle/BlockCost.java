package io.hanproof.dongle;

import io.hanproof.lab.Recorder;
import io.hanproof.ncp.EmulatedStick;
import io.hanproof.ncp.StickSettings;
import io.hanproof.ncp.StickTap;
import io.hanproof.octets.Octets;
import java.io.PrintStream;
import java.time.Duration;
import java.util.Arrays;
import java.util.Optional;
import java.util.function.Function;

/**
 * What one block of an image costs on the host: from the stick's handing out of an Image Block Request to its having
 * the response, over each kind of line. A programme to be started by hand; it prints and asserts nothing.
 */
final class BlockCost {
    private static final int SIZE = 200_000;
    private static final int ROUNDS = 3;
    private static final Duration LONG_ENOUGH = Duration.ofMinutes(30);

    private BlockCost() {}

    /** Stops the time at the stick's end of the line. */
    private static final class Clock implements StickTap {
        private static final int INCOMING_MESSAGE = 0x45;
        private static final int SEND_UNICAST = 0x34;
        private static final int FRAME_ID = 3;
        private static final int SHORTEST_WITH_A_BLOCK = 40;

        private final long[] costs = new long[1 << 16];
        private int count;
        private long handedOut;

        @Override
        public void ezspToHost(Octets frame) {
            if (frame.u8(FRAME_ID) == INCOMING_MESSAGE) {
                handedOut = System.nanoTime();
            }
        }

        @Override
        public void ezspFromHost(Octets frame) {
            if (frame.u8(FRAME_ID) == SEND_UNICAST && frame.length() > SHORTEST_WITH_A_BLOCK && handedOut != 0) {
                costs[count++] = System.nanoTime() - handedOut;
                handedOut = 0;
            }
        }

        String words() {
            long[] sorted = Arrays.copyOf(costs, count);
            Arrays.sort(sorted);
            return "%d blocks: median %.3f ms, p99 %.3f ms"
                    .formatted(count, sorted[count / 2] / 1e6, sorted[count * 99 / 100] / 1e6);
        }
    }

    public static void main(String[] arguments) {
        PrintStream out = System.out;
        for (int round = 0; round < ROUNDS; round++) {
            out.println("memory  " + update(TestSticks::inMemory));
            out.println("tcp     " + update(it -> new TcpLine(TestSticks.onTcp(it))));
            out.println("pty     " + update(it -> new SerialLine(TestSticks.onPty(it))));
        }
    }

    private static String update(Function<EmulatedStick, Line> plug) {
        var profile = DisplayTenant.profile(SIZE);
        var clock = new Clock();
        try (var sticks = TestSticks.with(new DisplayTenant(profile))) {
            var emulated = sticks.home.stick(
                    StickSettings.of(TestSticks.HUB, TestSticks.EZSP).withTap(clock));
            try (var stick =
                    TestSticks.open(plug.apply(emulated), StickRole.FORM, TestSticks.network(StickEndpoint.hub()))) {
                var bench = stick.emulatedBench().orElseThrow();
                bench.begin(Update.SEED, Update.START, Optional.empty(), Optional.empty());
                var timeline = bench.timeline(Update.START, Duration.ofSeconds(20));
                var recorder = new Recorder();
                Update.begin(stick.radio(timeline, recorder), timeline, recorder, profile);
                long from = System.nanoTime();
                timeline.advance(LONG_ENOUGH);
                return "%s; the update took %.1f s".formatted(clock.words(), (System.nanoTime() - from) / 1e9);
            }
        }
    }
}
