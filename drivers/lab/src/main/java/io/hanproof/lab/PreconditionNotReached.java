package io.hanproof.lab;

/** A {@code Given} declared a state that the target did not come to; names the requirement it should have met. */
public final class PreconditionNotReached extends BenchFault {
    private static final long serialVersionUID = 1L;

    public PreconditionNotReached(String requirement, String state) {
        super("precondition not reached: %s (%s)".formatted(state, requirement));
    }
}
