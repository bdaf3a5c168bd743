package io.hanproof.launcher;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The sentences with which a scenario begins, up to the one that declares a download.
 *
 * @param sentences without their keywords, so that equal ones mean the same
 * @param then the sentences that follow
 */
record Precondition(List<String> sentences, List<String> then) {
    private static final Pattern DOWNLOADED = Pattern.compile(".* (has|have) downloaded image .*");
    private static final Pattern WAY_TO_ONE =
            Pattern.compile(".* (has|have) (downloaded|activated|fetched) .*|.* (is|was) delivered.*");
    private static final Pattern LASTS = Pattern.compile(".*\\b\\d+ (milli)?(second|minute|hour|day|week)s?\\b.*");

    /** Absent unless just one download is declared before anything happens. */
    static Optional<Precondition> of(CatalogueScenario scenario) {
        List<String> texts = scenario.steps().stream().map(Sentence::text).toList();
        int acting = acting(scenario);
        var declared = new ArrayList<Integer>();
        for (int i = 0; i < acting; i++) {
            if (WAY_TO_ONE.matcher(texts.get(i)).matches()) {
                declared.add(i);
            }
        }
        if (declared.size() != 1
                || !DOWNLOADED.matcher(texts.get(declared.getFirst())).matches()) {
            return Optional.empty();
        }
        int after = declared.getFirst() + 1;
        return Optional.of(new Precondition(texts.subList(0, after), texts.subList(after, texts.size())));
    }

    /** Where the first {@code When} stands, or the first {@code Then} where there is none. */
    private static int acting(CatalogueScenario scenario) {
        List<Sentence> steps = scenario.steps();
        for (int i = 0; i < steps.size(); i++) {
            String keyword = steps.get(i).keyword().strip();
            if (keyword.equals("When") || keyword.equals("Then")) {
                return i;
            }
        }
        return steps.size();
    }

    /** Whether a sentence counts time from where the scenario then stands, rather than by the clock. */
    boolean countsTime() {
        return then.stream().anyMatch(it -> LASTS.matcher(it).matches());
    }
}
