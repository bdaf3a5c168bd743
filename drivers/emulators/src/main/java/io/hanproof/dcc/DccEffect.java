package io.hanproof.dcc;

import io.hanproof.duis.UserMessage;
import io.hanproof.lab.WanMessage;
import io.hanproof.octets.Eui64;
import io.hanproof.octets.Octets;
import java.time.Instant;

/** What the DCC can want done. */
public sealed interface DccEffect {

    /** Answer or alert a user. */
    record Tell(Eui64 user, UserMessage message) implements DccEffect {}

    /** Carry an image to a hub. */
    record Deliver(Eui64 hub, WanMessage.FirmwareDelivery delivery) implements DccEffect {}

    /** Send a GBCS command to a hub, for itself or for a device of its HAN. */
    record Send(Eui64 hub, Octets command) implements DccEffect {}

    /** Wake up then. */
    record Book(DccTimer timer, Instant at) implements DccEffect {}

    /**
     * Keep for the record why a message was dropped.
     *
     * @param finding its name, as {@code wrong signature}
     */
    record Note(Eui64 hub, String finding, Octets message) implements DccEffect {}
}
