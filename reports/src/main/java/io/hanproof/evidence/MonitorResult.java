package io.hanproof.evidence;

import java.util.List;

/**
 * What a standing rule found over all recordings of one profile.
 *
 * @param does the rule, in one sentence
 * @param observed how often the rule was put to the test
 */
public record MonitorResult(
        String id,
        String does,
        List<String> requirements,
        String profile,
        Verdict verdict,
        String reason,
        long observed,
        List<Violation> violations) {

    /** Where a rule was broken: the scenario whose recording shows it, the frame, and what was seen. */
    public record Violation(String scenario, int frame, String finding) {}
}
