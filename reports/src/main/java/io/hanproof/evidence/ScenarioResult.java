package io.hanproof.evidence;

import io.hanproof.lab.Recording;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What one scenario found about one profile.
 *
 * @param scenario what was run
 * @param reason why the verdict is what it is; on PASS what was observed
 * @param hanTime how far the HAN's time went
 * @param wallTime how long that took here
 * @param decidedBy numbers of the recorded frames that the verdict rests on
 * @param evidence further findings by name, as {@code blocks} or {@code sha256}
 * @param steps the scenario's sentences with what became of each
 * @param replay the command that repeats just this scenario, seed included
 * @param recording all that crossed the HAN; absent when nothing was executed
 */
public record ScenarioResult(
        PlannedScenario scenario,
        Verdict verdict,
        String reason,
        Duration hanTime,
        Duration wallTime,
        List<Integer> decidedBy,
        Map<String, String> evidence,
        List<StepResult> steps,
        String replay,
        Optional<Recording> recording) {

    /** One sentence and what became of it: passed, failed, broken or skipped. */
    public record StepResult(String sentence, String status) {}

    public int frames() {
        return recording.map(Recording::size).orElse(0);
    }
}
