package io.hanproof.evidence;

/** What a scenario, or a standing rule, says of the target. Each comes with its reason. */
public enum Verdict {
    /** The rule was exercised, observed, and held. */
    PASS,
    /** The target broke the rule. */
    FAIL,
    /** The bench could not decide: a cable, a stick, a set-up, or a precondition that was not reached. */
    INCONCLUSIVE,
    /** The profile, the baseline or a policy rules the scenario out. */
    NOT_APPLICABLE
}
