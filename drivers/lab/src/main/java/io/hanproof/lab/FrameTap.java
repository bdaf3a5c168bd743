package io.hanproof.lab;

import io.hanproof.duis.UserMessage;
import io.hanproof.octets.Eui64;

/** Sees everything that crosses the HAN, and what the bench did to it. Implementations must be quick. */
public interface FrameTap {
    /** A frame left its sender. Returns its number in the recording. */
    int sent(long nanos, ApsFrame frame);

    /** What became of the frame with that number, for each receiver that got it; a lost one is told once. */
    void outcome(int number, long nanos, Delivery delivery);

    /** A node was switched on or off. */
    void power(long nanos, Eui64 node, boolean on);

    /** A message between the DCC and the hub crossed the WAN. Returns its number in the recording. */
    int wan(long nanos, WanMessage message);

    /**
     * A message crossed the DCC User Interface. Returns its number in the recording.
     *
     * @param toDcc whether the user sent it, rather than the DCC
     */
    int user(long nanos, Eui64 user, boolean toDcc, UserMessage message);
}
