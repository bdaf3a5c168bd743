package io.hanproof.lab;

import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;

/**
 * Time as the wall clock has it, for real radios. Other threads hand over what they found with {@link #post}; it
 * happens on the thread that advances the timeline, like everything else. The only class that reads a clock or waits.
 */
public final class WallTimeline implements LiveTimeline {
    private static final long SECOND = 1_000_000_000L;

    private final Agenda agenda = new Agenda();
    private final LinkedBlockingQueue<Runnable> posted = new LinkedBlockingQueue<>();
    private long start = Timeline.toNanos(Instant.now());
    private final long startTick = System.nanoTime();
    private Optional<Watcher> watcher = Optional.empty();
    private boolean advancing;
    private boolean told;
    private long tellAt;

    /** Who is told, about once a second, that there is a wait. Waits shorter than that are kept from it. */
    public interface Watcher {
        /** Nothing happens now; by {@code until} at the latest the scenario goes on. */
        void waiting(Instant now, Instant until);

        /** The scenario goes on. */
        void over();
    }

    /** From now on that one is told, on the timeline's thread. */
    public void watch(Watcher other) {
        watcher = Optional.of(other);
    }

    @Override
    public void post(Runnable what) {
        posted.add(what);
    }

    /** Never goes back, even when somebody sets the machine's clock. */
    @Override
    public long nanos() {
        return start + (System.nanoTime() - startTick);
    }

    /** Lets nothing happen until then and goes on from there, as when somebody sets a clock forward; never back. */
    public void skipTo(Instant when) {
        start += Math.max(0, Timeline.toNanos(when) - nanos());
    }

    @Override
    public Booking at(long nanos, Runnable what) {
        return agenda.add(Math.max(nanos, nanos()), what);
    }

    @Override
    public boolean advanceUntil(BooleanSupplier done, Instant deadline) {
        if (advancing) {
            throw new IllegalStateException("what happens on the timeline cannot advance it");
        }
        advancing = true;
        tellAt = nanos() + SECOND;
        try {
            return done.getAsBoolean() || run(done, Timeline.toNanos(deadline));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new BenchFault("interrupted while waiting for %s".formatted(deadline), e);
        } finally {
            advancing = false;
            goesOn();
        }
    }

    private boolean run(BooleanSupplier done, long limit) throws InterruptedException {
        while (true) {
            takePosted();
            if (agenda.next() <= Math.min(nanos(), limit)) {
                Runnable what = agenda.take();
                if (what != null) {
                    what.run();
                    if (done.getAsBoolean()) {
                        return true;
                    }
                }
            } else if (nanos() >= limit) {
                return done.getAsBoolean();
            } else {
                tell(limit);
                waitUntil(Math.min(agenda.next(), limit));
            }
        }
    }

    private void tell(long limit) {
        if (watcher.isPresent() && tellAt <= nanos()) {
            told = true;
            tellAt = nanos() + SECOND;
            watcher.get().waiting(instant(), Timeline.toInstant(limit));
        }
    }

    private void goesOn() {
        if (told) {
            told = false;
            watcher.ifPresent(Watcher::over);
        }
    }

    private void takePosted() {
        for (Runnable what = posted.poll(); what != null; what = posted.poll()) {
            at(nanos(), what);
        }
    }

    private void waitUntil(long nanos) throws InterruptedException {
        long until = watcher.isPresent() ? Math.min(nanos, tellAt) : nanos;
        Runnable what = posted.poll(until - nanos(), TimeUnit.NANOSECONDS);
        if (what != null) {
            at(nanos(), what);
        }
    }
}
