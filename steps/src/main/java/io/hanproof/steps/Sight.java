package io.hanproof.steps;

import io.hanproof.octets.Eui64;
import java.time.Instant;

/**
 * One message as the recording shows it.
 *
 * @param number of the frame in the recording
 * @param sequence its ZCL transaction sequence number; -1 for a message on the WAN
 * @param cluster that it belongs to; -1 for a message on the WAN
 */
record Sight<C>(int number, Instant at, Eui64 from, Eui64 to, int sequence, int cluster, C message) {}
