package io.hanproof.doors;

import io.hanproof.image.ActivationDateTime;
import io.hanproof.lab.BenchFault;
import io.hanproof.lab.FrameTap;
import io.hanproof.lab.HubWan;
import io.hanproof.lab.LiveTimeline;
import io.hanproof.lab.Timeline;
import io.hanproof.lab.WanMessage;
import io.hanproof.octets.Octets;
import java.net.URI;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * The WAN side of a hub behind a WAN door: hanproof plays the DCC there, for one scenario.
 *
 * <p>In lockstep alerts are asked for after every turn of the hub's on the HAN that came to anything but image blocks,
 * for that is where alerts come from; so they stand in the recording behind the frame that led to them, and before the
 * hub's next one. Asking after each of a transfer's ten thousand blocks would take most of the run, so while nothing but
 * blocks passes, it is enough to ask before a second of virtual time has. On the wall a thread waits for them.
 */
public final class WanClient implements HubWan, AutoCloseable {
    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final Duration LONG_POLL = Duration.ofSeconds(20);
    private static final Duration AT_MOST = Duration.ofSeconds(1);
    private static final int ANSWERS_WAITING = 4;
    private static final long PAUSE_MILLIS = 50;
    private static final int LOOKS = 60;

    private final WanCalls calls;
    private final Timeline timeline;
    private final @Nullable LiveTimeline live;
    private final FrameTap tap;
    private final Runnable catchUp;
    private final Semaphore room = new Semaphore(ANSWERS_WAITING);
    private final CountDownLatch over = new CountDownLatch(1);
    private Consumer<WanMessage> listener = message -> {};
    private Timeline.@Nullable Booking look;
    private long after;
    private boolean polling;
    private boolean again;
    private boolean ours;

    private WanClient(
            URI door,
            Duration patience,
            Timeline timeline,
            @Nullable LiveTimeline live,
            FrameTap tap,
            Runnable catchUp) {
        this.calls = new WanCalls(door, patience);
        this.timeline = timeline;
        this.live = live;
        this.tap = tap;
        this.catchUp = catchUp;
    }

    /** @param catchUp lets the hub act upon a request at the present instant, see {@link RemoteNode#catchUp} */
    public static WanClient lockstep(URI door, Timeline timeline, FrameTap tap, Runnable catchUp) {
        return lockstep(door, PATIENCE, timeline, tap, catchUp);
    }

    static WanClient lockstep(URI door, Duration patience, Timeline timeline, FrameTap tap, Runnable catchUp) {
        return new WanClient(door, patience, timeline, null, tap, catchUp);
    }

    public static WanClient wall(URI door, LiveTimeline timeline, FrameTap tap) {
        return new WanClient(door, PATIENCE, timeline, timeline, tap, () -> {});
    }

    /**
     * From here on alerts are the scenario's; those that the hub told before are not.
     *
     * @throws BenchFault when the door does not answer
     */
    public void begin() {
        if (live != null) {
            awaitHub();
        }
        fetch(after, Duration.ZERO).forEach(it -> after = it.seq());
        catchUp();
        if (live != null) {
            var target = live;
            long from = after;
            var unused = Threads.start("hanproof-wan", () -> waitForAlerts(from, target));
        }
    }

    /** On the wall a hub that has only just joined its HAN may come to stand behind its door a moment later. */
    private void awaitHub() {
        for (int left = LOOKS; ; left--) {
            try {
                var unused = calls.get("/wan/v1/hub");
                return;
            } catch (BenchFault e) {
                if (left == 0) {
                    throw e;
                }
                pause();
            }
        }
    }

