package io.hanproof.dongle;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Looks at what comes over the line before the library does: the library tells nobody why it falls silent, and a
 * message has to say whether the stick is mute, speaks something else, or has reset itself.
 */
final class AshWatch {
    private static final int FLAG = 0x7E;
    private static final int CANCEL = 0x1A;
    private static final int RESET_ACKNOWLEDGEMENT = 0xC1;
    private static final int ERROR = 0xC2;

    private final CompletableFuture<Boolean> reset = new CompletableFuture<>();
    private int inFrame;
    private int first;
    private final AtomicInteger resets = new AtomicInteger();
    private volatile boolean failed;
    private volatile boolean heard;

    /** From the reading thread: octets as they came. */
    void saw(byte[] came, int count) {
        heard = true;
        for (int i = 0; i < count; i++) {
            int octet = came[i] & 0xFF;
            if (octet == FLAG) {
                frame();
                inFrame = 0;
            } else if (octet == CANCEL) {
                inFrame = 0;
            } else if (inFrame++ == 0) {
                first = octet;
            }
        }
    }

    private void frame() {
        if (first == RESET_ACKNOWLEDGEMENT && inFrame >= 5) {
            resets.incrementAndGet();
            reset.complete(true);
        } else if (first == ERROR && inFrame >= 5) {
            failed = true;
        }
    }

    /** Done when the stick says that it has reset itself, as it is told to first of all. */
    CompletableFuture<Boolean> reset() {
        return reset;
    }

    boolean heardAnything() {
        return heard;
    }

    /** Why a link that was up is down. */
    String whyDown() {
        if (failed) {
            return "the stick reports an error and has stopped (ASH ERROR)";
        }
        return resets.get() > 1 ? "the stick has reset itself" : "the stick does not answer any more";
    }
}
