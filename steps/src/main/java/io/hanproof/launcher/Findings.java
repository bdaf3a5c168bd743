package io.hanproof.launcher;

import java.util.ArrayList;
import java.util.List;

/** What somebody who looks at a bench has found so far, in order. */
final class Findings {
    private final List<BenchFinding> all = new ArrayList<>();

    void ok(String sentence) {
        all.add(BenchFinding.ok(sentence));
    }

    void advice(String sentence) {
        all.add(BenchFinding.advice(sentence));
    }

    void wrong(String sentence) {
        all.add(BenchFinding.wrong(sentence));
    }

    void unknown(String sentence) {
        all.add(BenchFinding.unknown(sentence));
    }

    List<BenchFinding> all() {
        return List.copyOf(all);
    }
}
