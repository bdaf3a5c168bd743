package io.hanproof.doors;

import io.hanproof.lab.BenchFault;
import io.hanproof.lab.Timeline;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;

/**
 * One node in lockstep. A message and all that the node does upon it, up to its {@code idle}, are one turn, within which
 * time stands still: whoever advances the timeline cannot tell the node from one that runs in this process. The node's
 * own timers are bookings of ours, for the instant that its last {@code idle} names.
 */
final class LockstepPace implements Pace {
    /** More than any real device says at one instant: a flood must not fill the memory before it is overdue. */
    private static final int MOST_LINES = 10_000;

    private final RemoteNode node;
    private final Wire wire;
    private final Timeline timeline;
    private final Duration patience;
    private final Deque<HanMessage> outbox = new ArrayDeque<>();
    private Timeline.Booking booking = () -> {};
    private boolean inTurn;
    private boolean awaitsIdle;
    private boolean ended;

    LockstepPace(RemoteNode node, Wire wire, Timeline timeline, Duration patience) {
        this.node = node;
        this.wire = wire;
        this.timeline = timeline;
        this.patience = patience;
    }

    /** What comes up while the node has its turn is told next: it hears nothing more until its {@code idle} has come. */
    @Override
    public void tell(HanMessage message) {
        outbox.add(message);
        if (inTurn) {
            return;
        }
        inTurn = true;
        try {
            for (var next = outbox.poll(); next != null && !ended; next = outbox.poll()) {
                turn(next);
            }
        } finally {
            inTurn = false;
            outbox.clear();
        }
        if (!ended) {
            node.turned();
        }
    }

    private void turn(HanMessage message) {
        wire.await();
        try {
            int lines = 0;
            while (!ended && wire.hasLine()) {
                hear(++lines); // said between turns; it counts as said now
            }
            if (ended) {
                return;
            }
            awaitsIdle = true;
            wire.write(message.json());
            while (awaitsIdle && !ended) {
                hear(++lines);
            }
        } catch (IOException e) {
            lost();
        } finally {
            awaitsIdle = false;
            wire.rest();
        }
    }

    private void hear(int lines) throws IOException {
        if (lines > MOST_LINES) {
            throw new BenchFault(
                    "%s said more than %d lines at %s without an idle".formatted(node, MOST_LINES, timeline.instant()));
        }
        node.hear(wire.next());
    }

    private void lost() {
        if (wire.isOverdue()) {
            throw new BenchFault("%s sent no idle within %s of wall time, at %s%s"
                    .formatted(
                            node,
                            patience,
                            timeline.instant(),
                            node.lastFault()
                                    .map(it -> "; its last error: " + it)
                                    .orElse("")));
        }
        node.hungUp();
    }

    @Override
    public void catchUp() {
        tell(new HanMessage.Advance(timeline.instant(), Optional.empty()));
    }

    @Override
    public void idle(Optional<Instant> until) {
        if (!awaitsIdle) {
            throw new BadInput("type", "idle answers a message, and none was sent");
        }
        until.ifPresent(this::require);
        awaitsIdle = false;
        booking.cancel();
        booking = until.filter(Instants::comes)
                .map(it -> timeline.at(it, this::catchUp))
                .orElse(() -> {});
    }

    private void require(Instant until) {
        if (!node.isOn()) {
            throw new BadInput("until", "is null while power is off");
        }
        if (!until.isAfter(timeline.instant())) {
            throw new BadInput(
                    "until",
                    "needs an instant after %s, found %s"
                            .formatted(Instants.write(timeline.instant()), Instants.write(until)));
        }
    }

    @Override
    public void end() {
        ended = true;
        booking.cancel();
    }
}
