package io.hanproof.launcher;

import java.util.List;

/** Features that cannot be used: each mistake with its file, its line and what was needed. */
final class FeatureFault extends RuntimeException {
    private static final int SHOWN = 10;

    private final List<String> mistakes;

    FeatureFault(List<String> mistakes) {
        super(message(mistakes));
        this.mistakes = List.copyOf(mistakes);
    }

    List<String> mistakes() {
        return mistakes;
    }

    static String message(List<String> mistakes) {
        String shown = String.join("\n  ", mistakes.subList(0, Math.min(SHOWN, mistakes.size())));
        int more = mistakes.size() - SHOWN;
        return more > 0 ? "%s%n  and %d more".formatted(shown, more) : shown;
    }
}
