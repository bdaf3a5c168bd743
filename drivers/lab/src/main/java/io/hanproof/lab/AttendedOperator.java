package io.hanproof.lab;

import java.time.Duration;
import java.util.ArrayList;
import java.util.function.Supplier;

/**
 * Lets time go on while an operator is at it: our nodes keep answering, and what arrives meanwhile is recorded. To be
 * used where a scenario stands, not by what happens on the timeline.
 */
public final class AttendedOperator implements Operator {
    private final LiveTimeline timeline;
    private final Operator operator;
    private final Duration longest;

    private sealed interface Answer<T> {
        record Given<T>(T what) implements Answer<T> {}

        record Failed<T>(RuntimeException fault) implements Answer<T> {}
    }

    /** @param longest when to give up even if the operator never returns */
    public AttendedOperator(LiveTimeline timeline, Operator operator, Duration longest) {
        this.timeline = timeline;
        this.operator = operator;
        this.longest = longest;
    }

    @Override
    public void ask(Act act) {
        var unused = meanwhile(act, () -> {
            operator.ask(act);
            return true;
        });
    }

    @Override
    public boolean confirm(Question question) {
        return meanwhile(question, () -> operator.confirm(question));
    }

    private <T> T meanwhile(Request request, Supplier<T> asking) {
        var answers = new ArrayList<Answer<T>>(); // the timeline's thread alone touches it
        var asker = Thread.ofPlatform().daemon().name("operator").start(() -> {
            Answer<T> answer = answer(asking);
            timeline.post(() -> answers.add(answer));
        });
        try {
            if (!timeline.advanceUntil(
                    () -> !answers.isEmpty(), timeline.instant().plus(longest))) {
                throw new BenchFault("the operator did not come back within %s: %s".formatted(longest, request.text()));
            }
        } finally {
            asker.interrupt();
        }
        return switch (answers.getFirst()) {
            case Answer.Given<T>(var what) -> what;
            case Answer.Failed<T>(var fault) -> throw fault;
        };
    }

    private static <T> Answer<T> answer(Supplier<T> asking) {
        try {
            return new Answer.Given<>(asking.get());
        } catch (RuntimeException e) {
            return new Answer.Failed<>(e);
        }
    }
}
