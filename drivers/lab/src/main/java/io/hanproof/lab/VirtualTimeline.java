package io.hanproof.lab;

import java.time.Instant;
import java.util.Optional;
import java.util.function.BooleanSupplier;

/** Time that stands still until it is advanced, and then jumps from one booking to the next. */
public final class VirtualTimeline implements Timeline {
    /** More than any real session has at one instant: a hang would leave no verdict and no reason. */
    private static final long MOST_AT_ONE_INSTANT = 10_000_000;

    private final Agenda agenda = new Agenda();
    private long now;
    private boolean advancing;

    public VirtualTimeline(Instant start) {
        this.now = Timeline.toNanos(start);
    }

    @Override
    public long nanos() {
        return now;
    }

    /** The instant of the earliest booking, if there is one. A booking that was given up may still count. */
    public Optional<Instant> next() {
        long next = agenda.next();
        return next == Long.MAX_VALUE ? Optional.empty() : Optional.of(Timeline.toInstant(next));
    }

    @Override
    public Booking at(long nanos, Runnable what) {
        return agenda.add(Math.max(nanos, now), what);
    }

    @Override
    public boolean advanceUntil(BooleanSupplier done, Instant deadline) {
        if (advancing) {
            throw new IllegalStateException("what happens on the timeline cannot advance it");
        }
        advancing = true;
        try {
            return done.getAsBoolean() || run(done, Timeline.toNanos(deadline));
        } finally {
            advancing = false;
        }
    }

    private boolean run(BooleanSupplier done, long limit) {
        long here = 0;
        while (agenda.next() <= limit) {
            long due = agenda.next();
            Runnable what = agenda.take();
            if (what == null) {
                continue;
            }
            here = due == now ? here + 1 : 0;
            if (here > MOST_AT_ONE_INSTANT) {
                throw new IllegalStateException(
                        "time stands still at %s: what happens there never ends".formatted(instant()));
            }
            now = due;
            what.run();
            if (done.getAsBoolean()) {
                return true;
            }
        }
        now = Math.max(now, limit);
        return done.getAsBoolean();
    }
}
