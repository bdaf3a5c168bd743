package io.hanproof.lab;

/**
 * The one channel that all nodes share: a frame waits until those before it, with their acknowledgements, have passed.
 */
final class Air {
    private final long channelAccess;
    private final long octet;
    private final long emptyFrame;
    private final long emptySecuredFrame;
    private final long macAcknowledgement;
    private long freeAt = Long.MIN_VALUE;

    Air(LinkBudget budget) {
        channelAccess = budget.channelAccess().toNanos();
        octet = budget.octet().toNanos();
        emptyFrame = budget.frameNanos(0, false);
        emptySecuredFrame = budget.frameNanos(0, true);
        macAcknowledgement = budget.macAcknowledgementNanos();
    }

    /** Takes the channel for the frame and what acknowledges it; says when the frame has arrived. */
    long claim(long now, ApsFrame frame) {
        long arrival = Math.max(now, freeAt) + channelAccess + frameNanos(frame);
        freeAt = arrival + acknowledgementNanos(frame);
        return arrival;
    }

    /** From the arrival of a frame until its sender knows of it. */
    long acknowledgementNanos(ApsFrame frame) {
        if (frame.acknowledged()) {
            return 2 * macAcknowledgement + channelAccess + empty(frame);
        }
        return frame.destination().isBroadcast() ? 0 : macAcknowledgement;
    }

    /** What the sender transmits of one transmission that arrives. */
    long senderNanos(ApsFrame frame) {
        return frameNanos(frame) + (frame.acknowledged() ? macAcknowledgement : 0);
    }

    /** What the receiver transmits in answer to one that arrives. */
    long receiverNanos(ApsFrame frame) {
        return macAcknowledgement + (frame.acknowledged() ? empty(frame) : 0);
    }

    private long frameNanos(ApsFrame frame) {
        return empty(frame) + frame.zcl().length() * octet;
    }

    private long empty(ApsFrame frame) {
        return frame.secured() ? emptySecuredFrame : emptyFrame;
    }
}
