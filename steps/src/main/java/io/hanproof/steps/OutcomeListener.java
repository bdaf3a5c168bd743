package io.hanproof.steps;

import io.cucumber.plugin.ConcurrentEventListener;
import io.cucumber.plugin.event.EventPublisher;
import io.cucumber.plugin.event.PickleStepTestStep;
import io.cucumber.plugin.event.TestCase;
import io.cucumber.plugin.event.TestCaseFinished;
import io.cucumber.plugin.event.TestStepFinished;
import io.hanproof.evidence.ScenarioResult.StepResult;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Puts together what a scenario's world left behind with what Cucumber alone knows: how its steps ended, and why. Cucumber
 * makes this plugin itself, so worlds hand over through it.
 */
public final class OutcomeListener implements ConcurrentEventListener {
    private static final Map<String, Outcome> LEFT_BEHIND = new ConcurrentHashMap<>();

    private final Map<UUID, List<StepResult>> steps = new ConcurrentHashMap<>();

    /** The last a world does; {@code place} is where its scenario stands. */
    static void leave(String place, Outcome outcome) {
        LEFT_BEHIND.put(place, outcome);
    }

    @Override
    public void setEventPublisher(EventPublisher publisher) {
        publisher.registerHandlerFor(TestStepFinished.class, this::stepFinished);
        publisher.registerHandlerFor(TestCaseFinished.class, this::caseFinished);
    }

    private void stepFinished(TestStepFinished event) {
        if (event.getTestStep() instanceof PickleStepTestStep step) {
            steps.computeIfAbsent(event.getTestCase().getId(), id -> new ArrayList<>())
                    .add(new StepResult(
                            step.getStep().getKeyword() + step.getStep().getText(),
                            event.getResult().getStatus().name().toLowerCase(Locale.ROOT)));
        }
    }

    private void caseFinished(TestCaseFinished event) {
        TestCase scenario = event.getTestCase();
        String place = scenario.getUri() + ":" + scenario.getLocation().getLine();
        Outcome left = LEFT_BEHIND.remove(place);
        if (left == null) {
            return; // its world was never opened: the launcher finds it missing
        }
        List<StepResult> taken = steps.getOrDefault(scenario.getId(), List.of());
        steps.remove(scenario.getId());
        WorldFactory.context()
                .outcomes()
                .accept(new Outcome(
                        left.scenario(),
                        Optional.ofNullable(event.getResult().getError()),
                        left.lost(),
                        left.hanTime(),
                        left.decidedBy(),
                        left.observations(),
                        left.evidence(),
                        List.copyOf(taken),
                        left.recording()));
    }
}
