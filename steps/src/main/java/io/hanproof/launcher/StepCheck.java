package io.hanproof.launcher;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Finds sentences that no step understands, or more than one, before anything runs. */
final class StepCheck {
    private static final Pattern UNDEFINED = Pattern.compile("The step '(.*)'(?: and (\\d+) other step\\(s\\))?.*");
    private static final Pattern AMBIGUOUS = Pattern.compile("\"(.*)\" matches more than one step definition.*");

    private final Engine engine;

    StepCheck(Engine engine) {
        this.engine = engine;
    }

    /** One line for each such sentence: its file, its line, the sentence and what is wrong with it. */
    List<String> mistakes(List<CatalogueScenario> scenarios) {
        var failures = new Failures();
        engine.matchSteps(scenarios, failures);
        failures.around().ifPresent(it -> {
            throw new OwnFault("Cucumber cannot look for the steps: " + it, it);
        });
        return scenarios.stream()
                .flatMap(it -> failures.of(it.place()).map(failure -> mistake(it, failure)).stream())
                .distinct()
                .toList();
    }

    /** What failed, by place; what failed around the scenarios has no place. */
    private static final class Failures implements Engine.Listener {
        private final Map<String, Throwable> byPlace = new ConcurrentHashMap<>();

        @Override
        public void started(String place) {}

        @Override
        public void finished(String place, Optional<Throwable> failure) {
            failure.ifPresent(it -> byPlace.put(place, it));
        }

        Optional<Throwable> around() {
            return of("");
        }

        Optional<Throwable> of(String place) {
            return Optional.ofNullable(byPlace.get(place));
        }
    }

    private static String mistake(CatalogueScenario scenario, Throwable failure) {
        return mistake(scenario, String.valueOf(failure.getMessage()));
    }

    private static String mistake(CatalogueScenario scenario, String message) {
        String first = message.lines().findFirst().orElse("");
        Matcher undefined = UNDEFINED.matcher(first);
        if (undefined.matches()) {
            String more =
                    undefined.group(2) == null ? "" : " (nor %s more of this scenario)".formatted(undefined.group(2));
            return "%s: no step understands \"%s\"%s"
                    .formatted(place(scenario, undefined.group(1)), undefined.group(1), more);
        }
        Matcher ambiguous = AMBIGUOUS.matcher(first);
        if (ambiguous.matches()) {
            String steps = message.lines().skip(1).map(String::strip).collect(Collectors.joining(", "));
            return "%s: more than one step understands \"%s\": %s"
                    .formatted(place(scenario, ambiguous.group(1)), ambiguous.group(1), steps);
        }
        return "%s:%d: %s".formatted(scenario.file(), scenario.line(), first);
    }

    private static String place(CatalogueScenario scenario, String sentence) {
        int line = scenario.steps().stream()
                .filter(it -> it.text().equals(sentence))
                .map(Sentence::line)
                .findFirst()
                .orElse(scenario.line());
        return scenario.file() + ":" + line;
    }
}
