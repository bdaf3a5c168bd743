package io.hanproof.device;

import io.hanproof.zcl.UtcTime;
import io.hanproof.zcl.ota.ImageId;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * What a device remembers without power.
 *
 * @param running file version of the firmware that runs
 * @param firstPart file version of the first part that was activated, and so stored
 * @param partial a download that power cut off, where the device can resume one
 * @param held a complete image that passed the check and waits for its activation
 * @param refused the image found invalid last: the device does not fetch it again by itself
 */
public record Flash(
        long running,
        OptionalLong firstPart,
        Optional<Partial> partial,
        Optional<Held> held,
        Optional<ImageId> refused) {

    /** The beginning of an image: {@code offset} octets of it. */
    public record Partial(ImageId image, long size, long offset) {}

    /** An image that can be activated. */
    public record Held(ImageId image, long size, Content content, Order order) {
        Held withOrder(Order other) {
            return new Held(image, size, content, other);
        }
    }

    /** What the hub has said of an image's activation. */
    public sealed interface Order {
        /** Nothing yet. */
        record Unasked() implements Order {}

        /** Not before it says more. */
        record Hold() implements Order {}

        /** At once: the activation has begun. */
        record Now() implements Order {}

        /**
         * At a time.
         *
         * @param due by the device's own count
         * @param hubTime the same by the hub's clock; absent until the device has learnt it
         */
        record At(Instant due, Optional<UtcTime> hubTime) implements Order {}
    }

    static Flash running(long fileVersion) {
        return new Flash(fileVersion, OptionalLong.empty(), Optional.empty(), Optional.empty(), Optional.empty());
    }

    public Flash withRunning(long fileVersion) {
        return new Flash(fileVersion, firstPart, partial, held, refused);
    }

    public Flash withFirstPart(OptionalLong fileVersion) {
        return new Flash(running, fileVersion, partial, held, refused);
    }

    public Flash withHeld(Held image) {
        return new Flash(running, firstPart, Optional.empty(), Optional.of(image), refused);
    }

    Flash withOrder(Order order) {
        return new Flash(running, firstPart, partial, held.map(it -> it.withOrder(order)), refused);
    }

    Flash withPartial(Partial download) {
        return new Flash(running, firstPart, Optional.of(download), Optional.empty(), refused);
    }

    Flash withRefused(ImageId image) {
        return new Flash(running, firstPart, Optional.empty(), Optional.empty(), Optional.of(image));
    }

    /** Forgets the image found invalid: the hub has news. */
    Flash notified() {
        return refused.isEmpty() ? this : new Flash(running, firstPart, partial, held, Optional.empty());
    }

    /** No image in the slot. */
    Flash erased() {
        return new Flash(running, firstPart, Optional.empty(), Optional.empty(), refused);
    }

    boolean completes(Content.LastPart part) {
        return firstPart.isPresent() && firstPart.getAsLong() == part.firstPart();
    }

    /** What is left after the held image was activated: a last part without its first changes nothing. */
    Flash activated() {
        if (held.isEmpty()) {
            return this;
        }
        long version = held.get().image().fileVersion();
        return switch (held.get().content()) {
            case Content.Whole whole -> erased().withRunning(version).withFirstPart(OptionalLong.empty());
            case Content.FirstPart first -> erased().withFirstPart(OptionalLong.of(version));
            case Content.LastPart last ->
                completes(last) ? erased().withRunning(version).withFirstPart(OptionalLong.empty()) : erased();
        };
    }
}
