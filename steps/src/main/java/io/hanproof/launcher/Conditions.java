package io.hanproof.launcher;

import io.hanproof.profile.Baseline;
import io.hanproof.profile.DeviceKind;
import io.hanproof.profile.Policies;
import io.hanproof.profile.Policy;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * What a scenario's tags say about whom it judges, which requirements it is about, and where it applies.
 *
 * @param requirements in the order of the tags, perhaps none in a user's own features
 * @param baselines those under which it holds
 * @param policies the readings under which it holds: for each policy named, any of the values named
 * @param device the kind of device it is about; empty for any display
 */
record Conditions(
        Target target,
        List<String> requirements,
        Set<Baseline> baselines,
        Map<Policy, Set<String>> policies,
        Set<Need> needs,
        Optional<DeviceKind> device) {
    private static final List<String> DEVICES = List.of("PPMID", "IHD", "HCALCS", "ESME", "GSME");

    /**
     * Reads the tags that have a meaning here. Any other tag is the author's own affair.
     *
     * @throws IllegalArgumentException when one of them has no such value
     */
    static Conditions of(List<String> tags, Set<String> knownRequirements) {
        var targets = new ArrayList<Target>();
        var requirements = new ArrayList<String>();
        var baselines = EnumSet.noneOf(Baseline.class);
        Map<Policy, Set<String>> policies = new EnumMap<>(Policy.class);
        var needs = EnumSet.noneOf(Need.class);
        var devices = new ArrayList<DeviceKind>();
        for (String tag : tags) {
            int colon = tag.indexOf(':');
            String value = tag.substring(colon + 1);
            switch (colon < 0 ? "" : tag.substring(0, colon)) {
                case "@target" -> targets.add(known(tag, value, Target.named(value), Target.names()));
                case "@req" -> requirements.add(requirement(tag, value, knownRequirements));
                case "@baseline" -> baselines.add(known(tag, value, Readings.baseline(value), Readings.baselines()));
                case "@policy" -> addPolicy(tag, value, policies);
                case "@needs" -> needs.add(known(tag, value, Need.named(value), Need.names()));
                case "@device" -> devices.add(known(tag, value, device(value), DEVICES));
                default -> {
                    // the author's own
                }
            }
        }
        return new Conditions(
                only(targets, "one of @target:device, @target:hub and @target:dcc"),
                List.copyOf(requirements),
                baselines.isEmpty() ? EnumSet.allOf(Baseline.class) : baselines,
                policies,
                needs,
                devices.isEmpty() ? Optional.empty() : Optional.of(only(devices, "at most one @device")));
    }

    private static String requirement(String tag, String value, Set<String> known) {
        return known(tag, value, Optional.of(value).filter(known::contains), known);
    }

    private static Optional<DeviceKind> device(String value) {
        return Optional.of(value).filter(DEVICES::contains).map(DeviceKind::valueOf);
    }

    private static void addPolicy(String tag, String assignment, Map<Policy, Set<String>> policies) {
        int equals = assignment.indexOf('=');
        if (equals < 0) {
            throw new IllegalArgumentException("%s needs NAME=VALUE".formatted(tag));
        }
        String name = assignment.substring(0, equals);
        String value = assignment.substring(equals + 1);
        Policy policy = known(tag, name, Policy.named(name), Readings.policyNames());
        var unused = Policies.DEFAULT.with(policy, value); // throws when there is no such value
        policies.computeIfAbsent(policy, it -> new TreeSet<>()).add(value);
    }

    private static <T> T known(String tag, String value, Optional<T> found, Collection<String> names) {
        return found.orElseThrow(() -> new IllegalArgumentException("%s: there is no %s%s"
                .formatted(
                        tag,
                        value,
                        Suggestion.nearest(value, names)
                                .map(it -> ", did you mean " + it + "?")
                                .orElse(""))));
    }

    private static <T> T only(List<T> values, String need) {
        List<T> distinct = values.stream().distinct().toList();
        if (distinct.size() != 1) {
            throw new IllegalArgumentException(
                    "the scenario needs " + need + " among its tags, found " + distinct.size());
        }
        return distinct.getFirst();
    }
}
