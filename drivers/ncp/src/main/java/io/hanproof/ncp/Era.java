package io.hanproof.ncp;

import io.hanproof.lab.Timeline;
import java.time.Instant;
import java.util.function.BooleanSupplier;

/** A stretch of wall time; when it ends, what is still booked in it never happens. */
final class Era implements Timeline {
    private final Timeline wall;
    private final Runnable afterEach;
    private boolean ended;

    /** @param afterEach what follows whatever happens */
    Era(Timeline wall, Runnable afterEach) {
        this.wall = wall;
        this.afterEach = afterEach;
    }

    void end() {
        ended = true;
    }

    @Override
    public long nanos() {
        return wall.nanos();
    }

    @Override
    public Booking at(long nanos, Runnable what) {
        return wall.at(nanos, () -> {
            if (!ended) {
                what.run();
                afterEach.run();
            }
        });
    }

    @Override
    public boolean advanceUntil(BooleanSupplier done, Instant deadline) {
        throw new IllegalStateException("the wall clock advances by itself");
    }
}