    private void pause() {
        try {
            var unused = over.await(PAUSE_MILLIS, TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new BenchFault("interrupted while waiting for the hub behind the WAN door", e);
        }
    }

    /** @throws BenchFault when the door does not say */
    public HubFacts hub() {
        var answer = calls.get("/wan/v1/hub");
        var facts = calls.readAs("GET /wan/v1/hub", () -> HubFacts.read(answer));
        catchUp();
        return facts;
    }

    @Override
    public void listen(Consumer<WanMessage> listener) {
        this.listener = listener;
    }

    /**
     * Sends an image, with the activation date-time that it carries.
     *
     * @throws BenchFault when the hub does not take it
     */
    @Override
    public void deliver(WanMessage.FirmwareDelivery delivery) {
        deliver(delivery, WanFirmware.activationIn(delivery));
    }

    /**
     * Sends an image.
     *
     * @param activation the date-time in the image under the 2019 baseline, none otherwise
     * @throws BenchFault when the hub does not take it
     */
    public void deliver(WanMessage.FirmwareDelivery delivery, Optional<ActivationDateTime> activation) {
        tap.wan(timeline.nanos(), delivery);
        var answer = calls.post("/wan/v1/firmware", new WanFirmware(delivery, activation).json(), 202);
        calls.readAs("POST /wan/v1/firmware", () -> answer.text("id"));
        catchUp.run();
    }

    /**
     * Sends a GBCS command; what is answered at once is told before anything else.
     *
     * @throws BenchFault when the hub does not take it
     */
    @Override
    public void send(Octets gbcs) {
        tap.wan(timeline.nanos(), new WanMessage.Gbcs(gbcs));
        var answer = calls.post("/wan/v1/gbcs", Json.object().put("message", gbcs.hex()), 200);
        calls.readAs("POST /wan/v1/gbcs", () -> answer.hexes("responses")).forEach(it -> {
            var response = new WanMessage.Gbcs(it);
            tap.wan(timeline.nanos(), response);
            listener.accept(response);
        });
        catchUp.run();
    }

    /** The hub had a turn on the HAN: in lockstep, what {@link RemoteNode#onTurn} is to be told. */
    public void turned(boolean servedBlocksOnly) {
        if (ours) {
            return; // it was asked for alerts, nothing else
        }
        if (polling) {
            again = true;
        } else if (!servedBlocksOnly) {
            poll();
        } else if (look == null) {
            look = timeline.in(AT_MOST, this::poll);
        }
    }

    /**
     * Asks for alerts, once each, and tells of them in order.
     *
     * @throws BenchFault when the door does not answer
     */
    public void poll() {
        if (look != null) {
            look.cancel();
            look = null;
        }
        polling = true;
        try {
            do {
                again = false;
                fetch(after, Duration.ZERO).forEach(this::tell);
                catchUp();
            } while (again);
        } finally {
            polling = false;
        }
    }

    /** Upon a request that changes nothing, so that alerts need not be asked for once more. */
    private void catchUp() {
        ours = true;
        try {
            catchUp.run();
        } finally {
            ours = false;
        }
    }

    private List<WanAlert> fetch(long known, Duration wait) {
        String path = "/wan/v1/alerts?after=%d&wait=%d".formatted(known, wait.toSeconds());
        var answer = calls.get(path, wait);
        return calls.readAs("GET " + path, () -> WanAlert.readAll(answer)).stream()
                .filter(it -> it.seq() > known)
                .sorted(Comparator.comparingLong(WanAlert::seq))
                .toList();
    }

    private void tell(WanAlert alert) {
        if (alert.seq() <= after) {
            return; // told twice
        }
        after = alert.seq();
        if (live == null && alert.at().isAfter(timeline.instant())) {
            throw new BenchFault("alert %d of the hub is of %s, and it is %s"
                    .formatted(alert.seq(), alert.at(), timeline.instant()));
        }
        for (WanMessage message : alert.messages()) {
            tap.wan(Timeline.toNanos(alert.at()), message);
            listener.accept(message);
        }
    }

    private void waitForAlerts(long from, LiveTimeline target) {
        long known = from;
        try {
            while (over.getCount() > 0) {
                room.acquire();
                var alerts = fetch(known, LONG_POLL);
                known = alerts.isEmpty() ? known : alerts.getLast().seq();
                target.post(() -> {
                    room.release();
                    if (over.getCount() > 0) {
                        alerts.forEach(this::tell);
                    }
                });
                if (over.await(PAUSE_MILLIS, TimeUnit.MILLISECONDS)) { // a door may answer at once every time
                    return;
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (BenchFault e) {
            target.post(() -> {
                if (over.getCount() > 0) {
                    throw e;
                }
            });
        }
    }

    /** The scenario is over. */
    @Override
    public void close() {
        over.countDown();
        if (look != null) {
            look.cancel();
        }
        calls.close();
    }
}
