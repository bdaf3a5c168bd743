package io.hanproof.venue;

import io.hanproof.doors.WanClient;
import io.hanproof.lab.FrameTap;
import io.hanproof.lab.LiveTimeline;
import java.net.URI;

/** How a bench reaches the WAN side of the hub under test. */
@FunctionalInterface
public interface WanAccess {
    /** Opens it for one scenario. */
    WanClient open(LiveTimeline timeline, FrameTap tap);

    /** By a WAN door. */
    static WanAccess at(URI door) {
        return (timeline, tap) -> {
            var client = WanClient.wall(door, timeline, tap);
            client.begin();
            return client;
        };
    }
}
