/**
 * The two doors through which somebody else's software meets the bench, in any language: the HAN socket, where a device
 * or a hub takes part in the HAN as newline-delimited JSON over TCP, and the WAN door, where a hub is given images and
 * tells of its alerts over HTTP. Both sides of both are here, so that our own emulators go through them as others do.
 * In lockstep a peer is asked and answers within one event of the timeline: it is as if it ran in this process, and
 * nothing depends on how fast anybody is. On the wall clock peers speak when they like. Whatever a peer says that it may
 * not say is a {@link io.hanproof.doors.ProtocolError}, and one that goes silent or away is a
 * {@link io.hanproof.lab.BenchFault}.
 */
@NullMarked
package io.hanproof.doors;

import org.jspecify.annotations.NullMarked;
