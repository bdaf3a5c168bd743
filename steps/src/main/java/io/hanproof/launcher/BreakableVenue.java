package io.hanproof.launcher;

import io.hanproof.evidence.CaptureNetwork;
import io.hanproof.venue.Ground;
import io.hanproof.venue.Scene;
import io.hanproof.venue.Venue;
import java.util.Optional;

/** A venue at which no scenario begins once a run is to end, and where the one under way is broken off. */
record BreakableVenue(Venue venue, Interruption interruption) implements Venue {
    @Override
    public Ground open(Scene scene) {
        interruption.begins();
        return venue.open(scene);
    }

    @Override
    public String name() {
        return venue.name();
    }

    @Override
    public boolean holdsMany() {
        return venue.holdsMany();
    }

    @Override
    public Optional<CaptureNetwork> keys() {
        return venue.keys();
    }

    @Override
    public void close() {
        venue.close();
    }
}
