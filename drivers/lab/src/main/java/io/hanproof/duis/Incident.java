package io.hanproof.duis;

import io.hanproof.octets.Eui64;
import io.hanproof.octets.Octets;
import java.time.Instant;
import java.util.List;

/** What passes between a user and the DCC's service desk: a supplier whose device is damaged asks who sent the image. */
public sealed interface Incident extends UserMessage {
    Eui64 device();

    /** Who sent firmware to the device? */
    record Raised(Eui64 device) implements Incident {}

    /**
     * What the audit trail keeps of it.
     *
     * @param images oldest first; none when the asker is not affected
     */
    record Answered(Eui64 device, List<Sent> images) implements Incident {
        public Answered {
            images = List.copyOf(images);
        }
    }

    /**
     * An image that was sent to a device.
     *
     * @param hash SHA-256 of the Manufacturer Image
     */
    record Sent(Instant at, Eui64 sender, RequestId request, Octets hash, long firmwareVersion) {}
}
