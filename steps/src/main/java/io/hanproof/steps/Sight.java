package io.hanproof.steps;

import io.hanproof.octets.Eui64;
import java.time.Instant;

/**
 * One message as the recording shows it.
 *
 * @param number of the frame in the recording
 * @param from broadcast for a message on the WAN
 * @param sequence its ZCL transaction sequence number; -1 for a message on the WAN or of a user
 * @param cluster that it belongs to; -1 for a message on the WAN or of a user
 */
record Sight<C>(int number, Instant at, Eui64 from, Eui64 to, int sequence, int cluster, C message) {
    /** The DCC, which has no address of its own at its User Interface: that of its Access Control Broker. */
    static final Eui64 DCC = Eui64.parse("90B3D51F30000002");
}
