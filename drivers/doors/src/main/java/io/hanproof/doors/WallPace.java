package io.hanproof.doors;

import io.hanproof.lab.BenchFault;
import io.hanproof.lab.LiveTimeline;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.Semaphore;

/** One node in real time: a thread reads what it says, and the timeline's thread takes it from there. */
final class WallPace implements Pace {
    /** Lines that may wait for the timeline; a node that says more waits itself. */
    private static final int MOST_WAITING = 64;

    private final RemoteNode node;
    private final Wire wire;
    private final LiveTimeline timeline;
    private final Duration patience;
    private final Semaphore room = new Semaphore(MOST_WAITING);
    private final Thread reader;
    private boolean reading;
    private volatile boolean ended;

    WallPace(RemoteNode node, Wire wire, LiveTimeline timeline, Duration patience) {
        this.node = node;
        this.wire = wire;
        this.timeline = timeline;
        this.patience = patience;
        this.reader = Thread.ofPlatform().daemon().name("hanproof " + node).unstarted(this::read);
    }

    @Override
    public void tell(HanMessage message) {
        wire.await();
        try {
            wire.write(message.json());
        } catch (IOException e) {
            lost();
        } finally {
            wire.rest();
        }
        if (!reading && !ended) { // not before it was told that it has joined
            reading = true;
            reader.start();
        }
    }

    private void read() {
        try {
            Line line;
            do {
                room.acquire();
                line = next().detached();
                var taken = line;
                timeline.post(() -> take(taken));
            } while (!line.isLast() && !ended);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt(); // the scenario is over
        }
    }

    private Line next() {
        try {
            return wire.next();
        } catch (IOException e) {
            return new Line.End(0);
        }
    }

    private void take(Line line) {
        room.release();
        if (ended) {
            return;
        }
        try {
            wire.await();
            node.hear(line);
        } catch (IOException e) {
            lost();
        } finally {
            wire.rest();
        }
    }

    private void lost() {
        if (wire.isOverdue()) {
            throw new BenchFault("%s did not read what it was sent within %s of wall time, at %s"
                    .formatted(node, patience, timeline.instant()));
        }
        node.hungUp();
    }

    @Override
    public void catchUp() {
        // time comes to everybody by itself
    }

    @Override
    public void idle(Optional<Instant> until) {
        throw new BadInput("type", "idle is for lockstep");
    }

    @Override
    public void end() {
        ended = true;
        reader.interrupt();
    }
}
