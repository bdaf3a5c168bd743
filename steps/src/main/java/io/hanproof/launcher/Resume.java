package io.hanproof.launcher;

import io.hanproof.evidence.Finished;
import io.hanproof.evidence.FinishedLog;
import io.hanproof.evidence.FinishedReader;
import io.hanproof.evidence.PlannedScenario;
import io.hanproof.evidence.RunConditions;
import io.hanproof.evidence.ScenarioResult;
import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What need not be executed, since a run before this one has finished it.
 *
 * @param notes what was found and cannot be used, one sentence each
 */
record Resume(Map<PlannedScenario, ScenarioResult> results, List<String> notes) {
    static Resume nothing() {
        return new Resume(Map.of(), List.of());
    }

    /**
     * What a run that was cut short left in its folder.
     *
     * @param now the conditions of this run
     * @throws UsageFault when there is nothing to go on with, or this run is not the same as that one
     */
    static Resume from(Path out, RunConditions now, List<PlannedScenario> plan) {
        if (!FinishedLog.isIn(out)) {
            throw new UsageFault("--resume needs the folder of a run that was cut short: %s holds none".formatted(out));
        }
        Finished finished;
        try {
            finished = FinishedReader.read(out, plan);
        } catch (IOException e) {
            throw new UsageFault("--resume: " + e.getMessage(), e);
        }
        List<String> differences = now.differences(finished.conditions());
        if (!differences.isEmpty()) {
            throw new UsageFault(
                    "--resume needs the same run as the one in %s: %s".formatted(out, String.join("; ", differences)));
        }
        var results = new HashMap<PlannedScenario, ScenarioResult>();
        finished.results().forEach(it -> results.put(it.scenario(), it));
        return new Resume(Map.copyOf(results), finished.notes());
    }

    Optional<ScenarioResult> result(PlannedScenario scenario) {
        return Optional.ofNullable(results.get(scenario));
    }
}
