package io.hanproof.launcher;

import io.hanproof.evidence.PlannedScenario;
import io.hanproof.evidence.ScenarioResult;
import io.hanproof.steps.Outcome;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;

/**
 * Collects what the scenarios of one request leave behind, and holds it against what the JUnit Platform says of them:
 * each must come back exactly once, and both must agree on whether it ended well.
 */
final class Harvest implements Engine.Listener {
    private final Map<String, PlannedScenario> planned;
    private final Judgement judgement;
    private final Bench bench;
    private final Map<String, Instant> started = new ConcurrentHashMap<>();
    private final Map<String, Boolean> endedWell = new ConcurrentHashMap<>();
    private final Map<String, ScenarioResult> results = new ConcurrentHashMap<>();
    private final Set<String> lost = ConcurrentHashMap.newKeySet();
    private final Map<String, Boolean> toldWell = new ConcurrentHashMap<>();
    private final ConcurrentLinkedQueue<RuntimeException> faults = new ConcurrentLinkedQueue<>();

    /** @param planned by place */
    Harvest(Map<String, PlannedScenario> planned, Judgement judgement, Bench bench) {
        this.planned = planned;
        this.judgement = judgement;
        this.bench = bench;
    }

    @Override
    public void started(String place) {
        started.put(place, bench.clock().instant());
        bench.watchdog().started(name(place));
    }

    @Override
    public void finished(String place, Optional<Throwable> failure) {
        if (!planned.containsKey(place)) {
            failure.ifPresent(it -> faults.add(new OwnFault("Cucumber failed around the scenarios: " + it, it)));
            return;
        }
        bench.watchdog().ended(name(place));
        bench.interruption().ends();
        endedWell.put(place, failure.isEmpty());
        if (!toldWell.containsKey(place)) {
            failure.ifPresent(it ->
                    faults.add(new OwnFault("scenario %s left no outcome behind: %s".formatted(name(place), it), it)));
        }
    }

    /** Takes what a scenario left behind; a fault of our own waits until all have ended. */
    void take(Outcome outcome) {
        String place = outcome.scenario().uri() + ":" + outcome.scenario().line();
        Instant now = bench.clock().instant();
        Duration wallTime = Duration.between(started.getOrDefault(place, now), now);
        if (!planned.containsKey(place)) {
            faults.add(new OwnFault("%s left an outcome behind and was not planned".formatted(place)));
            return;
        }
        if (toldWell.put(place, outcome.failure().isEmpty()) != null) {
            faults.add(new OwnFault("scenario %s left two outcomes behind".formatted(name(place))));
            return;
        }
        try {
            ScenarioResult result = judgement.of(outcome, wallTime);
            results.put(place, result);
            if (outcome.lost().isPresent()) {
                lost.add(place);
            }
            bench.progress().count(result.verdict());
        } catch (OwnFault | UsageFault e) {
            faults.add(e);
        }
    }

    /** Places of the scenarios whose bench went away under them. */
    Set<String> lost() {
        return Set.copyOf(lost);
    }

    /**
     * All of them.
     *
     * @throws OwnFault when something is missing, or too much, or contradicts itself
     * @throws UsageFault when something was asked for that is not there
     */
    List<ScenarioResult> results() {
        if (!faults.isEmpty()) {
            throw faults.remove();
        }
        for (String place : planned.keySet()) {
            if (!results.containsKey(place)) {
                throw new OwnFault("scenario %s was planned and did not come back".formatted(name(place)));
            }
            if (!Objects.equals(toldWell.get(place), endedWell.get(place))) {
                throw new OwnFault("scenario %s: Cucumber and its outcome disagree on whether it ended well"
                        .formatted(name(place)));
            }
        }
        return List.copyOf(results.values());
    }

    private String name(String place) {
        PlannedScenario scenario = planned.get(place);
        return scenario == null ? place : scenario.id() + " on " + scenario.profile();
    }
}
