package io.hanproof.steps;

import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Hands what one scenario leaves on the bench to the next, where a download takes ten minutes and both begin with the same. Scenarios
 * then run one by one.
 */
public final class Handover {
    private final Map<String, String> successors;
    private @Nullable Held held;

    /** @param next the place of the scenario that it is for */
    private record Held(String next, Premises premises) {}

    /** @param successors the place of the scenario that goes on after another, by the place of that one */
    public Handover(Map<String, String> successors) {
        this.successors = Map.copyOf(successors);
    }

    /** Every scenario begins anew. */
    public static Handover none() {
        return new Handover(Map.of());
    }

    /** Keeps the premises for whoever follows that scenario; says whether anybody does. */
    boolean keep(String place, Premises premises) {
        String next = successors.get(place);
        if (next == null) {
            return false;
        }
        held = new Held(next, premises);
        return true;
    }

    /** What that scenario goes on with; whatever was kept for another is closed. */
    Optional<Premises> take(String place) {
        Held found = held;
        held = null;
        if (found == null) {
            return Optional.empty();
        }
        if (Objects.equals(found.next(), place)) {
            return Optional.of(found.premises());
        }
        found.premises().site().close();
        return Optional.empty();
    }

    /** No scenario will come any more. */
    public void close() {
        var unused = take("");
    }
}
