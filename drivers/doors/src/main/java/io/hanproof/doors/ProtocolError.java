package io.hanproof.doors;

import io.hanproof.octets.Eui64;
import java.time.Instant;
import java.util.Optional;

/**
 * A line that a peer may not have sent.
 *
 * @param at instant of the timeline at which it was found
 * @param node who sent it, once it has joined
 * @param line counts the lines received on that connection, from 1
 * @param field empty when the line is no JSON object
 */
public record ProtocolError(Instant at, Optional<Eui64> node, int line, String field, String reason) {
    @Override
    public String toString() {
        return "%s, line %d: %s%s"
                .formatted(
                        node.map(Eui64::toString).orElse("a peer that had not joined"),
                        line,
                        field.isEmpty() ? "" : field + ": ",
                        reason);
    }
}
