package io.hanproof.evidence;

/** Which of the scenarios that were executed leave a capture. */
public enum Captured {
    ALL,
    /** Those that did not pass. */
    FAILED,
    NONE;

    /** What a run does unless told otherwise. */
    public static final Captured USUALLY = ALL;

    boolean includes(Verdict verdict) {
        return switch (this) {
            case ALL -> true;
            case FAILED -> verdict != Verdict.PASS;
            case NONE -> false;
        };
    }
}
