package io.hanproof.doors;

import io.hanproof.lab.Timeline;
import io.hanproof.lab.WallTimeline;
import java.util.concurrent.Semaphore;

/** Real time: a thread reads what the HAN says, and the node's thread takes it from there. */
final class WallClock implements NodeClock {
    /** Lines that may wait for the node; a HAN that says more waits itself. */
    private static final int MOST_WAITING = 64;

    private final WallTimeline timeline = new WallTimeline();
    private final Semaphore room = new Semaphore(MOST_WAITING);

    @Override
    public Timeline timeline() {
        return timeline;
    }

    @Override
    public void post(Runnable what) {
        timeline.post(what);
    }

    @Override
    public void run(SocketNode node) {
        var reader = Threads.start("hanproof " + node.radio().address(), () -> read(node));
        try {
            timeline.advanceUntil(node::isEnded, Timeline.toInstant(Long.MAX_VALUE));
        } finally {
            reader.interrupt();
        }
    }

    private void read(SocketNode node) {
        try {
            Line line;
            do {
                room.acquire();
                line = node.hear().detached();
                var heard = line;
                timeline.post(() -> take(heard, node));
            } while (!line.isLast());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt(); // the session is over
        }
    }

    private void take(Line line, SocketNode node) {
        room.release();
        if (line.isLast()) {
            node.end();
        } else {
            var unused = node.take(line);
        }
    }

    @Override
    public void comeTo(HanMessage message) {
        // time comes by itself
    }

    @Override
    public void power(boolean on) {
        // no idle to say it in
    }

    @Override
    public boolean saysAtOnce() {
        return true;
    }
}
