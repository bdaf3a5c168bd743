package io.hanproof.lab;

import java.time.Instant;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;

/**
 * Time as the wall clock has it, for real radios. Other threads hand over what they found with {@link #post}; it
 * happens on the thread that advances the timeline, like everything else. The only class that reads a clock or waits.
 */
public final class WallTimeline implements LiveTimeline {
    private final Agenda agenda = new Agenda();
    private final LinkedBlockingQueue<Runnable> posted = new LinkedBlockingQueue<>();
    private final long start = Timeline.toNanos(Instant.now());
    private final long startTick = System.nanoTime();
    private boolean advancing;

    @Override
    public void post(Runnable what) {
        posted.add(what);
    }

    /** Never goes back, even when somebody sets the machine's clock. */
    @Override
    public long nanos() {
        return start + (System.nanoTime() - startTick);
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
        try {
            return done.getAsBoolean() || run(done, Timeline.toNanos(deadline));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new BenchFault("interrupted while waiting for %s".formatted(deadline), e);
        } finally {
            advancing = false;
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
                waitUntil(Math.min(agenda.next(), limit));
            }
        }
    }

    private void takePosted() {
        for (Runnable what = posted.poll(); what != null; what = posted.poll()) {
            at(nanos(), what);
        }
    }

    private void waitUntil(long nanos) throws InterruptedException {
        Runnable what = posted.poll(nanos - nanos(), TimeUnit.NANOSECONDS);
        if (what != null) {
            at(nanos(), what);
        }
    }
}
