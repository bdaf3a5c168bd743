package io.hanproof.ncp;

import io.hanproof.octets.Octets;

/** What carries octets between a stick and its host. Plugged, it waits for a host; pulled out, it can be put back. */
public interface Line {
    /** Where a host finds it, as {@code ./stick} or {@code tcp://127.0.0.1:6638}. */
    String name();

    /**
     * Is there from now on.
     *
     * @throws io.hanproof.lab.BenchFault when it cannot be
     */
    void plug(Listener listener);

    /** Takes octets for the host; they are lost when there is none. */
    void write(Octets octets);

    /** Is gone from now on. */
    void unplug();

    /** Told on any thread. */
    interface Listener {
        void received(Octets octets);

        /** The host has gone; another one may come. */
        void hungUp();
    }
}
