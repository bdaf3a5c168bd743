package io.hanproof.lab;

import java.util.function.Consumer;

/** The WAN side of a hub, real or emulated: hanproof plays the DCC. */
public interface HubWan {
    /** Sends an image to the hub. */
    void deliver(WanMessage.FirmwareDelivery delivery);

    /** Who is told of the hub's alerts, on the timeline's thread. */
    void listen(Consumer<WanMessage> listener);
}
