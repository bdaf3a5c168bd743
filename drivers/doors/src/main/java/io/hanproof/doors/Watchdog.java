package io.hanproof.doors;

import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/**
 * Cuts connections on which the bench has waited too long, whether it reads or writes: the thread that waits then goes on.
 * It counts its own ticks, since a timeout on every read would cost more than the read.
 */
final class Watchdog implements AutoCloseable {
    private static final long TICK_MILLIS = 100;

    private final Set<Wire> wires = ConcurrentHashMap.newKeySet();
    private final ScheduledExecutorService ticker =
            Executors.newSingleThreadScheduledExecutor(Threads.named("hanproof-watchdog"));
    private final long mostTicks;

    Watchdog(Duration patience) {
        mostTicks = Math.max(1, patience.toMillis() / TICK_MILLIS);
        var unused = ticker.scheduleAtFixedRate(
                () -> wires.forEach(it -> it.tick(mostTicks)), TICK_MILLIS, TICK_MILLIS, TimeUnit.MILLISECONDS);
    }

    void watch(Wire wire) {
        wires.add(wire);
    }

    void forget(Wire wire) {
        wires.remove(wire);
    }

    @Override
    public void close() {
        ticker.shutdownNow();
    }
}
