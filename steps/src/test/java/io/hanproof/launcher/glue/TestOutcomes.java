package io.hanproof.launcher.glue;

import io.cucumber.plugin.ConcurrentEventListener;
import io.cucumber.plugin.event.EventPublisher;
import io.cucumber.plugin.event.TestCaseFinished;
import io.hanproof.evidence.PlannedScenario;
import io.hanproof.lab.Recorder;
import io.hanproof.steps.Outcome;
import io.hanproof.steps.RunContext;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** Tells what scenarios left behind, as often as they asked for. */
public final class TestOutcomes implements ConcurrentEventListener {
    private static final Map<String, TestWorld> WORLDS = new ConcurrentHashMap<>();

    static void leave(String place, TestWorld world) {
        WORLDS.put(place, world);
    }

    @Override
    public void setEventPublisher(EventPublisher publisher) {
        publisher.registerHandlerFor(TestCaseFinished.class, TestOutcomes::tell);
    }

    private static void tell(TestCaseFinished event) {
        String place = event.getTestCase().getUri() + ":"
                + event.getTestCase().getLocation().getLine();
        TestWorld world = Objects.requireNonNull(WORLDS.remove(place));
        RunContext run = TestWorldFactory.context();
        PlannedScenario planned = Objects.requireNonNull(run.plan().get(place));
        var outcome = new Outcome(
                planned,
                Optional.ofNullable(event.getResult().getError()),
                Optional.empty(),
                Duration.ofSeconds(planned.seed() & 0xFF),
                world.looked ? List.of(1, 2, 3, 7) : List.of(),
                world.looked ? List.of("saw what was to be seen") : List.of(),
                Map.of(),
                List.of(),
                new Recorder().recording());
        for (int i = 0; i < world.tellings; i++) {
            run.outcomes().accept(outcome);
        }
    }
}
