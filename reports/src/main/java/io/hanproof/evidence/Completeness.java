package io.hanproof.evidence;

import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Every planned scenario has one verdict, and nothing else has. */
final class Completeness {
    private Completeness() {}

    static void check(RunResult result) {
        Set<Place> planned = new HashSet<>();
        for (PlannedScenario it : result.plan()) {
            require(planned.add(Place.of(it)), it, "is planned twice");
        }
        Set<Place> decided = new HashSet<>();
        for (ScenarioResult it : result.scenarios()) {
            require(planned.contains(Place.of(it.scenario())), it.scenario(), "has a verdict and was not planned");
            require(decided.add(Place.of(it.scenario())), it.scenario(), "has two verdicts");
        }
        List<PlannedScenario> missing = result.plan().stream()
                .filter(it -> !decided.contains(Place.of(it)))
                .toList();
        if (!missing.isEmpty()) {
            throw new IllegalStateException("%d scenarios were planned, %d have a verdict; missing first: %s"
                    .formatted(planned.size(), decided.size(), Place.of(missing.getFirst())));
        }
    }

    private static void require(boolean condition, PlannedScenario scenario, String otherwise) {
        if (!condition) {
            throw new IllegalStateException(Place.of(scenario) + " " + otherwise);
        }
    }

    private record Place(String id, String profile) {
        static Place of(PlannedScenario it) {
            return new Place(it.id(), it.profile());
        }

        @Override
        public String toString() {
            return "scenario " + id + " on " + profile;
        }
    }
}
