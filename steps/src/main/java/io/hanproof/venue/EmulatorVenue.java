package io.hanproof.venue;

import io.hanproof.lab.VirtualTimeline;
import io.hanproof.lab.WallTimeline;
import java.time.Instant;

/** Emulators only, all in this process. */
public final class EmulatorVenue implements Venue {
    public static final String NAME = "emulator";

    static final Instant START = Instant.parse("2026-01-01T00:00:00Z");

    private final boolean wallTime;

    /** @param wallTime whether time passes as on the wall, rather than at once */
    public EmulatorVenue(boolean wallTime) {
        this.wallTime = wallTime;
    }

    @Override
    public Ground open(Scene scene) {
        return new HanGround(scene, wallTime ? new WallTimeline() : new VirtualTimeline(START));
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
