package io.hanproof.lab;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;

/**
 * Time that two sides of a wire share. The far side lets it pass up to where this side's next booking is, or up to its own
 * first word to this side, whichever comes first, and says where it stopped. Until it has said so time stands still here,
 * however long that takes on the wall: neither side's speed bears on what happens.
 */
public final class SteppedTimeline implements LiveTimeline {
    private final Agenda agenda = new Agenda();
    private final LinkedBlockingQueue<Found> found = new LinkedBlockingQueue<>();
    private final Pace pace;
    private final Duration patience;
    private long now;
    private boolean advancing;

    /** The far side's clock. */
    public interface Pace {
        /** Lets time pass up to that instant at most; {@link SteppedTimeline#arrived} is called once it has. */
        void letPass(long untilNanos);
    }

    private sealed interface Found {
        record Event(Runnable what) implements Found {}

        record Arrival(long nanos) implements Found {}
    }

    /** @param patience how long on the wall the far side may take to say where it stopped */
    public SteppedTimeline(Instant start, Pace pace, Duration patience) {
        this.now = Timeline.toNanos(start);
        this.pace = pace;
        this.patience = patience;
    }

    @Override
    public void post(Runnable what) {
        found.add(new Found.Event(what));
    }

    /** From any thread: time has passed up to there on the far side, and all that it said before was posted. */
    public void arrived(long nanos) {
        found.add(new Found.Arrival(nanos));
    }

    @Override
    public long nanos() {
        return now;
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
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new BenchFault("interrupted while waiting for %s".formatted(deadline), e);
        } finally {
            advancing = false;
        }
    }

    private boolean run(BooleanSupplier done, long limit) throws InterruptedException {
        while (true) {
            takeFound();
            if (agenda.next() <= now) {
                Runnable what = agenda.take();
                if (what != null) {
                    what.run();
                    if (done.getAsBoolean()) {
                        return true;
                    }
                }
            } else if (now >= limit) {
                return done.getAsBoolean();
            } else {
                pace.letPass(Math.min(agenda.next(), limit));
                awaitArrival();
            }
        }
    }

    /** What was said while time stood still belongs to this instant. */
    private void takeFound() {
        for (Found it = found.poll(); it != null; it = found.poll()) {
            if (it instanceof Found.Event(var what)) {
                agenda.add(now, what);
            }
        }
    }

    /** What the far side said on the way happened where it stopped for it. */
    private void awaitArrival() throws InterruptedException {
        var onTheWay = new ArrayList<Runnable>();
        while (true) {
            Found it = found.poll(patience.toNanos(), TimeUnit.NANOSECONDS);
            switch (it) {
                case null ->
                    throw new BenchFault("the far side of the line did not let time pass within %s, at %s"
                            .formatted(patience, instant()));
                case Found.Event(var what) -> onTheWay.add(what);
                case Found.Arrival(long nanos) -> {
                    now = Math.max(now, nanos);
                    onTheWay.forEach(each -> agenda.add(now, each));
                    return;
                }
            }
        }
    }
}
