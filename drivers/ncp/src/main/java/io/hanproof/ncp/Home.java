package io.hanproof.ncp;

import io.hanproof.lab.BenchFault;
import io.hanproof.lab.BenchOrder;
import io.hanproof.lab.FrameTap;
import io.hanproof.lab.LinkBudget;
import io.hanproof.lab.Seed;
import io.hanproof.lab.SimulatedHan;
import io.hanproof.lab.Timeline;
import io.hanproof.lab.VirtualTimeline;
import io.hanproof.lab.WallTimeline;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/**
 * Emulated sticks, the devices behind them and the HAN that joins them, run by one thread: in wall time until a host
 * has everything begin anew, and from then on in the steps that all hosts allow. It is in wall time again when all
 * hosts that took such steps have gone.
 */
public final class Home implements AutoCloseable {
    private static final Instant END_OF_TIME = Instant.parse("2200-01-01T00:00:00Z");
    private static final int PATIENCE_SECONDS = 10;

    private final WallTimeline wall = new WallTimeline();
    private final Thread thread =
            Thread.ofPlatform().daemon().name("emulated sticks").unstarted(this::run);
    private final LinkBudget budget;
    private final FrameTap tap;
    private final long seed;
    private final List<EmulatedStick> sticks = new ArrayList<>();
    private final List<String> failures = new CopyOnWriteArrayList<>();
    private final Era clock = new Era(wall, this::afterwards);
    private final Neighbourhood neighbourhood;
    private Era era = new Era(wall, this::afterwards);
    private @Nullable VirtualTimeline steps;
    private boolean closed;

    /**
     * @param budget of the HAN's radio
     * @param tap sees what crosses the HAN, on the home's thread
     * @param seed what chance derives from until a host gives another
     * @param tenants the devices behind the sticks
     */
    public Home(LinkBudget budget, FrameTap tap, long seed, List<Tenant> tenants) {
        this.budget = budget;
        this.tap = tap;
        this.seed = seed;
        this.neighbourhood = new Neighbourhood(tenants, newHan(era, seed), ownBeginning());
        thread.start();
    }

    private BenchOrder.Begin ownBeginning() {
        return new BenchOrder.Begin(seed, wall.nanos(), Optional.empty(), Optional.empty());
    }

    private SimulatedHan newHan(Timeline timeline, long from) {
        return new SimulatedHan(timeline, budget, tap, Seed.derive(from, "han"));
    }

    /** A stick of that home. It is nowhere to be found before it is plugged. */
    public EmulatedStick stick(StickSettings settings) {
        var stick = new EmulatedStick(this, settings, seed);
        call(() -> {
            sticks.add(stick);
            neighbourhood.add(stick.stack());
        });
        return stick;
    }

    /** What broke in the home itself; a bench is of no use with anything here. */
    public List<String> failures() {
        return List.copyOf(failures);
    }

    @Override
    public void close() {
        if (thread.isAlive()) {
            call(() -> {
                sticks.forEach(EmulatedStick::pullOut);
                closed = true;
            });
        }
    }

    private void run() {
        while (!closed) {
            try {
                wall.advanceUntil(() -> closed, END_OF_TIME);
            } catch (RuntimeException e) {
                failures.add(e.toString());
            }
        }
    }

    /** From any thread: does that on the home's, and all that follows from it. */
    void post(Runnable what) {
        wall.post(() -> {
            what.run();
            afterwards();
        });
    }

    /** From any thread but the home's: the same, and waits until it is done. */
    void call(Runnable what) {
        var done = new CompletableFuture<Boolean>();
        wall.post(() -> {
            try {
                what.run();
                afterwards();
                done.complete(true);
            } catch (RuntimeException e) {
                done.completeExceptionally(e);
            }
        });
        try {
            done.get(PATIENCE_SECONDS, TimeUnit.SECONDS);
        } catch (ExecutionException e) {
            throw e.getCause() instanceof BenchFault fault ? fault : new BenchFault("the emulated stick failed", e);
        } catch (TimeoutException e) {
            throw new BenchFault("the emulated stick needs to answer within %d s".formatted(PATIENCE_SECONDS), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new BenchFault("interrupted while waiting for the emulated stick", e);
        }
    }

    void later(Duration delay, Runnable what) {
        clock.in(delay, what);
    }

    /** The wall's, for what a line or a fault times. */
    Timeline clock() {
        return clock;
    }

    Neighbourhood neighbourhood() {
        return neighbourhood;
    }

    boolean isStepped() {
        return steps != null;
    }

    /** Makes the HAN anew, with all that is on it, and lets time stand still. */
    void begin(BenchOrder.Begin begin, EmulatedStick by) {
        era.end();
        var timeline = new VirtualTimeline(Timeline.toInstant(begin.startNanos()));
        steps = timeline;
        neighbourhood.move(newHan(timeline, begin.seed()), begin);
        by.pace().begun(0);
        sticks.stream().filter(it -> it != by).forEach(it -> it.begun(begin));
        neighbourhood.tellAll();
    }

    /** When nobody is left to let time pass, it passes by itself. */
    void hostLeft() {
        if (steps != null && sticks.stream().noneMatch(it -> it.pace().isStepped())) {
            steps = null;
            era = new Era(wall, this::afterwards);
            neighbourhood.move(newHan(era, seed), ownBeginning());
        }
    }

    /** All that has come of an event has been said; lets time pass if all hosts wait for that. */
    private void afterwards() {
        VirtualTimeline timeline = steps;
        while (timeline != null && timeline == steps && mayPass(timeline.nanos())) {
            timeline.advanceUntil(this::hasWord, Timeline.toInstant(soonest()));
        }
        sticks.forEach(EmulatedStick::flush);
    }

    private boolean mayPass(long now) {
        boolean stepped = false;
        boolean all = true;
        for (EmulatedStick each : sticks) {
            if (each.pace().isDue(now)) {
                each.arrived(now);
            }
            stepped |= each.pace().isStepped();
            all &= each.pace().isWaiting() || !each.pace().isStepped();
        }
        return stepped && all;
    }

    private boolean hasWord() {
        for (EmulatedStick each : sticks) {
            if (each.pace().hasWord()) {
                return true;
            }
        }
        return false;
    }

    private long soonest() {
        long soonest = Long.MAX_VALUE;
        for (EmulatedStick each : sticks) {
            if (each.pace().isWaiting()) {
                soonest = Math.min(soonest, each.pace().until());
            }
        }
        return soonest;
    }
}
