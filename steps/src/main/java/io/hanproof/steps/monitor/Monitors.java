package io.hanproof.steps.monitor;

import io.hanproof.evidence.MonitorResult;
import io.hanproof.evidence.MonitorResult.Violation;
import io.hanproof.evidence.ScenarioResult;
import io.hanproof.evidence.Verdict;
import io.hanproof.lab.Recording;
import io.hanproof.profile.Baseline;
import io.hanproof.profile.DeviceKind;
import io.hanproof.profile.Policies;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** Judges the standing rules over the recordings of a run. */
public final class Monitors {
    private Monitors() {}

    /** One result for each rule of that target that holds under those readings, in the order of the rules. */
    public static List<MonitorResult> judge(
            String profile, DeviceKind device, Baseline baseline, Policies policies, List<ScenarioResult> results) {
        List<StandingRule> rules = rules(device).stream()
                .filter(it -> it.holdsUnder().test(baseline, policies))
                .toList();
        var violations = new ArrayList<List<Violation>>();
        long[] observed = new long[rules.size()];
        rules.forEach(it -> violations.add(new ArrayList<>()));
        results.stream()
                .sorted(Comparator.comparing(it -> it.scenario().id()))
                .forEach(result -> result.recording().ifPresent(recording -> {
                    List<Watch> watches = watch(rules, recording);
                    for (int i = 0; i < watches.size(); i++) {
                        observed[i] += watches.get(i).observed();
                        for (Watch.Finding finding : watches.get(i).findings()) {
                            violations
                                    .get(i)
                                    .add(new Violation(result.scenario().id(), finding.frame(), finding.text()));
                        }
                    }
                }));
        var verdicts = new ArrayList<MonitorResult>();
        for (int i = 0; i < rules.size(); i++) {
            verdicts.add(verdict(rules.get(i), profile, observed[i], violations.get(i)));
        }
        return verdicts;
    }

    private static List<StandingRule> rules(DeviceKind device) {
        return switch (device) {
            case HUB ->
                Stream.of(HubRules.ALL, AlertRules.ALL).flatMap(List::stream).toList();
            case DCC -> DccRules.ALL;
            case PPMID, IHD -> DeviceRules.ALL;
            case HCALCS, ESME, GSME -> SwitchRules.ALL;
        };
    }

    private static MonitorResult verdict(StandingRule rule, String profile, long observed, List<Violation> violations) {
        Verdict verdict;
        String reason;
        if (!violations.isEmpty()) {
            verdict = Verdict.FAIL;
            Violation first = violations.getFirst();
            reason = "%s (frame %d of %s)".formatted(first.finding(), first.frame(), first.scenario());
        } else if (observed == 0) {
            verdict = Verdict.NOT_APPLICABLE;
            reason = "nothing that was recorded puts it to the test";
        } else {
            verdict = Verdict.PASS;
            reason = "held each of the %d times it was put to the test".formatted(observed);
        }
        return new MonitorResult(
                rule.id(), rule.does(), rule.requirements(), profile, verdict, reason, observed, violations);
    }

    /** How often the standing rules of that target were put to the test by a recording: for measuring their speed. */
    public static long observe(DeviceKind device, Recording recording) {
        return watch(rules(device), recording).stream()
                .mapToLong(Watch::observed)
                .sum();
    }

    private static List<Watch> watch(List<StandingRule> rules, Recording recording) {
        List<Watch> watches = rules.stream().map(it -> it.watch().get()).toList();
        new Pass(recording.cursor(), watches.toArray(Watch[]::new)).over();
        return watches;
    }
}
