package io.hanproof.lab;

import io.hanproof.octets.Octets;
import java.util.function.Consumer;

/** The WAN side of a hub, real or emulated: hanproof plays the DCC. */
public interface HubWan {
    /** Sends an image to the hub. */
    void deliver(WanMessage.FirmwareDelivery delivery);

    /**
     * Sends a GBCS command: for the hub, or for a device of its HAN, which the hub passes it on to. What comes back, an
     * answer as well as an alert, is told the listener as {@link WanMessage.Gbcs}.
     */
    void send(Octets gbcs);

    /**
     * Who is told what the hub says, on the timeline's thread: GBCS messages as they stand, and alerts of the hub's own
     * in words after the message that says them.
     */
    void listen(Consumer<WanMessage> listener);
}
