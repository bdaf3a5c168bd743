package io.hanproof.steps;

import io.hanproof.evidence.PlannedScenario;
import io.hanproof.evidence.ScenarioResult.StepResult;
import io.hanproof.lab.Recording;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What a scenario left behind when it ended, however it ended. The launcher turns it into a verdict.
 *
 * @param failure what ended it early: an AssertionError (FAIL), a BenchFault (INCONCLUSIVE), a TestAbortedException
 *     (NOT_APPLICABLE), or anything else (our own error)
 * @param lost why the bench was not there any more when it ended: then nothing it found counts
 * @param decidedBy frames on which its checks rest; empty although nothing failed means that nothing was observed
 * @param observations one sentence for each check that held
 */
public record Outcome(
        PlannedScenario scenario,
        Optional<Throwable> failure,
        Optional<String> lost,
        Duration hanTime,
        List<Integer> decidedBy,
        List<String> observations,
        Map<String, String> evidence,
        List<StepResult> steps,
        Recording recording) {}
