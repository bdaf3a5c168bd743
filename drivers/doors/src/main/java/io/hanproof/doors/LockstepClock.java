package io.hanproof.doors;

import io.hanproof.lab.Timeline;
import io.hanproof.lab.VirtualTimeline;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.Consumer;

/** Virtual time that each message of the HAN moves on. */
final class LockstepClock implements NodeClock {
    private final VirtualTimeline timeline;
    private final Consumer<NodeMessage> out;
    private final ConcurrentLinkedQueue<Runnable> posted = new ConcurrentLinkedQueue<>();
    private boolean powered = true;

    LockstepClock(Instant now, Consumer<NodeMessage> out) {
        this.timeline = new VirtualTimeline(now);
        this.out = out;
    }

    @Override
    public Timeline timeline() {
        return timeline;
    }

    @Override
    public void post(Runnable what) {
        posted.add(what);
    }

    @Override
    public void run(SocketNode node) {
        idle(); // upon joined
        for (var line = node.hear(); !line.isLast() && !node.isEnded(); line = node.hear()) {
            if (node.take(line)) {
                idle();
            }
        }
    }

    @Override
    public void comeTo(HanMessage message) {
        message.instant().ifPresent(instant -> {
            if (instant.isBefore(timeline.instant())) {
                throw new BadInput(
                        message instanceof HanMessage.Advance ? "to" : "at",
                        "instants never go back: it is %s".formatted(Instants.write(timeline.instant())));
            }
            if (!Instants.comes(instant)) {
                throw new BadInput("at", "is beyond all time: " + Instants.write(instant));
            }
            timeline.advanceTo(instant);
        });
        for (var what = posted.poll(); what != null; what = posted.poll()) {
            what.run();
        }
    }

    @Override
    public void power(boolean on) {
        powered = on;
    }

    private void idle() {
        timeline.advanceTo(timeline.instant()); // what was booked for this very instant
        out.accept(new NodeMessage.Idle(powered ? timeline.next() : Optional.empty()));
    }

    @Override
    public boolean saysAtOnce() {
        return false;
    }
}
