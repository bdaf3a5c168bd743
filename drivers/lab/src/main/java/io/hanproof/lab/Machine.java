package io.hanproof.lab;

import java.time.Instant;
import java.util.List;

/**
 * A pure state machine: what an actor does next depends on what happened, what it remembers and the time, and on
 * nothing else. A shell sends what it decides and keeps its state.
 *
 * @param <S> its states
 * @param <E> what can happen to it
 * @param <F> what it can want done
 */
@FunctionalInterface
public interface Machine<S, E, F> {
    Step<S, F> on(E event, S state, Instant now);

    /** The state that follows, and what is to be done, in order. */
    record Step<S, F>(S state, List<F> effects) {}

    /**
     * A change to how a machine behaves: a misbehaviour to be caught, or a script that makes our counterpart do what is
     * unusual but legal. It sees events and states as the machine does and may change only what follows.
     */
    @FunctionalInterface
    interface Mutation<S, E, F> {
        Machine<S, E, F> of(Machine<S, E, F> honest);
    }
}
