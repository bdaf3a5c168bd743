package io.hanproof.lab;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.function.BooleanSupplier;

/**
 * Where everything that happens is booked, and whence it happens in order of time; what is booked for the same instant
 * happens in booking order. All of it runs on the one thread that advances the timeline.
 */
public interface Timeline extends InstantSource {
    /** Nanoseconds since 1970-01-01T00:00:00Z. */
    long nanos();

    @Override
    default Instant instant() {
        return toInstant(nanos());
    }

    /** Books for an instant; one that has passed already happens next. */
    Booking at(long nanos, Runnable what);

    default Booking at(Instant when, Runnable what) {
        return at(toNanos(when), what);
    }

    default Booking in(Duration delay, Runnable what) {
        return at(nanos() + delay.toNanos(), what);
    }

    /** Lets everything happen that is due up to and at {@code when}, then stands there. */
    default void advanceTo(Instant when) {
        advanceUntil(() -> false, when);
    }

    default void advance(Duration howLong) {
        advanceTo(instant().plus(howLong));
    }

    /**
     * Advances until the condition holds, but no further than the deadline.
     *
     * @return whether the condition held; if so the timeline stands at the event that made it hold
     */
    boolean advanceUntil(BooleanSupplier done, Instant deadline);

    static long toNanos(Instant when) {
        return Math.addExact(Math.multiplyExact(when.getEpochSecond(), 1_000_000_000L), when.getNano());
    }

    static Instant toInstant(long nanos) {
        return Instant.ofEpochSecond(Math.floorDiv(nanos, 1_000_000_000L), Math.floorMod(nanos, 1_000_000_000L));
    }

    /** A place on the timeline that can be given up. */
    interface Booking {
        /** Does nothing once it has happened. */
        void cancel();
    }
}
