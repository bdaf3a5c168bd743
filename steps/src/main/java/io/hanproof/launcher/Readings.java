package io.hanproof.launcher;

import io.hanproof.lab.Misbehaviour;
import io.hanproof.profile.Baseline;
import io.hanproof.profile.Policies;
import io.hanproof.profile.Policy;
import io.hanproof.profile.Profile;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Which readings of the sources a run follows. What was given on the command line comes first, then what the
 * misbehaviour or the image calls for, then what a profile says, and then the default.
 *
 * @param baseline of the run
 * @param given the policies of the command line
 * @param implied the policies that something else on the command line calls for
 * @param notes what was decided without being said, one sentence each
 */
record Readings(Baseline baseline, Map<Policy, String> given, Map<Policy, String> implied, List<String> notes) {

    static Optional<Baseline> baseline(String year) {
        return Arrays.stream(Baseline.values())
                .filter(it -> it.year().equals(year))
                .findFirst();
    }

    static List<String> baselines() {
        return Arrays.stream(Baseline.values()).map(Baseline::year).toList();
    }

    static List<String> policyNames() {
        return Arrays.stream(Policy.values()).map(Policy::text).toList();
    }

    /** What a command line asks for, said or unsaid. */
    static Readings chosenBy(RunOptions options, Optional<Misbehaviours.Known> known, List<Products.Chosen> products) {
        var notes = new ArrayList<String>();
        Map<Policy, String> given = policies(options.policies);
        Map<Policy, String> implied = new EnumMap<>(Policy.class);
        if (options.image.isPresent() && !given.containsKey(Policy.IMAGE_LIMIT)) {
            implied.put(Policy.IMAGE_LIMIT, "none");
            notes.add("image-limit=none, because of --image");
        }
        known.map(Misbehaviours.Known::misbehaviour)
                .ifPresent(it -> it.policies().forEach((name, value) -> {
                    Policy policy =
                            Policy.named(name).orElseThrow(() -> new OwnFault("misbehaviour names policy " + name));
                    if (!given.containsKey(policy)) {
                        implied.put(policy, value);
                        notes.add("%s=%s, because misbehaviour %s is wrong under that reading"
                                .formatted(name, value, it.name()));
                    }
                }));
        Baseline baseline = baselineChosenBy(options, known.map(Misbehaviours.Known::misbehaviour), products, notes);
        var readings = new Readings(baseline, given, implied, notes);
        if (!options.profiles.isEmpty()) {
            products.forEach(it -> refuseOutside(it.profile(), readings));
        }
        return readings;
    }

    private static Baseline baselineChosenBy(
            RunOptions options,
            Optional<? extends Misbehaviour<?, ?, ?>> misbehaviour,
            List<Products.Chosen> products,
            List<String> notes) {
        if (options.baseline.isPresent()) {
            return baseline(options.baseline.get()).orElseThrow();
        }
        Optional<String> year =
                misbehaviour.flatMap(it -> it.baseline().stream().findFirst());
        if (year.isPresent()) {
            notes.add("baseline %s, because misbehaviour %s is wrong under that one"
                    .formatted(year.get(), misbehaviour.get().name()));
            return baseline(year.get()).orElseThrow(() -> new OwnFault("there is no baseline " + year.get()));
        }
        List<Baseline> declared = options.profiles.isEmpty()
                ? List.of()
                : products.stream()
                        .flatMap(it -> it.profile().baseline().stream())
                        .distinct()
                        .toList();
        if (declared.size() > 1) {
            throw new UsageFault("the profiles follow different baselines: run those of 2019 and of 2020 apart");
        }
        declared.forEach(it -> notes.add("baseline %s, because a profile sets it".formatted(it)));
        return declared.isEmpty() ? Baseline.BASELINE_2019 : declared.getFirst();
    }

    private static void refuseOutside(Profile profile, Readings readings) {
        new Applicability(profile, readings.baseline(), readings.policies(profile))
                .against()
                .ifPresent(it -> {
                    throw new UsageFault("--profile %s: %s".formatted(profile.name(), it));
                });
    }

    /** Reads {@code NAME=VALUE} as the command line has it. */
    static Map<Policy, String> policies(List<String> assignments) {
        Map<Policy, String> policies = new EnumMap<>(Policy.class);
        for (String assignment : assignments) {
            int equals = assignment.indexOf('=');
            if (equals < 0) {
                throw new UsageFault("--policy needs NAME=VALUE, found " + assignment);
            }
            String name = assignment.substring(0, equals);
            Policy policy = Policy.named(name).orElseThrow(() -> Suggestion.unknown("policy", name, policyNames()));
            String value = assignment.substring(equals + 1);
            String before = policies.put(policy, value);
            if (before != null && !before.equals(value)) {
                throw new UsageFault("--policy %s is given twice, as %s and as %s".formatted(name, before, value));
            }
            check(policy, value);
        }
        return policies;
    }

    private static void check(Policy policy, String value) {
        try {
            var unused = Policies.DEFAULT.with(policy, value);
        } catch (IllegalArgumentException e) {
            throw new UsageFault("--policy: " + e.getMessage(), e);
        }
    }

    /** The policies that hold for one profile. */
    Policies policies(Profile profile) {
        Policies policies = profile.policies();
        for (var it : implied.entrySet()) {
            policies = policies.with(it.getKey(), it.getValue());
        }
        for (var it : given.entrySet()) {
            policies = policies.with(it.getKey(), it.getValue());
        }
        return policies;
    }

    /** Every policy with the value that held; where profiles follow different ones, with each and whose it is. */
    Map<String, String> held(List<Profile> profiles) {
        Map<String, String> held = new LinkedHashMap<>();
        for (Policy policy : Policy.values()) {
            Map<String, List<String>> byValue = new LinkedHashMap<>();
            for (Profile it : profiles) {
                byValue.computeIfAbsent(policies(it).value(policy), value -> new ArrayList<>())
                        .add(it.name());
            }
            List<String> texts = byValue.entrySet().stream()
                    .map(it -> byValue.size() == 1
                            ? it.getKey()
                            : "%s (%s)".formatted(it.getKey(), String.join(", ", it.getValue())))
                    .toList();
            held.put(policy.text(), String.join(", ", texts));
        }
        return held;
    }
}
