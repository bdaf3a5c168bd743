package io.hanproof.dongle;

import io.hanproof.lab.ApsFrame;
import io.hanproof.lab.BenchFault;
import io.hanproof.lab.Delivery;
import io.hanproof.lab.DutyCycle;
import io.hanproof.lab.FrameTap;
import io.hanproof.lab.LiveTimeline;
import io.hanproof.lab.Radio;
import io.hanproof.lab.SteppedTimeline;
import io.hanproof.octets.Eui64;
import java.time.Duration;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.function.IntPredicate;

/** A stick's radio for one scenario: what comes from the line is handed to the timeline, in order. */
final class StickRadio implements Radio {
    /** What a stick takes into one frame; APS security wants octets of its own there. */
    private static final int LONGEST = 82;

    private static final int LONGEST_SECURED = 78;

    private static final Duration BEFORE_TRYING_AGAIN = Duration.ofMillis(50);
    private static final int MOST_TRIES = 20;

    private final StickNode node;
    private final IntPredicate hasEndpoint;
    private final LiveTimeline timeline;
    private final FrameTap tap;
    private final Eui64 address;

    private Consumer<ApsFrame> listener = frame -> {};
    private BiConsumer<ApsFrame, Delivery> confirmation = (frame, delivery) -> {};
    private boolean closed;

    StickRadio(StickNode node, IntPredicate hasEndpoint, LiveTimeline timeline, FrameTap tap) {
        this.node = node;
        this.hasEndpoint = hasEndpoint;
        this.timeline = timeline;
        this.tap = tap;
        this.address = node.transport().address();
    }

    @Override
    public Eui64 address() {
        return address;
    }

    @Override
    public void listen(Consumer<ApsFrame> listener) {
        this.listener = listener;
    }

    @Override
    public void confirm(BiConsumer<ApsFrame, Delivery> listener) {
        this.confirmation = listener;
    }

    @Override
    public void dutyCycle(Consumer<DutyCycle> listener) {
        // a stick for 2.4 GHz has none
    }

    @Override
    public void send(ApsFrame frame) {
        check(frame);
        new Sent(tap.sent(timeline.nanos(), frame), frame).go();
    }

    private void check(ApsFrame frame) {
        var reason = node.lost();
        if (reason != null) {
            throw new BenchFault(reason);
        }
        if (closed) {
            throw new BenchFault("the radio of %s is closed and cannot send".formatted(address));
        }
        if (!frame.source().equals(address)) {
            throw new IllegalArgumentException("%s cannot send for %s".formatted(address, frame.source()));
        }
        if (frame.destination().isBroadcast() && (frame.secured() || frame.acknowledged())) {
            throw new IllegalArgumentException("a broadcast has neither APS security nor an acknowledgement");
        }
        if (!hasEndpoint.test(frame.sourceEndpoint())) {
            throw new BenchFault("the stick has no endpoint %d to send from".formatted(frame.sourceEndpoint()));
        }
        int longest = frame.secured() ? LONGEST_SECURED : LONGEST;
        if (frame.zcl().length() > longest) {
            throw new BenchFault("a stick sends frames of up to %d octets, this one has %d"
                    .formatted(longest, frame.zcl().length()));
        }
    }

    /** From the thread that reads the line. */
    void heard(ApsFrame frame) {
        timeline.post(() -> {
            if (!closed) {
                int number = tap.sent(timeline.nanos(), frame);
                tap.outcome(number, timeline.nanos(), Delivery.DELIVERED);
                listener.accept(frame);
            }
        });
    }

    /** From any thread: whoever lets time pass learns of it at once. */
    void lost(String reason) {
        timeline.post(() -> {
            throw new BenchFault(reason);
        });
        if (timeline instanceof SteppedTimeline stepped) {
            stepped.arrived(Long.MIN_VALUE); // nobody else will say any more where time has stopped
        }
    }

    @Override
    public void close() {
        closed = true;
        node.takeBack(this);
    }

    /** One frame on its way. */
    private final class Sent implements Fate {
        private final int number;
        private final ApsFrame frame;
        private int tries;

        Sent(int number, ApsFrame frame) {
            this.number = number;
            this.frame = frame;
        }

        void go() {
            tries++;
            node.send(frame, this);
        }

        @Override
        public void settled(Delivery delivery) {
            if (frame.acknowledged() || delivery == Delivery.LOST) {
                timeline.post(() -> tell(delivery));
            }
        }

        /** Of a frame that asked for no acknowledgement the stick knows only that it went out. */
        private void tell(Delivery delivery) {
            if (closed) {
                return;
            }
            tap.outcome(number, timeline.nanos(), delivery);
            if (frame.acknowledged()) {
                confirmation.accept(frame, delivery);
            }
        }

        @Override
        public void busy() {
            timeline.post(() -> timeline.in(BEFORE_TRYING_AGAIN, this::again));
        }

        private void again() {
            if (tries >= MOST_TRIES) {
                throw new BenchFault(
                        "the stick was too busy to send to %s %d times".formatted(frame.destination(), tries));
            }
            if (!closed) {
                go();
            }
        }

        @Override
        public void refused(String why) {
            timeline.post(() -> {
                throw new BenchFault("the stick will not send to %s: %s".formatted(frame.destination(), why));
            });
        }
    }
}
