package io.hanproof.lab;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Leads what stands on the bench to the state that a {@code Given} declares, by the shortest way from the state it is
 * in. A scenario need not say how; and where a device keeps its state from one scenario to the next, what is reached
 * already costs nothing.
 *
 * @param <S> its states; equal ones are the same
 */
public final class Bench<S> {
    private final List<Passage<S>> passages;
    private S present;

    /** One step that can be taken. */
    public interface Passage<S> {
        /** The state this step leads to from {@code from} on the way to {@code goal}, if it can be taken there. */
        Optional<S> leads(S from, S goal);

        /**
         * Takes the step.
         *
         * @throws PreconditionNotReached when the state was not reached
         */
        void take(S from, S to);
    }

    public Bench(S present, List<Passage<S>> passages) {
        this.present = present;
        this.passages = List.copyOf(passages);
    }

    public S present() {
        return present;
    }

    /** Something outside of the bench's doing changed the state. */
    public void found(S state) {
        present = state;
    }

    /**
     * @throws PreconditionNotReached when a step on the way did not get there
     * @throws BenchFault when there is no way
     */
    public void reach(S goal) {
        for (Stride<S> stride : way(goal)) {
            stride.passage.take(present, stride.to);
            present = stride.to;
        }
    }

    private record Stride<S>(Passage<S> passage, S to) {}

    private List<Stride<S>> way(S goal) {
        Map<S, @Nullable Stride<S>> arrivedBy = new HashMap<>();
        Map<S, S> cameFrom = new HashMap<>();
        var open = new ArrayDeque<S>();
        arrivedBy.put(present, null);
        open.add(present);
        while (!open.isEmpty()) {
            S at = open.remove();
            if (at.equals(goal)) {
                return backFrom(at, arrivedBy, cameFrom);
            }
            for (Passage<S> passage : passages) {
                passage.leads(at, goal).filter(to -> !arrivedBy.containsKey(to)).ifPresent(to -> {
                    arrivedBy.put(to, new Stride<>(passage, to));
                    cameFrom.put(to, at);
                    open.add(to);
                });
            }
        }
        throw new BenchFault("no way leads from %s to %s".formatted(present, goal));
    }

    private List<Stride<S>> backFrom(S goal, Map<S, @Nullable Stride<S>> arrivedBy, Map<S, S> cameFrom) {
        var way = new ArrayList<Stride<S>>();
        S at = goal;
        for (var stride = arrivedBy.get(at); stride != null; stride = arrivedBy.get(at)) {
            way.addFirst(stride);
            at = cameFrom.get(at);
        }
        return way;
    }
}
