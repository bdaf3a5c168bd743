package io.hanproof.lab;

import io.hanproof.duis.UserMessage;
import io.hanproof.octets.Eui64;
import io.hanproof.octets.Octets;
import java.time.Instant;
import java.util.List;

/** One thing that a recording holds. */
public sealed interface Entry {
    /** Its number in the recording, from 1. */
    int number();

    /** When it happened: nanoseconds since 1970-01-01T00:00:00Z. */
    long nanos();

    default Instant instant() {
        return Timeline.toInstant(nanos());
    }

    /** A frame left its sender; {@code delivery} is what became of it. */
    record Frame(int number, long nanos, ApsFrame frame, Delivery delivery) implements Entry {}

    /** A node was switched on or off. */
    record Power(int number, long nanos, Eui64 node, boolean on) implements Entry {}

    /** A message crossed the WAN, an alert of the hub or anything in GBCS. */
    record Wan(int number, long nanos, WanMessage message) implements Entry {
        public Wan {
            if (message instanceof WanMessage.FirmwareDelivery) {
                throw new IllegalArgumentException("a delivery is recorded as a RecordedDelivery");
            }
        }
    }

    /**
     * A message crossed the DCC User Interface.
     *
     * @param toDcc whether the user sent it, rather than the DCC
     */
    record User(int number, long nanos, Eui64 user, boolean toDcc, UserMessage message) implements Entry {}

    /**
     * An image was sent to the hub. The recording keeps what tells it from others, not all of it.
     *
     * @param imageLength octets of the OTA Upgrade Image
     * @param sha256 hash of the OTA Upgrade Image
     * @param head its first octets, 80 or fewer: the OTA header is among them
     */
    record RecordedDelivery(
            int number,
            long nanos,
            WanMessage.UseCase useCase,
            List<Eui64> targets,
            int imageLength,
            Octets sha256,
            Octets head)
            implements Entry {
        public static final int HEAD = 80;

        public RecordedDelivery {
            targets = List.copyOf(targets);
        }
    }
}
