package io.hanproof.evidence;

import static io.hanproof.evidence.Markup.escaped;

import java.io.IOException;
import java.io.Writer;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The verdicts as JUnit XML, for build servers: a test suite for each profile, and one for its standing rules. FAIL is a
 * failure, that is an assertion about the target; INCONCLUSIVE is an error, which in JUnit's words means that the test
 * itself went wrong: both make a build red, and a reader sees whose fault it was. NOT_APPLICABLE is skipped.
 */
final class JUnitXml {
    private static final DateTimeFormatter TIMESTAMP =
            DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss").withZone(ZoneOffset.UTC);

    private JUnitXml() {}

    static void write(RunResult result, Path file) {
        try (Writer out = Files.newBufferedWriter(file)) {
            out.write(text(result));
        } catch (IOException e) {
            throw new ReportFault("the JUnit XML cannot be written to " + file + ": " + e, e);
        }
    }

    private static String text(RunResult result) {
        List<Case> all = new ArrayList<>();
        var suites = new StringBuilder();
        suites(result).forEach((name, cases) -> {
            suite(suites, name, cases, result);
            all.addAll(cases);
        });
        return "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<testsuites name=\"hanproof\"" + counts(all) + ">\n"
                + suites + "</testsuites>\n";
    }

    private static Map<String, List<Case>> suites(RunResult result) {
        Map<String, List<Case>> suites = new LinkedHashMap<>();
        for (ScenarioResult it : result.scenarios()) {
            suites.computeIfAbsent(it.scenario().profile(), name -> new ArrayList<>())
                    .add(Case.of(it));
        }
        for (MonitorResult it : result.monitors()) {
            suites.computeIfAbsent(it.profile() + " standing rules", name -> new ArrayList<>())
                    .add(Case.of(it));
        }
        return suites;
    }

    private static void suite(StringBuilder out, String name, List<Case> cases, RunResult result) {
        out.append("  <testsuite name=\"").append(escaped(name)).append('"').append(counts(cases));
        out.append(" timestamp=\"").append(TIMESTAMP.format(result.started())).append("\">\n    <properties>\n");
        property(out, "baseline", result.baseline());
        property(out, "seed", Long.toString(result.seed()));
        property(out, "against", result.against());
        if (!result.misbehaviour().isEmpty()) {
            property(out, "misbehaviour", result.misbehaviour());
        }
        out.append("    </properties>\n");
        cases.forEach(it -> testCase(out, it));
        out.append("  </testsuite>\n");
    }

    private static void property(StringBuilder out, String name, String value) {
        out.append("      <property name=\"").append(name).append("\" value=\"");
        out.append(escaped(value)).append("\"/>\n");
    }

    private static void testCase(StringBuilder out, Case it) {
        out.append("    <testcase classname=\"").append(escaped(it.className)).append("\" name=\"");
        out.append(escaped(it.name))
                .append("\" time=\"")
                .append(seconds(it.time))
                .append('"');
        switch (it.verdict) {
            case PASS -> out.append("/>\n");
            case FAIL -> wrong(out, it, "failure");
            case INCONCLUSIVE -> wrong(out, it, "error");
            case NOT_APPLICABLE ->
                out.append(">\n      <skipped message=\"")
                        .append(escaped(it.reason))
                        .append("\"/>\n    </testcase>\n");
        }
    }

    private static void wrong(StringBuilder out, Case it, String element) {
        out.append(">\n      <").append(element).append(" type=\"").append(it.verdict);
        out.append("\" message=\"").append(escaped(it.reason)).append("\">").append(escaped(it.more));
        out.append("</").append(element).append(">\n    </testcase>\n");
    }

    private static String counts(List<Case> cases) {
        Duration time = cases.stream().map(Case::time).reduce(Duration.ZERO, Duration::plus);
        return " tests=\"" + cases.size() + "\" failures=\"" + count(cases, Verdict.FAIL)
                + "\" errors=\"" + count(cases, Verdict.INCONCLUSIVE)
                + "\" skipped=\"" + count(cases, Verdict.NOT_APPLICABLE)
                + "\" time=\"" + seconds(time) + '"';
    }

    private static long count(List<Case> cases, Verdict verdict) {
        return cases.stream().filter(it -> it.verdict == verdict).count();
    }

    private static String seconds(Duration time) {
        return BigDecimal.valueOf(time.toMillis(), 3).toPlainString();
    }

    private record Case(String className, String name, Verdict verdict, String reason, String more, Duration time) {
        static Case of(ScenarioResult it) {
            PlannedScenario planned = it.scenario();
            String seen = it.decidedBy().isEmpty() ? "" : "\nseen in frames " + it.decidedBy();
            return new Case(
                    className(planned.requirements(), planned.feature()),
                    planned.id(),
                    it.verdict(),
                    it.reason(),
                    planned.rule() + seen + "\nreplay: " + it.replay(),
                    it.wallTime());
        }

        static Case of(MonitorResult it) {
            var more = new StringBuilder(it.does());
            it.violations()
                    .forEach(violation -> more.append("\nframe ")
                            .append(violation.frame())
                            .append(" of ")
                            .append(violation.scenario())
                            .append(": ")
                            .append(violation.finding()));
            String className = className(it.requirements(), "standing rules");
            return new Case(className, it.id(), it.verdict(), it.reason(), more.toString(), Duration.ZERO);
        }

        private static String className(List<String> requirements, String feature) {
            return requirements.isEmpty() ? feature : requirements.getFirst() + "/" + feature;
        }
    }
}
