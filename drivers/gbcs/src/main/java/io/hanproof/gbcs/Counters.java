package io.hanproof.gbcs;

import io.hanproof.octets.Eui64;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * The highest counter seen of each originator, for commands and alerts apart; a value, so whoever accepts a message keeps the
 * next one. Responses carry their command's counter and may come in any order.
 */
public record Counters(Map<Track, Long> highest) {
    /** Nothing seen yet. */
    public static final Counters NONE = new Counters(Map.of());

    public record Track(Eui64 originator, Cra cra) {}

    public Counters {
        highest = Map.copyOf(highest);
    }

    /** The counter that a message with this header must exceed. */
    public Optional<Long> before(GroupingHeader header) {
        return header.cra() == Cra.RESPONSE ? Optional.empty() : Optional.ofNullable(highest.get(track(header)));
    }

    /** Whether the message is no replay. */
    public boolean accepts(GroupingHeader header) {
        return before(header)
                .filter(it -> Long.compareUnsigned(header.counter(), it) <= 0)
                .isEmpty();
    }

    /** What holds once the message is accepted. */
    public Counters after(GroupingHeader header) {
        if (header.cra() == Cra.RESPONSE || !accepts(header)) {
            return this;
        }
        var next = new HashMap<>(highest);
        next.put(track(header), header.counter());
        return new Counters(next);
    }

    private static Track track(GroupingHeader header) {
        return new Track(header.originator(), header.cra());
    }
}
