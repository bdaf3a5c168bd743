package io.hanproof.launcher;

import io.hanproof.evidence.PlannedScenario;
import io.hanproof.lab.Seed;
import io.hanproof.matrix.Requirement;
import io.hanproof.matrix.Requirements;
import io.hanproof.profile.Baseline;
import io.hanproof.profile.Policies;
import io.hanproof.profile.Profile;
import java.util.List;
import java.util.Optional;

/** Which scenario runs on which profile, and why the others do not. */
record Plan(List<Part> parts) {

    /** What concerns one profile: one request to the JUnit Platform. */
    record Part(Profile profile, Baseline baseline, Policies policies, List<Item> items) {
        List<Item> executed() {
            return items.stream().filter(it -> it.notApplicable().isEmpty()).toList();
        }
    }

    /**
     * One scenario on one profile.
     *
     * @param notApplicable why it is not executed; empty when it is
     */
    record Item(CatalogueScenario scenario, PlannedScenario planned, Optional<String> notApplicable) {}

    /** A scenario is planned for the profiles of its target, whether it applies there or not. */
    static Plan of(
            List<CatalogueScenario> scenarios,
            List<Profile> profiles,
            Readings readings,
            Requirements requirements,
            long seed) {
        List<Part> parts = profiles.stream()
                .map(profile -> {
                    var planner = new Planner(profile, readings, requirements, seed);
                    List<Item> items = scenarios.stream()
                            .filter(it -> it.conditions().target() == Target.of(profile.device()))
                            .map(planner::item)
                            .toList();
                    return new Part(profile, readings.baseline(), readings.policies(profile), items);
                })
                .toList();
        return new Plan(parts);
    }

    /** This plan without the profiles that it has nothing for. */
    Plan withoutIdle() {
        return new Plan(parts.stream().filter(it -> !it.items().isEmpty()).toList());
    }

    List<Item> items() {
        return parts.stream().flatMap(it -> it.items().stream()).toList();
    }

    List<PlannedScenario> planned() {
        return items().stream().map(Item::planned).toList();
    }

    /** Those that some profile executes, each once. */
    List<CatalogueScenario> executedScenarios() {
        return parts.stream()
                .flatMap(it -> it.executed().stream())
                .map(Item::scenario)
                .distinct()
                .toList();
    }

    int executed() {
        return parts.stream().mapToInt(it -> it.executed().size()).sum();
    }

    /** A scenario as evidence and reports know it. */
    static PlannedScenario planned(CatalogueScenario it, String profile, Requirements requirements, long runSeed) {
        String section = it.requirements().stream()
                .findFirst()
                .flatMap(requirements::find)
                .map(Requirement::section)
                .orElse(it.feature());
        return new PlannedScenario(
                it.id(),
                it.name(),
                it.conditions().target().text(),
                it.requirements(),
                section,
                it.feature(),
                it.rule(),
                it.uri(),
                it.line(),
                it.tags(),
                profile,
                Seed.derive(runSeed, it.id(), profile).nextLong());
    }

    /** Makes the items of one profile. */
    private static final class Planner {
        private final Profile profile;
        private final Applicability applicability;
        private final Requirements requirements;
        private final long runSeed;

        Planner(Profile profile, Readings readings, Requirements requirements, long runSeed) {
            this.profile = profile;
            this.applicability = new Applicability(profile, readings.baseline(), readings.policies(profile));
            this.requirements = requirements;
            this.runSeed = runSeed;
        }

        Item item(CatalogueScenario it) {
            var planned = planned(it, profile.name(), requirements, runSeed);
            return new Item(it, planned, applicability.against(it.conditions()));
        }
    }
}
