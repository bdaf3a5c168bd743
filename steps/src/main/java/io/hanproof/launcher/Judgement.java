package io.hanproof.launcher;

import io.hanproof.evidence.PlannedScenario;
import io.hanproof.evidence.ScenarioResult;
import io.hanproof.evidence.ScenarioResult.StepResult;
import io.hanproof.evidence.Verdict;
import io.hanproof.lab.BenchFault;
import io.hanproof.steps.Outcome;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.opentest4j.TestAbortedException;

/** What an outcome says of the target. */
final class Judgement {
    private final Replay replay;
    private final boolean shipped;

    /** Judges hanproof's own features on its own profiles. */
    Judgement(Replay replay) {
        this(replay, true);
    }

    /** @param shipped whether features and profiles are all hanproof's, so that what is amiss in them is, too */
    Judgement(Replay replay, boolean shipped) {
        this.replay = replay;
        this.shipped = shipped;
    }

    /**
     * What the outcome is worth.
     *
     * @throws OwnFault when it says something of hanproof only
     * @throws UsageFault when a user's feature or profile names what is not there
     */
    ScenarioResult of(Outcome outcome, Duration wallTime) {
        if (outcome.lost().isPresent()) {
            String reason = "%s; frame %d was the last that the recording has"
                    .formatted(outcome.lost().get(), outcome.recording().size());
            return result(outcome, Verdict.INCONCLUSIVE, reason, wallTime);
        }
        return outcome.failure()
                .map(it -> result(outcome, verdict(outcome.scenario(), it), message(it), wallTime))
                .orElseGet(() -> passed(outcome, wallTime));
    }

    /** The result of what was not executed. */
    ScenarioResult notExecuted(Plan.Item item, Verdict verdict, String reason) {
        List<StepResult> steps = item.scenario().steps().stream()
                .map(it -> new StepResult(it.toString(), "skipped"))
                .toList();
        return new ScenarioResult(
                item.planned(),
                verdict,
                reason,
                Duration.ZERO,
                Duration.ZERO,
                List.of(),
                Map.of(),
                steps,
                replay.command(item.planned()),
                Optional.empty());
    }

    private ScenarioResult passed(Outcome outcome, Duration wallTime) {
        if (outcome.decidedBy().isEmpty()) {
            throw new OwnFault("scenario %s failed nothing and observed nothing on %s: a check that decides nothing"
                    .formatted(outcome.scenario().id(), outcome.scenario().profile()));
        }
        return result(outcome, Verdict.PASS, String.join("; ", outcome.observations()), wallTime);
    }

    private Verdict verdict(PlannedScenario scenario, Throwable failure) {
        return switch (failure) {
            case AssertionError broken -> Verdict.FAIL;
            case BenchFault undecided -> Verdict.INCONCLUSIVE;
            case TestAbortedException undecidable -> Verdict.NOT_APPLICABLE;
            case IllegalArgumentException unmeant
            when !shipped ->
                throw new UsageFault(
                        "scenario %s on %s cannot be run (line %d of %s): %s"
                                .formatted(
                                        scenario.id(),
                                        scenario.profile(),
                                        scenario.line(),
                                        scenario.uri(),
                                        message(unmeant)),
                        unmeant);
            default ->
                throw new OwnFault(
                        "scenario %s on %s ended in %s".formatted(scenario.id(), scenario.profile(), failure), failure);
        };
    }

    private ScenarioResult result(Outcome outcome, Verdict verdict, String reason, Duration wallTime) {
        return new ScenarioResult(
                outcome.scenario(),
                verdict,
                reason,
                outcome.hanTime(),
                wallTime,
                outcome.decidedBy(),
                outcome.evidence(),
                outcome.steps(),
                replay.command(outcome.scenario()),
                Optional.of(outcome.recording()));
    }

    private static String message(Throwable failure) {
        String message = failure.getMessage();
        return message == null || message.isBlank()
                ? failure.getClass().getSimpleName()
                : message.strip().replaceAll("\\s*\\R\\s*", " ");
    }
}
