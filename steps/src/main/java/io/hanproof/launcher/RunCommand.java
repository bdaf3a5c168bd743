package io.hanproof.launcher;

import io.hanproof.evidence.CaptureNetwork;
import io.hanproof.evidence.FinishedLog;
import io.hanproof.evidence.MonitorResult;
import io.hanproof.evidence.OutFolder;
import io.hanproof.evidence.PlannedScenario;
import io.hanproof.evidence.Report;
import io.hanproof.evidence.RunConditions;
import io.hanproof.evidence.RunResult;
import io.hanproof.evidence.RunResult.NamedHash;
import io.hanproof.evidence.ScenarioResult;
import io.hanproof.evidence.Verdict;
import io.hanproof.venue.Venue;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Tests products against the catalogue. */
@Command(
        name = "run",
        description =
                "Tests products against the catalogue: writes verdicts, evidence and a report, and exits with 0 when"
                        + " all passed, 1 on any FAIL, 2 when something could not be decided.")
final class RunCommand implements Callable<Integer> {
    private final Session session;

    @Mixin
    RunOptions options = new RunOptions();

    RunCommand(Session session) {
        this.session = session;
    }

    @Override
    public Integer call() {
        Instant started = session.clock().instant();
        RunSetup setup = RunSetup.of(options);
        var listing = new Listing(session.terminal().out());
        var engine = new Engine(session.glue());
        if (!options.list || options.against() instanceof Against.Dongle) {
            checkSteps(engine, setup);
        }
        Optional<BenchPlan> planned = new BenchPlans(engine, session).of(options, setup);
        if (options.list || options.dryRun) {
            listing.baseline(setup);
            planned.ifPresentOrElse(listing::bench, () -> listing.plan(setup.plan()));
            return ExitCode.PASSED;
        }
        if (setup.plan().executed() == 0) {
            throw new UsageFault("nothing is to be executed: " + listing.whyNothing(setup.plan()));
        }
        claim();
        listing.header(setup, options);
        planned.ifPresent(listing::bench);
        Executed executed = execute(engine, setup, planned);
        List<ScenarioResult> results = executed.results();
        if (results.stream().allMatch(it -> it.verdict() == Verdict.NOT_APPLICABLE)) {
            throw new UsageFault("nothing was executed: " + results.getFirst().reason());
        }
        RunResult run = result(setup, started, results);
        report(setup, run, executed.network());
        forgetFinished();
        return exitCode(run);
    }

    /** What a run that was cut short has finished is not thrown away unasked. */
    private void claim() {
        Path out = options.out();
        if (options.resume.isEmpty() && FinishedLog.isIn(out)) {
            throw new UsageFault(
                    "%s holds a bench run that was cut short: go on with --resume %s, or name another --out"
                            .formatted(out, out));
        }
        OutFolder.claim(out);
    }

    /** What was kept for a run that goes on is of no use any more, unless this one was cut short, too. */
    private void forgetFinished() {
        if (session.interruption().isWished()) {
            session.terminal()
                    .err()
                    .printf("hanproof: cut short; a run at a bench goes on with --resume %s%n", options.out());
        } else if (FinishedLog.isIn(options.out())) {
            FinishedLog.resume(options.out()).complete();
        }
    }

    private void checkSteps(Engine engine, RunSetup setup) {
        List<String> mistakes = new StepCheck(engine).mistakes(setup.plan().executedScenarios());
        if (!mistakes.isEmpty()) {
            String message = FeatureFault.message(mistakes);
            throw setup.catalogue().own()
                    ? new OwnFault("its own features have no steps: " + message)
                    : new UsageFault(message);
        }
    }

    /** @param network what captures are sealed with */
    private record Executed(List<ScenarioResult> results, CaptureNetwork network) {}

    private Executed execute(Engine engine, RunSetup setup, Optional<BenchPlan> planned) {
        var before = resumed(setup);
        var progress =
                new Progress(session.terminal(), session.clock(), setup.plan().executed());
        var bench = new Bench(session.clock(), progress, watchdog(), session.interruption());
        session.interruption().heed();
        try (Venue venue = new BreakableVenue(new Venues(options, session).open(setup), session.interruption())) {
            var execution = execution(engine, setup, venue);
            List<ScenarioResult> results = venue.holdsMany()
                    ? execution.of(setup.plan(), bench)
                    : execute(execution, setup, planned, before, bench);
            return new Executed(
                    results, options.captures.network(venue, session.terminal().err()));
        } finally {
            progress.end();
        }
    }

