package io.hanproof.venue;

import io.hanproof.lab.Timeline;
import io.hanproof.lab.VirtualTimeline;
import io.hanproof.lab.WallTimeline;
import java.time.Instant;
import java.util.function.Supplier;

/** Emulators only, all in this process. */
public final class EmulatorVenue implements Venue {
    public static final String NAME = "emulator";

    /** When scenarios begin in virtual time. */
    public static final Instant START = Instant.parse("2026-01-01T00:00:00Z");

    private final Supplier<Timeline> time;

    private EmulatorVenue(Supplier<Timeline> time) {
        this.time = time;
    }

    /** Time passes at once. */
    public static EmulatorVenue virtual() {
        return new EmulatorVenue(() -> new VirtualTimeline(START));
    }

    /** @param wall makes the time of each scenario */
    public static EmulatorVenue onTheWall(Supplier<WallTimeline> wall) {
        return new EmulatorVenue(wall::get);
    }

    @Override
    public Ground open(Scene scene) {
        return new HanGround(scene, time.get());
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public boolean holdsMany() {
        return true;
    }
}
