package io.hanproof.launcher;

import java.util.Locale;

/** One thing that a look at a bench brought up, in one sentence. */
record BenchFinding(Level level, String sentence) {
    /** What a finding means for a run. */
    enum Level {
        /** As it should be. */
        OK,
        /** A run works, and would work better otherwise. */
        ADVICE,
        /** A run would come to nothing, or to verdicts that mean nothing. */
        WRONG,
        /** Could not be found out; the sentence says why. */
        UNKNOWN;

        String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    static BenchFinding ok(String sentence) {
        return new BenchFinding(Level.OK, sentence);
    }

    static BenchFinding advice(String sentence) {
        return new BenchFinding(Level.ADVICE, sentence);
    }

    static BenchFinding wrong(String sentence) {
        return new BenchFinding(Level.WRONG, sentence);
    }

    static BenchFinding unknown(String sentence) {
        return new BenchFinding(Level.UNKNOWN, sentence);
    }
}
