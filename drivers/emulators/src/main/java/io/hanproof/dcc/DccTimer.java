package io.hanproof.dcc;

import io.hanproof.octets.Eui64;

/** What the DCC wakes up for. */
public sealed interface DccTimer {

    /** A hub's firmware request has been in progress for as long as it may hold up others. */
    record InFlight(Eui64 hub, int serial) implements DccTimer {}

    /** A device has had its time to answer a command. */
    record Unanswered(Eui64 device, int serial) implements DccTimer {}

    /** Something that a DCC which misbehaves does later. */
    record Later(DccEffect effect) implements DccTimer {}
}
