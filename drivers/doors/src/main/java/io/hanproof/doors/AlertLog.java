package io.hanproof.doors;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.hanproof.lab.WanMessage;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** The latest alerts of a hub, for who asks: its thread writes, the door's threads read. */
final class AlertLog {
    private static final int KEPT = 1_000;

    private final Deque<WanAlert> alerts = new ArrayDeque<>();
    private long last;
    private CompletableFuture<Void> next = new CompletableFuture<>();

    synchronized void add(Instant at, WanMessage message) {
        if (message instanceof WanMessage.Gbcs) {
            return; // the words follow, and are told
        }
        alerts.add(new WanAlert(++last, at, message));
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
            later = alerts.stream().filter(it -> it.seq() > seq).toList();
        }
        var out = Json.object();
        var array = out.putArray("alerts");
        later.forEach(it -> array.add(it.json()));
        return out;
    }
}
