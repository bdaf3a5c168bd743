package io.hanproof.launcher;

import io.hanproof.profile.Baseline;
import io.hanproof.profile.DeviceKind;
import io.hanproof.profile.Policies;
import io.hanproof.profile.Policy;
import io.hanproof.profile.Profile;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Why a scenario cannot decide anything about a profile, under the readings that a run follows. */
final class Applicability {
    private final Profile profile;
    private final Baseline baseline;
    private final Policies policies;

    Applicability(Profile profile, Baseline baseline, Policies policies) {
        this.profile = profile;
        this.baseline = baseline;
        this.policies = policies;
    }

    /** Why the whole profile is out; empty when it is in. */
    Optional<String> against() {
        if (baseline == Baseline.BASELINE_2020 && profile.device() == DeviceKind.IHD) {
            return Optional.of("profile %s is an IHD, which baseline 2020 leaves out".formatted(profile.name()));
        }
        return profile.baseline()
                .filter(it -> it != baseline)
                .map(it ->
                        "profile %s follows baseline %s; this run follows %s".formatted(profile.name(), it, baseline));
    }

    /** Why the scenario is out; empty when it is in. */
    Optional<String> against(Conditions scenario) {
        return against().or(() -> reasons(scenario));
    }

    private Optional<String> reasons(Conditions scenario) {
        var reasons = new ArrayList<String>();
        if (!scenario.baselines().contains(baseline)) {
            reasons.add("holds under baseline %s; this run follows %s"
                    .formatted(
                            any(scenario.baselines().stream()
                                    .map(Baseline::year)
                                    .toList()),
                            baseline));
        }
        scenario.policies().forEach((policy, values) -> against(policy, values).ifPresent(reasons::add));
        scenario.needs().stream()
                .filter(it -> !it.isMetBy(profile.capabilities()))
                .forEach(it ->
                        reasons.add("needs %s; profile %s %s".formatted(it.text(), profile.name(), it.otherwise())));
        scenario.device()
                .filter(it -> !speaksOf(it))
                .ifPresent(it -> reasons.add(
                        "is about a %s; profile %s is for a %s".formatted(it, profile.name(), profile.device())));
        if (scenario.target() == Target.DEVICE && scenario.device().isEmpty() && isNoDisplay()) {
            reasons.add("is about a display; profile %s is for a %s".formatted(profile.name(), profile.device()));
        }
        return reasons.isEmpty() ? Optional.empty() : Optional.of(String.join("; ", reasons));
    }

    private Optional<String> against(Policy policy, Set<String> values) {
        if (values.stream().anyMatch(it -> policies.is(policy, it))) {
            return Optional.empty();
        }
        String texts = any(values.stream().map(it -> policy.text() + "=" + it).toList());
        return Optional.of("holds under %s; this run follows %s".formatted(texts, policies.value(policy)));
    }

    /** What is no device is tested with the devices that its profile gives it. */
    private boolean speaksOf(DeviceKind device) {
        return profile.device() == device
                || (!profile.device().isDevice() && profile.models().containsKey(device));
    }

    private boolean isNoDisplay() {
        return !profile.device().isDisplay() && profile.device() != DeviceKind.HUB;
    }

    private static String any(List<String> texts) {
        return texts.stream().collect(Collectors.joining(" or "));
    }
}
