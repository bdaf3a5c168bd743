package io.hanproof.allure;

import static io.hanproof.evidence.Markup.escaped;

import io.hanproof.evidence.FrameLogs;
import io.hanproof.evidence.GbcsLogs;
import io.hanproof.evidence.MonitorResult;
import io.hanproof.evidence.MonitorResult.Violation;
import io.hanproof.evidence.RunResult;
import io.hanproof.evidence.ScenarioResult;
import io.hanproof.evidence.Verdict;
import io.hanproof.matrix.Requirement;
import io.hanproof.matrix.Requirements;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** What each result says in full: requirement and source, verdict and reason, and how to see it again. */
final class Descriptions {
    private static final int MOST_VIOLATIONS = 50;
    private static final int MOST_FRAMES = 12;
    private static final String CELL = "vertical-align: top; white-space: nowrap; padding-right: 1em";

    private final RunResult run;
    private final Requirements requirements;

    Descriptions(RunResult run, Requirements requirements) {
        this.run = run;
        this.requirements = requirements;
    }

    String of(ScenarioResult result) {
        var out = new StringBuilder();
        sentences(out, result.scenario().requirements());
        out.append("<table>");
        row(out, "Verdict", verdict(result.verdict()));
        row(out, "Reason", result.reason());
        row(out, "Rule", result.scenario().rule());
        row(out, "Baseline", run.baseline());
        row(
                out,
                "Target",
                "%s, profile %s"
                        .formatted(result.scenario().target(), result.scenario().profile()));
        if (result.recording().isPresent()) {
            row(out, "Decided by", decidedBy(result));
            row(
                    out,
                    "Time",
                    "%s on the HAN, %d ms here"
                            .formatted(
                                    spoken(result.hanTime()), result.wallTime().toMillis()));
            GbcsLogs.path(result)
                    .ifPresent(it ->
                            row(out, "GBCS messages", "in " + it.toString().replace('\\', '/')));
        }
        new TreeMap<>(result.evidence()).forEach((name, value) -> row(out, name, value));
        out.append("</table>");
        if (result.verdict() != Verdict.NOT_APPLICABLE) {
            replay(out, result.replay());
        }
        return out.toString();
    }

    String of(MonitorResult result) {
        var out = new StringBuilder();
        sentences(out, result.requirements());
        out.append("<table>");
        row(out, "Verdict", verdict(result.verdict()));
        row(out, "Reason", result.reason());
        row(out, "Standing rule", result.does());
        row(out, "Baseline", run.baseline());
        row(out, "Profile", result.profile());
        row(out, "Put to the test", times(result.observed()));
        result.violations().stream()
                .limit(MOST_VIOLATIONS)
                .forEach(it -> row(out, "Broken at", place(it) + ": " + it.finding()));
        more(result).ifPresent(it -> row(out, "Broken at", it));
        out.append("</table>");
        result.violations().stream().findFirst().ifPresent(it -> replay(out, replayOf(it, result.profile())));
        return out.toString();
    }

    static String trace(ScenarioResult result) {
        return result.recording().isPresent() ? "decided by " + decidedBy(result) : "not executed";
    }

    static String trace(MonitorResult result) {
        String places = result.violations().stream()
                .limit(MOST_VIOLATIONS)
                .map(it -> place(it) + ": " + it.finding())
                .collect(Collectors.joining("\n"));
        return more(result).map(it -> places + "\n" + it).orElse(places);
    }

    private void sentences(StringBuilder out, List<String> ids) {
        for (String id : ids) {
            out.append("<p><b>").append(escaped(id)).append("</b> ");
            requirements
                    .find(id)
                    .ifPresentOrElse(
                            it -> sentence(out, it),
                            () -> out.append("<i>not in hanproof's catalogue of requirements</i>"));
            out.append("</p>");
        }
    }

    private static void sentence(StringBuilder out, Requirement it) {
        out.append(escaped(it.text())).append("<br><i>Source: ").append(escaped(it.source()));
        out.append("</i>");
    }

    private static void row(StringBuilder out, String name, String value) {
        out.append("<tr><td style=\"").append(CELL).append("\"><b>").append(escaped(name));
        out.append("</b></td><td>").append(escaped(value)).append("</td></tr>");
    }

    private static void replay(StringBuilder out, String command) {
        if (!command.isEmpty()) {
            out.append("<p>See it again:</p><pre><code>")
                    .append(escaped(command))
                    .append("</code></pre>");
        }
    }

    private String replayOf(Violation violation, String profile) {
        return run.scenarios().stream()
                .filter(it -> it.scenario().id().equals(violation.scenario())
                        && it.scenario().profile().equals(profile))
                .map(ScenarioResult::replay)
                .findFirst()
                .orElse("");
    }

    private static String decidedBy(ScenarioResult result) {
        String log = FrameLogs.path(result.scenario()).toString().replace('\\', '/');
        if (result.decidedBy().isEmpty()) {
            return "no frame of the %d in %s".formatted(result.frames(), log);
        }
        String numbers = result.decidedBy().stream()
                .limit(MOST_FRAMES)
                .map(String::valueOf)
                .collect(Collectors.joining(", "));
        int more = result.decidedBy().size() - MOST_FRAMES;
        String all = more > 0 ? "%s and %d more".formatted(numbers, more) : numbers;
        String frames = result.decidedBy().size() == 1 ? "frame" : "frames";
        return "%s %s of %d in %s".formatted(frames, all, result.frames(), log);
    }

    private static String verdict(Verdict verdict) {
        return switch (verdict) {
            case PASS -> "PASS: the rule was exercised, observed, and held";
            case FAIL -> "FAIL: the target broke the rule";
            case INCONCLUSIVE -> "INCONCLUSIVE: the bench could not decide";
            case NOT_APPLICABLE -> "NOT APPLICABLE: profile, baseline or policy rules it out";
        };
    }

    private static String place(Violation violation) {
        return "frame %d of %s".formatted(violation.frame(), violation.scenario());
    }

    private static Optional<String> more(MonitorResult result) {
        int more = result.violations().size() - MOST_VIOLATIONS;
        return more > 0 ? Optional.of("and %d times more".formatted(more)) : Optional.empty();
    }

    private static String times(long count) {
        return count == 1 ? "once" : count + " times";
    }

    /** As people say it: {@code 1 h 10 min 0.25 s}. */
    private static String spoken(Duration time) {
        var out = new StringBuilder();
        if (time.toHours() > 0) {
            out.append(time.toHours()).append(" h ");
        }
        if (time.toMinutesPart() > 0) {
            out.append(time.toMinutesPart()).append(" min ");
        }
        BigDecimal seconds = BigDecimal.valueOf(time.toSecondsPart() * 1000L + time.toMillisPart(), 3);
        if (out.isEmpty() || seconds.signum() > 0) {
            out.append(seconds.stripTrailingZeros().toPlainString()).append(" s");
        }
        return out.toString().strip();
    }
}
