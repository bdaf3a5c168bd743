package io.hanproof.launcher;

import io.hanproof.evidence.PlannedScenario;
import io.hanproof.evidence.ScenarioResult;
import io.hanproof.evidence.Verdict;
import io.hanproof.steps.RunContext;
import io.hanproof.venue.Venue;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Executes a plan, one profile after the other.
 *
 * @param misbehaviour of the emulated target, by name
 * @param venue where the scenarios take place
 * @param jobs how many scenarios at a time
 * @param failFast whether the first FAIL ends the run; scenarios then go one by one, so that it always ends at the same
 */
record Execution(
        Engine engine,
        Judgement judgement,
        Optional<Path> image,
        Optional<String> misbehaviour,
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
        Map<String, ScenarioResult> executed = due.isEmpty() ? Map.of() : execute(part, due, bench);
        return batch.stream()
                .map(it -> Optional.ofNullable(executed.get(it.scenario().place()))
                        .orElseGet(() -> notExecuted(it, failed)))
                .toList();
    }

    private ScenarioResult notExecuted(Plan.Item item, Optional<ScenarioResult> failed) {
        return item.notApplicable()
                .map(it -> judgement.notExecuted(item, Verdict.NOT_APPLICABLE, it))
                .orElseGet(() -> judgement.notExecuted(
                        item,
                        Verdict.INCONCLUSIVE,
                        "not executed: --fail-fast after "
                                + failed.map(it -> it.scenario().id()).orElse("a failure")));
    }

    private Map<String, ScenarioResult> execute(Plan.Part part, List<Plan.Item> due, Bench bench) {
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
                        venue,
                        byPlace,
                        harvest::take));
        List<CatalogueScenario> scenarios =
                due.stream().map(Plan.Item::scenario).toList();
        bench.watchdog().guard(() -> engine.run(scenarios, venue.holdsMany() ? jobs : 1, harvest));
        return harvest.results().stream()
                .collect(Collectors.toMap(
                        it -> it.scenario().uri() + ":" + it.scenario().line(), Function.identity()));
    }
}
