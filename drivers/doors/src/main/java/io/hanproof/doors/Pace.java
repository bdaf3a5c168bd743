package io.hanproof.doors;

import java.time.Instant;
import java.util.Optional;

/** How a node that has joined is spoken with: in lockstep, or as on the wall. */
interface Pace {
    /** Sends the message and, in lockstep, takes what the node does upon it. */
    void tell(HanMessage message);

    /** Lets the node come to the present instant, where time does not come to it by itself. */
    void catchUp();

    /**
     * The node has nothing left to do before that instant.
     *
     * @throws BadInput when it may not say so
     */
    void idle(Optional<Instant> until);

    /** Nothing is read from here on. */
    void end();
}
