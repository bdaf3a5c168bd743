package io.hanproof.matrix;

import static io.hanproof.evidence.Markup.escaped;

import io.hanproof.evidence.MonitorResult;
import io.hanproof.evidence.RunResult;
import io.hanproof.evidence.ScenarioResult;
import io.hanproof.evidence.Verdict;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** The catalogue as a page of its own, with what one run found on each requirement. It fetches nothing. */
public final class MatrixPage {
    private static final String HEAD = """
            <!DOCTYPE html>
            <html lang="en">
            <head>
            <meta charset="utf-8">
            <meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
            <title>hanproof: requirements</title>
            <style>
            body { font: 15px/1.45 sans-serif; color: #222; margin: 2em auto; max-width: 76em; padding: 0 1em; }
            table { border-collapse: collapse; width: 100%; }
            td, th { border-top: 1px solid #ddd; padding: .4em .7em; text-align: left; vertical-align: top; }
            td:first-child { white-space: nowrap; font-weight: bold; }
            td:last-child { width: 34%; }
            tr:target { background: #fff6d6; }
            small { color: #666; display: block; }
            .pass { color: #2a7d2a; } .fail { color: #c0392b; font-weight: bold; }
            .inconclusive { color: #a86500; font-weight: bold; } .not_applicable, .none { color: #777; }
            </style>
            </head>
            <body>
            """;

    private static final String LEGEND = """
            <p><small>Sources are named by document and line: S000 the paper of geo, S001 the options paper of 2015,
            S002 the modification report with its annexes, S003 minutes of the working group, S004 the final summary of
            2020. On a <i>contested</i> row they disagree: a policy selects the reading, and those of this run are in the
            <a href="index.html">report</a>. A <i>variant</i> was proposed and rejected; a <i>document</i> row asks
            nothing of a product that a test could see.</small></p>
            """;

    private final Requirements requirements;
    private final RunResult run;
    private final Map<String, List<Finding>> findings = new HashMap<>();
    private final StringBuilder out = new StringBuilder(HEAD);

    private MatrixPage(Requirements requirements, RunResult run) {
        this.requirements = requirements;
        this.run = run;
        for (ScenarioResult it : run.scenarios()) {
            it.scenario()
                    .requirements()
                    .forEach(id -> add(id, it.verdict(), it.scenario().profile()));
        }
        for (MonitorResult it : run.monitors()) {
            it.requirements().forEach(id -> add(id, it.verdict(), it.profile()));
        }
    }

    public static String html(Requirements requirements, RunResult run) {
        return new MatrixPage(requirements, run).html();
    }

    private void add(String requirement, Verdict verdict, String profile) {
        findings.computeIfAbsent(requirement, it -> new ArrayList<>()).add(new Finding(verdict, profile));
    }

    private String html() {
        out.append("<h1>Requirements</h1>\n<p>Baseline <b>").append(escaped(run.baseline()));
        out.append("</b>, run ").append(escaped(run.runId())).append(", seed ").append(run.seed());
        out.append(", profiles ").append(escaped(profiles())).append(".<br>\n");
        summary();
        out.append("</p>\n").append(LEGEND);
        String section = "";
        for (Requirement it : requirements.all()) {
            if (!it.section().equals(section)) {
                out.append(section.isEmpty() ? "" : "</table>\n");
                section = it.section();
                out.append("<h2>").append(escaped(section)).append("</h2>\n<table>\n");
                out.append("<tr><th></th><th>Requirement</th><th>In this run</th></tr>\n");
            }
            row(it);
        }
        return out.append("</table>\n</body>\n</html>\n").toString();
    }

    private String profiles() {
        return run.profiles().stream().map(RunResult.NamedHash::name).collect(Collectors.joining(", "));
    }

    private void summary() {
        long tested = requirements.all().stream()
                .filter(it -> findings.containsKey(it.id()))
                .count();
        long byCommand = requirements.all().stream()
                .filter(it -> it.command().isPresent() && !findings.containsKey(it.id()))
                .count();
        long planned =
                requirements.all().stream().filter(Requirement::isPlanned).count();
        long untestable = requirements.all().stream()
                        .filter(it -> it.untested().isPresent())
                        .count()
                - planned;
        out.append(("%d requirements: %d in this run, %d tested by a command of their own, %d not yet tested,"
                        + " %d that nothing can test (each with its reason).")
                .formatted(requirements.all().size(), tested, byCommand, planned, untestable));
    }

    private void row(Requirement it) {
        out.append("<tr id=\"")
                .append(it.id())
                .append("\"><td>")
                .append(it.id())
                .append("</td><td>");
        out.append(escaped(it.text()))
                .append("<small>")
                .append(escaped(it.source()))
                .append(" · ");
        out.append(escaped(it.actor())).append(" · ").append(it.kind().name().toLowerCase(Locale.ROOT));
        it.baseline()
                .ifPresent(
                        only -> out.append(" · baseline ").append(only.year()).append(" only"));
        out.append("</small></td><td>");
        List<Finding> found = findings.getOrDefault(it.id(), List.of());
        if (found.isEmpty()) {
            note(it.command()
                    .map("tested by command: "::concat)
                    .or(() -> it.untested().map(reason -> it.isPlanned() ? "not yet tested" : "untested: " + reason))
                    .orElse("not in this run"));
        }
        Arrays.stream(Verdict.values()).forEach(verdict -> count(verdict, found));
        out.append("</td></tr>\n");
    }

    private void note(String text) {
        out.append("<span class=\"none\">").append(escaped(text)).append("</span>");
    }

    private void count(Verdict verdict, List<Finding> found) {
        List<Finding> those = found.stream().filter(it -> it.verdict == verdict).toList();
        if (those.isEmpty()) {
            return;
        }
        out.append("<span class=\"")
                .append(verdict.name().toLowerCase(Locale.ROOT))
                .append("\">");
        out.append(verdict.name().replace('_', ' '))
                .append(' ')
                .append(those.size())
                .append("</span>");
        if (verdict != Verdict.PASS) {
            var profiles = those.stream().map(Finding::profile).collect(Collectors.toCollection(TreeSet::new));
            out.append("<small>").append(escaped(String.join(", ", profiles))).append("</small>");
        } else {
            out.append("<br>");
        }
    }

    private record Finding(Verdict verdict, String profile) {}
}
