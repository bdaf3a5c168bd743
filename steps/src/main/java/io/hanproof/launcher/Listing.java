package io.hanproof.launcher;

import io.hanproof.profile.Policy;
import io.hanproof.profile.Profile;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Says what a run is going to do. */
final class Listing {
    private final PrintWriter out;

    Listing(PrintWriter out) {
        this.out = out;
    }

    /** The readings that hold, the baseline first, and whatever was decided without being said. */
    void baseline(RunSetup setup) {
        out.printf("baseline %s%n", setup.readings().baseline());
        setup.readings().notes().forEach(it -> out.printf("note: %s%n", it));
    }

    void header(RunSetup setup, RunOptions options) {
        baseline(setup);
        List<Profile> profiles =
                setup.products().stream().map(Products.Chosen::profile).toList();
        out.printf("profiles: %s%n", profiles.stream().map(Profile::name).collect(Collectors.joining(", ")));
        out.printf("policies: %s%n", policies(setup.readings().held(profiles)));
        options.misbehaviour.ifPresent(it -> out.printf("misbehaviour: %s%n", it));
        out.printf(
                "plan: %d planned, %d to execute; seed %d, %s time%n",
                setup.plan().items().size(), setup.plan().executed(), options.seed, options.time());
    }

    /** One line for each scenario and profile, its columns separated by tabs. */
    void plan(Plan plan) {
        for (Plan.Item it : plan.items()) {
            String fate =
                    it.notApplicable().map(why -> "not applicable: " + why).orElse("runs");
            out.printf("%s\t%s\t%s%n", it.planned().id(), it.planned().profile(), fate);
        }
        out.printf(
                "%d planned, %d run, %d not applicable%n",
                plan.items().size(), plan.executed(), plan.items().size() - plan.executed());
    }

    /** What each scenario costs at a bench, in order of execution, and what all of them do. */
    void bench(BenchPlan plan) {
        plan.lines().forEach(out::println);
    }

    /** Why a plan that has scenarios executes none. */
    String whyNothing(Plan plan) {
        List<String> reasons = plan.items().stream()
                .flatMap(it -> it.notApplicable().stream())
                .distinct()
                .toList();
        String more = reasons.size() > 1 ? "; and for %d more reasons, see --list".formatted(reasons.size() - 1) : "";
        return "all %d planned are not applicable: %s%s".formatted(plan.items().size(), reasons.getFirst(), more);
    }

    /** Only those that differ from the default: the others are what everybody expects. */
    private static String policies(Map<String, String> held) {
        var other = new ArrayList<String>();
        for (Policy policy : Policy.values()) {
            String value = held.getOrDefault(policy.text(), policy.defaultValue());
            if (!value.equals(policy.defaultValue())) {
                other.add(policy.text() + "=" + value);
            }
        }
        return other.isEmpty() ? "the default readings" : String.join(", ", other) + "; otherwise the default readings";
    }
}
