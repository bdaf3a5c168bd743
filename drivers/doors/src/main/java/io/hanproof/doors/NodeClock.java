package io.hanproof.doors;

import io.hanproof.lab.Timeline;

/** How time passes for a node of ours. */
interface NodeClock {
    Timeline timeline();

    void post(Runnable what);

    /** Until the session ends. */
    void run(SocketNode node);

    /**
     * Lets everything happen that is due up to the message.
     *
     * @throws BadInput when its instant has passed
     */
    void comeTo(HanMessage message);

    void power(boolean on);

    /** Whether what is said leaves at once, and not with the next {@code idle}. */
    boolean saysAtOnce();
}
