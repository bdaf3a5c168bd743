package io.hanproof.device;

import io.hanproof.octets.Eui64;
import io.hanproof.octets.Octets;
import java.time.Instant;
import java.util.Optional;

/**
 * What a device remembers of the GBCS messages that it got and sent. Counters are unsigned.
 *
 * @param commanded the supplier's counter in the last command that was taken from it, an order or a question
 * @param asked the Access Control Broker's counter in the last command that was taken from it
 * @param sent the device's own counter in its last alert
 * @param order the activation that was commanded and is not over
 * @param reported the firmware version that the DCC was told last
 */
public record Correspondence(long commanded, long asked, long sent, Optional<ActivationOrder> order, long reported) {

    /**
     * A command to activate, as it was taken.
     *
     * @param hash of the Manufacturer Image that is to be activated
     * @param counter the command's
     * @param at absent for at once
     */
    public record ActivationOrder(Octets hash, long counter, Eui64 supplier, Optional<Instant> at) {}

    static Correspondence none(long running) {
        return new Correspondence(0, 0, 0, Optional.empty(), running);
    }

    Correspondence withCommanded(long counter) {
        return new Correspondence(counter, asked, sent, order, reported);
    }

    Correspondence withAsked(long counter) {
        return new Correspondence(commanded, counter, sent, order, reported);
    }

    Correspondence withSent(long counter) {
        return new Correspondence(commanded, asked, counter, order, reported);
    }

    Correspondence withOrder(Optional<ActivationOrder> other) {
        return new Correspondence(commanded, asked, sent, other, reported);
    }

    /** An order that is over; a refused one was never remembered, and leaves one for later standing. */
    Correspondence without(ActivationOrder over) {
        boolean remembered = order.filter(it -> it.counter() == over.counter()).isPresent();
        return remembered ? withOrder(Optional.empty()) : this;
    }

    Correspondence withReported(long running) {
        return new Correspondence(commanded, asked, sent, order, running);
    }
}
