package io.hanproof.dongle;

import com.zsmartsystems.zigbee.dongle.ember.ezsp.structure.EmberStatus;
import com.zsmartsystems.zigbee.dongle.ember.ezsp.structure.EzspStatus;
import io.hanproof.lab.Delivery;
import java.util.concurrent.atomic.AtomicReferenceArray;
import org.jspecify.annotations.Nullable;

/** Frames that the stick has not confirmed yet: by the tag that it confirms with, and by the number of the order. */
final class EmberFlight {
    private static final int TAGS = 0x100;

    private record Order(int tag, Fate fate) {}

    private final AtomicReferenceArray<@Nullable Fate> byTag = new AtomicReferenceArray<>(TAGS);
    private final AtomicReferenceArray<@Nullable Order> bySequence = new AtomicReferenceArray<>(TAGS);
    private int next;

    /** A tag for the frame; the frame that had it 256 frames ago will not be confirmed any more. */
    synchronized int take(Fate fate) {
        for (int tries = 0; tries < TAGS; tries++) {
            next = (next + 1) % TAGS;
            if (byTag.get(next) == null) {
                break;
            }
        }
        var forgotten = byTag.getAndSet(next, fate);
        if (forgotten != null) {
            forgotten.settled(Delivery.UNKNOWN);
        }
        return next;
    }

    void sequence(int sequence, int tag) {
        var fate = byTag.get(tag);
        if (fate != null) {
            bySequence.set(sequence, new Order(tag, fate));
        }
    }

    /** The stick has tried. */
    void sent(int tag, Delivery delivery) {
        var fate = byTag.getAndSet(tag, null);
        if (fate != null) {
            fate.settled(delivery);
        }
    }

    /** The stick has taken the frame, or not; when not, it will not confirm it. */
    void answered(int sequence, EmberStatus status) {
        var order = bySequence.getAndSet(sequence, null);
        if (order == null || status == EmberStatus.EMBER_SUCCESS) {
            return;
        }
        byTag.compareAndSet(order.tag(), order.fate(), null);
        switch (status) {
            case EMBER_MAX_MESSAGE_LIMIT_REACHED, EMBER_NO_BUFFERS, EMBER_NETWORK_BUSY, EMBER_MAC_TRANSMIT_QUEUE_FULL ->
                order.fate().busy();
            default -> order.fate().refused(words(status));
        }
    }

    void invalid(int sequence, EzspStatus reason) {
        var order = bySequence.getAndSet(sequence, null);
        if (order != null) {
            byTag.compareAndSet(order.tag(), order.fate(), null);
            order.fate().refused(reason.name());
        }
    }

    private static String words(EmberStatus status) {
        return switch (status) {
            case EMBER_APS_ENCRYPTION_ERROR, EMBER_KEY_NOT_AUTHORIZED, EMBER_KEY_INVALID ->
                "it shares no link key with that node (%s)".formatted(status);
            case EMBER_NETWORK_DOWN, EMBER_NOT_JOINED -> "its network is down (%s)".formatted(status);
            case EMBER_MESSAGE_TOO_LONG -> "the frame is too long (%s)".formatted(status);
            default -> status.name();
        };
    }
}
