package io.hanproof.ncp;

import io.hanproof.octets.Octets;

/** Sees what passes between a stick and its host. It is told on the home's thread and must be quick. */
public interface StickTap {
    StickTap NONE = new StickTap() {};

    default void octetsFromHost(Octets octets) {}

    default void octetsToHost(Octets octets) {}

    /** A whole EZSP frame, header included. */
    default void ezspFromHost(Octets frame) {}

    default void ezspToHost(Octets frame) {}
}
