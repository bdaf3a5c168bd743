package io.hanproof.venue;

import io.hanproof.lab.Timeline;
import io.hanproof.zcl.ota.HardwareVersion;
import java.util.Optional;

/** How a bench gets at the device under test, beside the air. */
public interface Handle {
    /**
     * Has it be as a scenario wants it, before anything has passed between it and the hub.
     *
     * @throws io.hanproof.lab.BenchFault when it cannot be had like that
     */
    void prepare(Timeline timeline, Optional<Long> installed, Optional<HardwareVersion> hardware);

    /** Its mains. */
    void power(boolean on);

    /** Has it run that firmware again, by other means than the air. */
    void putBack(String firmware);

    /** Has it look for a network to join. */
    void join();

    /** Whether it still is as the scenario before left it. */
    boolean remembers();
}
