package io.hanproof.launcher;

import io.hanproof.evidence.MonitorResult;
import io.hanproof.evidence.ScenarioResult;
import io.hanproof.profile.Baseline;
import io.hanproof.profile.DeviceKind;
import io.hanproof.profile.Policies;
import io.hanproof.steps.monitor.Monitors;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The shipped standing rules, judged profile by profile. */
final class RecordedRules {
    private RecordedRules() {}

    static List<MonitorResult> judge(Plan plan, List<ScenarioResult> results) {
        return plan.parts().stream()
                .flatMap(part -> {
                    String profile = part.profile().name();
                    List<ScenarioResult> some = results.stream()
                            .filter(it -> it.scenario().profile().equals(profile))
                            .toList();
                    return Monitors.judge(profile, part.profile().device(), part.baseline(), part.policies(), some)
                            .stream();
                })
                .toList();
    }

    /** The requirements that each watches over, by its identifier. */
    static Map<String, List<String>> requirements() {
        Map<String, List<String>> requirements = new TreeMap<>();
        for (DeviceKind kind : List.of(DeviceKind.PPMID, DeviceKind.HCALCS, DeviceKind.HUB, DeviceKind.DCC)) {
            for (Baseline baseline : Baseline.values()) {
                Monitors.judge("", kind, baseline, Policies.DEFAULT, List.of())
                        .forEach(it -> requirements.put(it.id(), it.requirements()));
            }
        }
        return requirements;
    }
}
