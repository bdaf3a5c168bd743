package io.hanproof.launcher;

import io.hanproof.evidence.PlannedScenario;
import io.hanproof.evidence.ScenarioResult;
import io.hanproof.evidence.Verdict;
import io.hanproof.gbcs.Keys;
import io.hanproof.steps.Handover;
import io.hanproof.steps.RunContext;
import io.hanproof.venue.Venue;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Executes a plan, one profile after the other.
 *
 * @param misbehaviour of the emulated target, by name
 * @param keys what GBCS messages are signed and checked with
 * @param venue where the scenarios take place
 * @param jobs how many scenarios at a time
 * @param failFast whether the first FAIL ends the run; scenarios then go one by one, so that it always ends at the same
 */
record Execution(
        Engine engine,
        Judgement judgement,
        Optional<Path> image,
        Optional<String> misbehaviour,
        Keys keys,
        Venue venue,
        int jobs,
        boolean failFast) {

    /**
     * One result for each scenario of the plan, in its order.
     *
     * @throws OwnFault when there is not exactly one for each
     */
    List<ScenarioResult> of(Plan plan, Bench bench) {
        var results = new ArrayList<ScenarioResult>();
        Optional<ScenarioResult> failed = Optional.empty();
        for (Plan.Part part : plan.parts()) {
            for (List<Plan.Item> batch : batches(part)) {
                List<ScenarioResult> some = results(part, batch, failed, bench);
                results.addAll(some);
                failed = failed.or(() -> firstFailure(some));
            }
        }
        return List.copyOf(results);
    }

    private List<List<Plan.Item>> batches(Plan.Part part) {
        return failFast ? part.items().stream().map(List::of).toList() : List.of(part.items());
    }

    private Optional<ScenarioResult> firstFailure(List<ScenarioResult> results) {
        return failFast
                ? results.stream().filter(it -> it.verdict() == Verdict.FAIL).findFirst()
                : Optional.empty();
    }

    private List<ScenarioResult> results(
            Plan.Part part, List<Plan.Item> batch, Optional<ScenarioResult> failed, Bench bench) {
        List<Plan.Item> due = failed.isPresent()
                ? List.of()
                : batch.stream().filter(it -> it.notApplicable().isEmpty()).toList();
        Map<String, ScenarioResult> executed = due.isEmpty() ? Map.of() : execute(part, due, Handover.none(), bench);
        return batch.stream()
                .map(it -> Optional.ofNullable(executed.get(it.scenario().place()))
                        .orElseGet(() -> notExecuted(it, failed)))
                .toList();
    }

    private ScenarioResult notExecuted(Plan.Item item, Optional<ScenarioResult> failed) {
        return item.notApplicable().isPresent() ? notApplicable(item) : notExecutedAfter(item, failed.orElseThrow());
    }

    ScenarioResult notApplicable(Plan.Item item) {
        return judgement.notExecuted(
                item, Verdict.NOT_APPLICABLE, item.notApplicable().orElseThrow());
    }

    ScenarioResult notExecutedAfter(Plan.Item item, ScenarioResult failed) {
        return judgement.notExecuted(
                item,
                Verdict.INCONCLUSIVE,
                "not executed: --fail-fast after " + failed.scenario().id());
    }

    /** The result, when it is to be the last. */
    Optional<ScenarioResult> stopsAt(ScenarioResult result) {
        return firstFailure(List.of(result));
    }

    /** Executes one scenario, on what another has left when that was handed over. */
    ScenarioResult one(Plan.Part part, Plan.Item item, Handover handover, Bench bench) {
        return execute(part, List.of(item), handover, bench).values().iterator().next();
    }

    /** What a lost bench left undecided is done once more, when the bench is back. */
    private Map<String, ScenarioResult> execute(Plan.Part part, List<Plan.Item> due, Handover handover, Bench bench) {
        var harvest = harvest(part, due, handover, bench);
        Map<String, ScenarioResult> results = byPlace(harvest);
        List<Plan.Item> lost = due.stream()
                .filter(it -> harvest.lost().contains(it.scenario().place()))
                .toList();
        if (!lost.isEmpty()) {
            bench.progress().again(lost.size());
            results.putAll(byPlace(harvest(part, lost, handover, bench)));
        }
        return results;
    }

    private Harvest harvest(Plan.Part part, List<Plan.Item> due, Handover handover, Bench bench) {
        Map<String, PlannedScenario> byPlace =
                due.stream().collect(Collectors.toMap(it -> it.scenario().place(), Plan.Item::planned));
        var harvest = new Harvest(byPlace, judgement, bench);
        engine.glue()
                .use()
                .accept(new RunContext(
                        part.profile(),
                        part.policies(),
                        part.baseline(),
                        image,
                        misbehaviour,
                        keys,
                        venue,
                        handover,
                        byPlace,
                        harvest::take));
        List<CatalogueScenario> scenarios =
                due.stream().map(Plan.Item::scenario).toList();
        bench.watchdog().guard(() -> engine.run(scenarios, venue.holdsMany() ? jobs : 1, harvest));
        return harvest;
    }

    private static Map<String, ScenarioResult> byPlace(Harvest harvest) {
        return harvest.results().stream()
                .collect(Collectors.toMap(
                        it -> it.scenario().uri() + ":" + it.scenario().line(),
                        Function.identity(),
                        (one, other) -> one,
                        HashMap::new));
    }
}
