package io.hanproof.venue;

import io.hanproof.evidence.CaptureNetwork;
import java.util.Optional;

/** Where the scenarios of a run take place. */
public interface Venue extends AutoCloseable {
    /**
     * Makes ready for one scenario.
     *
     * @throws io.hanproof.lab.BenchFault when the bench is not fit for it
     */
    Ground open(Scene scene);

    /** As evidence names it, {@code emulator} or {@code dongle:/dev/ttyUSB0}. */
    String name();

    /** Whether scenarios can take place beside one another. */
    boolean holdsMany();

    /** What seals a capture of its network as on the air, where it has a network with keys and they are known. */
    default Optional<CaptureNetwork> keys() {
        return Optional.empty();
    }

    @Override
    default void close() {}
}