    private List<ScenarioResult> execute(
            Execution execution, RunSetup setup, Optional<BenchPlan> planned, Resume before, Bench bench) {
        Path out = options.out();
        try (var log =
                options.resume.isPresent() ? FinishedLog.resume(out) : FinishedLog.begin(out, conditions(setup))) {
            return new BenchRun(execution, planned, before, log, session.interruption()).of(setup.plan(), bench);
        }
    }

    private Execution execution(Engine engine, RunSetup setup, Venue venue) {
        Map<String, String> names = setup.products().stream()
                .collect(Collectors.toMap(it -> it.profile().name(), Products.Chosen::named));
        return new Execution(
                engine,
                new Judgement(new Replay(options.seed, options.repeated(), names), setup.isShipped()),
                options.image,
                options.misbehaviour,
                setup.keys(),
                venue,
                options.jobs,
                options.failFast);
    }

    private Resume resumed(RunSetup setup) {
        if (options.resume.isEmpty()) {
            return Resume.nothing();
        }
        Resume before =
                Resume.from(options.out(), conditions(setup), setup.plan().planned());
        before.notes().forEach(it -> session.terminal().err().printf("note: %s%n", it));
        return before;
    }

    private RunConditions conditions(RunSetup setup) {
        return new RunConditions(
                PlannedScenario.sha256(setup.plan().planned()).toLowerCase(Locale.ROOT),
                setup.catalogue().sha256(),
                setup.readings().baseline().year(),
                held(setup),
                options.seed,
                profiles(setup),
                images(setup));
    }

    private static Map<String, String> held(RunSetup setup) {
        return setup.readings()
                .held(setup.products().stream().map(Products.Chosen::profile).toList());
    }

    private static List<NamedHash> profiles(RunSetup setup) {
        return setup.products().stream()
                .map(it ->
                        new NamedHash(it.profile().name(), it.profile().sha256().toLowerCase(Locale.ROOT)))
                .toList();
    }

    /** On the wall a scenario may take days. */
    private Watchdog watchdog() {
        return new Watchdog(options.wallTime() ? Duration.ofDays(365) : session.patience());
    }

    private RunResult result(RunSetup setup, Instant started, List<ScenarioResult> results) {
        var version = ToolVersion.read();
        List<MonitorResult> monitors = session.standingRules().judge(setup.plan(), results);
        return new RunResult(
                version.tool(),
                version.catalogue(setup.catalogue()),
                setup.catalogue().sha256(),
                PlannedScenario.sha256(setup.plan().planned()).toLowerCase(Locale.ROOT),
                images(setup),
                session.newRunId(),
                started,
                options.seed,
                setup.readings().baseline().year(),
                held(setup),
                options.target,
                options.time(),
                options.misbehaviour.orElse(""),
                profiles(setup),
                setup.plan().planned(),
                results,
                monitors);
    }

    private static List<NamedHash> images(RunSetup setup) {
        Stream<NamedHash> given = setup.image().stream().map(it -> new NamedHash(fileName(it.file()), it.sha256()));
        Stream<NamedHash> bound = setup.products().stream()
                .flatMap(it -> it.profile().firmware().stream())
                .flatMap(it -> it.image().stream())
                .map(it -> new NamedHash(fileName(it), ImageText.sha256(ImageText.read(it))));
        return Stream.concat(given, bound).distinct().toList();
    }

    private static String fileName(Path file) {
        return String.valueOf(file.getFileName());
    }

    private void report(RunSetup setup, RunResult run, CaptureNetwork network) {
        Report.write(
                run,
                options.out(),
                options.captures.captured(),
                network,
                setup.keys().used());
        new Summary(session.terminal(), setup.requirements(), options.out()).print(run);
        session.page().write(run, setup.requirements(), options.out());
        PrintWriter out = session.terminal().out();
        out.printf("report: %s%n", options.out().resolve("report").resolve("index.html"));
    }

    static int exitCode(RunResult run) {
        if (run.count(Verdict.FAIL) + run.countMonitors(Verdict.FAIL) > 0) {
            return ExitCode.FAILED;
        }
        long undecided = run.count(Verdict.INCONCLUSIVE) + run.countMonitors(Verdict.INCONCLUSIVE);
        return undecided > 0 ? ExitCode.INCONCLUSIVE : ExitCode.PASSED;
    }
}
