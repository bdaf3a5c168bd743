package io.hanproof.evidence;

import java.util.List;
import java.util.Map;

/**
 * A verdicts file read back, without what differs between equal runs: the run's id and the time that it took here. Two
 * equal runs are equal as these.
 */
public record Verdicts(
        String schema,
        String planSha256,
        long seed,
        String baseline,
        Map<String, String> policies,
        Map<String, Long> totals,
        Map<String, Long> monitorTotals,
        List<Scenario> scenarios,
        List<Monitor> monitors) {

    /** What the file says of one scenario on one profile. */
    public record Scenario(
            String id,
            String name,
            String target,
            List<String> requirements,
            String profile,
            Verdict verdict,
            String reason,
            double hanSeconds,
            int frames,
            List<Integer> decidedBy,
            Map<String, String> evidence) {}

    /** What the file says of one standing rule on one profile. */
    public record Monitor(
            String id,
            List<String> requirements,
            String profile,
            Verdict verdict,
            String reason,
            List<Violation> violations) {}

    /** Where a standing rule was broken. */
    public record Violation(String scenario, int frame) {}
}
