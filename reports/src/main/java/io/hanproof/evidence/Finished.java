package io.hanproof.evidence;

import java.util.List;

/**
 * What a run that was cut short had finished.
 *
 * @param results in the order in which they were finished
 * @param notes what was found and left out, one sentence each
 */
public record Finished(RunConditions conditions, List<ScenarioResult> results, List<String> notes) {
    public Finished {
        results = List.copyOf(results);
        notes = List.copyOf(notes);
    }
}
