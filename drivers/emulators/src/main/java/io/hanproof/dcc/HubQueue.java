package io.hanproof.dcc;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A hub's firmware requests.
 *
 * @param inProgress the one that holds up the others
 * @param waiting in the order in which they will be sent
 */
public record HubQueue(Optional<Delivery> inProgress, List<Delivery> waiting) {
    static final HubQueue EMPTY = new HubQueue(Optional.empty(), List.of());

    public HubQueue {
        waiting = List.copyOf(waiting);
    }

    /** Behind everything of its own class and above, before everything below. */
    HubQueue enqueued(Delivery delivery) {
        int at = waiting.size();
        while (delivery.forMeter() && at > 0 && !waiting.get(at - 1).forMeter()) {
            at--;
        }
        var more = new ArrayList<>(waiting);
        more.add(at, delivery);
        return new HubQueue(inProgress, more);
    }

    HubQueue with(Delivery other) {
        return new HubQueue(Optional.of(other), waiting);
    }

    HubQueue idle() {
        return new HubQueue(Optional.empty(), waiting);
    }

    HubQueue shifted() {
        return new HubQueue(Optional.of(waiting.getFirst()), waiting.subList(1, waiting.size()));
    }
}
