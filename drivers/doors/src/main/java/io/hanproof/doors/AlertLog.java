package io.hanproof.doors;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.hanproof.gbcs.GbcsMessage;
import io.hanproof.gbcs.HubFirmwareAlert;
import io.hanproof.lab.WanMessage;
import io.hanproof.octets.Decoded;
import io.hanproof.octets.Octets;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** The latest alerts of a hub, for who asks: its thread writes, the door's threads read. */
final class AlertLog {
    private static final int KEPT = 1_000;

    private record Held(Instant at, Octets gbcs) {}

    private final Deque<WanAlert> alerts = new ArrayDeque<>();
    private Optional<Held> held = Optional.empty();
    private long last;
    private CompletableFuture<Void> next = new CompletableFuture<>();

    /** A GBCS message that says an alert of the hub's is told with the words that follow it. */
    synchronized void add(Instant at, WanMessage message) {
        if (message instanceof WanMessage.Gbcs(var octets)) {
            flush();
            held = Optional.of(new Held(at, octets));
            if (!isHubAlert(octets)) {
                flush();
            }
        } else {
            Optional<Octets> gbcs = held.map(Held::gbcs);
            held = Optional.empty();
            add(at, Optional.of(message), gbcs);
        }
    }

    private static boolean isHubAlert(Octets gbcs) {
        return GbcsMessage.read(gbcs) instanceof Decoded.Value<GbcsMessage>(var message)
                && message.content() instanceof HubFirmwareAlert;
    }

    /** The words do not always follow. */
    private void flush() {
        var alone = held;
        held = Optional.empty();
        alone.ifPresent(it -> add(it.at(), Optional.empty(), Optional.of(it.gbcs())));
    }

    private void add(Instant at, Optional<WanMessage> alert, Optional<Octets> gbcs) {
        alerts.add(new WanAlert(++last, at, alert, gbcs));
        if (alerts.size() > KEPT) {
            alerts.remove();
        }
        next.complete(null);
        next = new CompletableFuture<>();
    }

    /** Those later than {@code seq}, as soon as there is one, or none after that many seconds. */
    ObjectNode after(long seq, int seconds) throws InterruptedException {
        CompletableFuture<Void> another;
        synchronized (this) {
            flush();
            another = next;
            if (last > seq || seconds == 0) {
                return answer(seq);
            }
        }
        try {
            another.get(seconds, TimeUnit.SECONDS);
        } catch (TimeoutException e) {
            // then there is none
        } catch (ExecutionException e) {
            throw new IllegalStateException("it only completes", e);
        }
        return answer(seq);
    }

    private ObjectNode answer(long seq) {
        List<WanAlert> later;
        synchronized (this) {
            flush();
            later = alerts.stream().filter(it -> it.seq() > seq).toList();
        }
        var out = Json.object();
        var array = out.putArray("alerts");
        later.forEach(it -> array.add(it.json()));
        return out;
    }
}
