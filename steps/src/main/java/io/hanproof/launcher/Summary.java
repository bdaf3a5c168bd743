package io.hanproof.launcher;

import io.hanproof.evidence.FrameLogs;
import io.hanproof.evidence.MonitorResult;
import io.hanproof.evidence.RunResult;
import io.hanproof.evidence.ScenarioResult;
import io.hanproof.evidence.Verdict;
import io.hanproof.matrix.Requirements;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** What a person wants to know of a run: what failed, against which sentence, where, and how to see it again. */
final class Summary {
    private static final int SHOWN = 20;
    private static final int SHOWN_VIOLATIONS = 3;

    private final Terminal terminal;
    private final PrintWriter out;
    private final Requirements requirements;
    private final Path folder;

    /** @param folder where the results are */
    Summary(Terminal terminal, Requirements requirements, Path folder) {
        this.terminal = terminal;
        this.out = terminal.out();
        this.requirements = requirements;
        this.folder = folder;
    }

    void print(RunResult run) {
        out.println();
        List<ScenarioResult> failed = of(run, Verdict.FAIL);
        failed.stream().limit(SHOWN).forEach(it -> failed(it, run.seed()));
        more(failed.size(), "failed scenarios");
        run.monitors().stream().filter(it -> it.verdict() == Verdict.FAIL).forEach(this::failed);
        undecided(of(run, Verdict.INCONCLUSIVE));
        run.monitors().stream()
                .filter(it -> it.verdict() == Verdict.INCONCLUSIVE)
                .forEach(it -> out.printf(
                        "%s  monitor %s on %s: %s%n",
                        terminal.yellow("INCONCLUSIVE"), it.id(), it.profile(), it.reason()));
        notApplicable(of(run, Verdict.NOT_APPLICABLE));
        totals(run);
    }

    private void failed(ScenarioResult it, long seed) {
        out.printf(
                "%s  %s on %s%n",
                terminal.red("FAIL"), it.scenario().id(), it.scenario().profile());
        out.printf(
                "  scenario    %s (%s)%n", it.scenario().name(), it.scenario().rule());
        it.scenario().requirements().forEach(this::requirement);
        out.printf("  finding     %s%n", it.reason());
        out.printf("  evidence    %s%s%n", frames(it), folder.resolve(FrameLogs.path(it.scenario())));
        out.printf("  seed        %d%n", seed);
        out.printf("  replay      %s%n%n", it.replay());
    }

    private static String frames(ScenarioResult it) {
        return it.decidedBy().isEmpty() ? "" : "frames %s of ".formatted(numbers(it.decidedBy()));
    }

    private void failed(MonitorResult it) {
        out.printf("%s  monitor %s on %s%n", terminal.red("FAIL"), it.id(), it.profile());
        out.printf("  rule        %s%n", it.does());
        it.requirements().forEach(this::requirement);
        out.printf("  finding     %s%n", it.reason());
        it.violations().stream()
                .limit(SHOWN_VIOLATIONS)
                .forEach(broken -> out.printf(
                        "  at          frame %d of %s: %s%n", broken.frame(), broken.scenario(), broken.finding()));
        int more = it.violations().size() - SHOWN_VIOLATIONS;
        if (more > 0) {
            out.printf("  and         %d more, see verdicts.json%n", more);
        }
        out.println();
    }

    private void requirement(String id) {
        requirements
                .find(id)
                .ifPresent(it -> out.printf("  requirement %s: %s (%s)%n", it.id(), it.text(), it.source()));
    }

    private void undecided(List<ScenarioResult> undecided) {
        undecided.stream()
                .limit(SHOWN)
                .forEach(it -> out.printf(
                        "%s  %s on %s: %s%n  replay      %s%n",
                        terminal.yellow("INCONCLUSIVE"),
                        it.scenario().id(),
                        it.scenario().profile(),
                        it.reason(),
                        it.replay()));
        more(undecided.size(), "inconclusive scenarios");
    }

    /** By reason, for it is the same for many. */
    private void notApplicable(List<ScenarioResult> out) {
        Map<String, Long> counts = out.stream()
                .collect(Collectors.groupingBy(ScenarioResult::reason, TreeMap::new, Collectors.counting()));
        counts.forEach((reason, count) -> this.out.printf("not applicable: %d × %s%n", count, reason));
    }

    private void totals(RunResult run) {
        long pass = run.count(Verdict.PASS);
        long fail = run.count(Verdict.FAIL);
        long inconclusive = run.count(Verdict.INCONCLUSIVE);
        out.printf(
                "%s: %d planned, %d executed: %d PASS, %d FAIL, %d INCONCLUSIVE; %d NOT_APPLICABLE%n",
                headline(run),
                run.plan().size(),
                pass + fail + inconclusive,
                pass,
                fail,
                inconclusive,
                run.count(Verdict.NOT_APPLICABLE));
        if (!run.monitors().isEmpty()) {
            out.printf(
                    "monitors: %d PASS, %d FAIL, %d INCONCLUSIVE, %d NOT_APPLICABLE%n",
                    run.countMonitors(Verdict.PASS),
                    run.countMonitors(Verdict.FAIL),
                    run.countMonitors(Verdict.INCONCLUSIVE),
                    run.countMonitors(Verdict.NOT_APPLICABLE));
        }
    }

    private String headline(RunResult run) {
        if (run.count(Verdict.FAIL) + run.countMonitors(Verdict.FAIL) > 0) {
            return terminal.red("FAIL");
        }
        if (run.count(Verdict.INCONCLUSIVE) + run.countMonitors(Verdict.INCONCLUSIVE) > 0) {
            return terminal.yellow("INCONCLUSIVE");
        }
        return terminal.green("PASS");
    }

    private void more(int found, String what) {
        if (found > SHOWN) {
            out.printf("and %d more %s, see verdicts.json%n%n", found - SHOWN, what);
        }
    }

    private static List<ScenarioResult> of(RunResult run, Verdict verdict) {
        return run.scenarios().stream().filter(it -> it.verdict() == verdict).toList();
    }

    /** Runs of numbers as ranges: {@code 212-240, 245}. */
    static String numbers(List<Integer> frames) {
        List<Integer> sorted = frames.stream().distinct().sorted().toList();
        var text = new StringBuilder();
        int i = 0;
        while (i < sorted.size()) {
            int first = sorted.get(i);
            int last = first;
            while (i + 1 < sorted.size() && sorted.get(i + 1) == last + 1) {
                last++;
                i++;
            }
            text.append(text.isEmpty() ? "" : ", ").append(first == last ? "" + first : first + "-" + last);
            i++;
        }
        return text.toString();
    }
}
