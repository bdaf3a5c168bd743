package io.hanproof.device;

import io.hanproof.octets.Octets;
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
 * @param correspondence the GBCS messages that it got and sent
 */
public record Flash(
        long running,
        OptionalLong firstPart,
        Optional<Partial> partial,
        Optional<Held> held,
        Optional<ImageId> refused,
        Correspondence correspondence) {

    /** The beginning of an image: {@code offset} octets of it. */
    public record Partial(ImageId image, long size, long offset) {}

    /**
     * An image that can be activated.
     *
     * @param hash SHA-256 of its Manufacturer Image, as the device has calculated it
     */
    public record Held(ImageId image, long size, Content content, Octets hash, Order order) {
        Held withOrder(Order other) {
            return new Held(image, size, content, hash, other);
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
        return new Flash(
                fileVersion,
                OptionalLong.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Correspondence.none(fileVersion));
    }

    Flash withCorrespondence(Correspondence other) {
        return new Flash(running, firstPart, partial, held, refused, other);
    }

    public Flash withRunning(long fileVersion) {
        return new Flash(fileVersion, firstPart, partial, held, refused, correspondence);
    }

    public Flash withFirstPart(OptionalLong fileVersion) {
        return new Flash(running, fileVersion, partial, held, refused, correspondence);
    }

    public Flash withHeld(Held image) {
        return new Flash(running, firstPart, Optional.empty(), Optional.of(image), refused, correspondence);
    }

    Flash withOrder(Order order) {
        return new Flash(running, firstPart, partial, held.map(it -> it.withOrder(order)), refused, correspondence);
    }

    Flash withPartial(Partial download) {
        return new Flash(running, firstPart, Optional.of(download), Optional.empty(), refused, correspondence);
    }

    Flash withRefused(ImageId image) {
        return new Flash(running, firstPart, Optional.empty(), Optional.empty(), Optional.of(image), correspondence);
    }

    /** Forgets the image found invalid: the hub has news. */
    Flash notified() {
        return refused.isEmpty()
                ? this
                : new Flash(running, firstPart, partial, held, Optional.empty(), correspondence);
    }

    /** No image in the slot. */
    Flash erased() {
        return new Flash(running, firstPart, Optional.empty(), Optional.empty(), refused, correspondence);
    }

    boolean completes(Content.LastPart part) {
        return firstPart.isPresent() && firstPart.getAsLong() == part.firstPart();
    }

    /** Whether activating the held image comes to anything. */
    boolean isStartable() {
        return held.isPresent()
                && switch (held.get().content()) {
                    case Content.Whole whole -> true;
                    case Content.FirstPart first -> true;
                    case Content.LastPart last -> completes(last);
                    case Content.Unstartable unstartable -> false;
                };
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
            case Content.Unstartable unstartable -> erased();
            case Content.LastPart last ->
                completes(last) ? erased().withRunning(version).withFirstPart(OptionalLong.empty()) : erased();
        };
    }
}
