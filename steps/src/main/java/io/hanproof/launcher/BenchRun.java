package io.hanproof.launcher;

import io.hanproof.evidence.FinishedLog;
import io.hanproof.evidence.ScenarioResult;
import io.hanproof.evidence.Verdict;
import io.hanproof.steps.Handover;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Executes a plan at a bench, scenario by scenario: what is finished is kept at once, so that a run that is cut short can be picked up
 * where it was.
 *
 * @param planned in which order, and what cannot be executed there; as the plan has it unless given
 * @param before what a run that was cut short has finished
 */
record BenchRun(
        Execution execution, Optional<BenchPlan> planned, Resume before, FinishedLog log, Interruption interruption) {

    /** One result for each scenario of the plan, in the plan's order. */
    List<ScenarioResult> of(Plan plan, Bench bench) {
        var results = new ArrayList<ScenarioResult>();
        for (Plan.Part part : plan.parts()) {
            Map<Plan.Item, ScenarioResult> found = execute(part, bench);
            part.items()
                    .forEach(it -> results.add(
                            Optional.ofNullable(found.get(it)).orElseGet(() -> execution.notApplicable(it))));
        }
        return List.copyOf(results);
    }

    private Map<Plan.Item, ScenarioResult> execute(Plan.Part part, Bench bench) {
        var results = new HashMap<Plan.Item, ScenarioResult>();
        planned.stream()
                .flatMap(it -> it.refused().stream())
                .forEach(it -> results.put(
                        it.item(), execution.judgement().notExecuted(it.item(), Verdict.INCONCLUSIVE, it.reason())));
        var handover = new Handover(successors());
        Optional<ScenarioResult> failed = Optional.empty();
        for (Plan.Item item : order(part)) {
            ScenarioResult result = execute(part, item, handover, failed, bench);
            results.put(item, result);
            failed = failed.or(() -> execution.stopsAt(result));
        }
        handover.close();
        return results;
    }

    private ScenarioResult execute(
            Plan.Part part, Plan.Item item, Handover handover, Optional<ScenarioResult> failed, Bench bench) {
        Optional<ScenarioResult> finished = before.result(item.planned());
        if (finished.isPresent()) {
            bench.progress().count(finished.get().verdict());
            return finished.get();
        }
        if (failed.isPresent()) {
            return execution.notExecutedAfter(item, failed.get());
        }
        if (interruption.isWished()) {
            return execution.judgement().notExecuted(item, Verdict.INCONCLUSIVE, Interruption.NOT_BEGUN);
        }
        ScenarioResult result = execution.one(part, item, handover, bench);
        if (!interruption.isWished()) {
            log.add(result);
        }
        return result;
    }

    private List<Plan.Item> order(Plan.Part part) {
        return planned.map(it -> it.steps().stream().map(BenchPlan.Step::item).toList())
                .orElseGet(part::executed);
    }

    /** Who goes on where whom ends, by place. */
    private Map<String, String> successors() {
        var successors = new HashMap<String, String>();
        planned.stream().flatMap(it -> it.groups().stream()).forEach(group -> {
            for (int i = 1; i < group.steps().size(); i++) {
                successors.put(
                        group.steps().get(i - 1).item().scenario().place(),
                        group.steps().get(i).item().scenario().place());
            }
        });
        return successors;
    }
}
