package io.hanproof.launcher;

import io.hanproof.evidence.MonitorResult;
import io.hanproof.evidence.OutFolder;
import io.hanproof.evidence.PlannedScenario;
import io.hanproof.evidence.Report;
import io.hanproof.evidence.RunResult;
import io.hanproof.evidence.RunResult.NamedHash;
import io.hanproof.evidence.ScenarioResult;
import io.hanproof.evidence.Verdict;
import io.hanproof.venue.EmulatorVenue;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
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
    private static final String EMULATOR = "emulator";

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
        if (options.list) {
            listing.baseline(setup);
            listing.plan(setup.plan());
            return ExitCode.PASSED;
        }
        var engine = new Engine(session.glue());
        checkSteps(engine, setup);
        if (options.dryRun) {
            listing.baseline(setup);
            listing.plan(setup.plan());
            return ExitCode.PASSED;
        }
        if (setup.plan().executed() == 0) {
            throw new UsageFault("nothing is to be executed: " + listing.whyNothing(setup.plan()));
        }
        OutFolder.claim(options.out);
        listing.header(setup, options);
        List<ScenarioResult> results = execute(engine, setup);
        if (results.stream().allMatch(it -> it.verdict() == Verdict.NOT_APPLICABLE)) {
            throw new UsageFault("nothing was executed: " + results.getFirst().reason());
        }
        RunResult run = result(setup, started, results);
        report(setup, run);
        return exitCode(run);
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

    private List<ScenarioResult> execute(Engine engine, RunSetup setup) {
        var progress =
                new Progress(session.terminal(), session.clock(), setup.plan().executed());
        Map<String, String> names = setup.products().stream()
                .collect(Collectors.toMap(it -> it.profile().name(), Products.Chosen::named));
        var execution = new Execution(
                engine,
                new Judgement(new Replay(options.seed, options.repeated(), names), setup.isShipped()),
                options.image,
                options.misbehaviour,
                new EmulatorVenue(options.wallTime()),
                options.jobs,
                options.failFast);
        try {
            return execution.of(setup.plan(), new Bench(session.clock(), progress, watchdog()));
        } finally {
            progress.end();
        }
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
                setup.readings()
                        .held(setup.products().stream()
                                .map(Products.Chosen::profile)
                                .toList()),
                EMULATOR,
                options.time,
                options.misbehaviour.orElse(""),
                setup.products().stream()
                        .map(it -> new NamedHash(
                                it.profile().name(), it.profile().sha256().toLowerCase(Locale.ROOT)))
                        .toList(),
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

    private void report(RunSetup setup, RunResult run) {
        Report.write(run, options.out);
        new Summary(session.terminal(), setup.requirements(), options.out).print(run);
        session.page().write(run, setup.requirements(), options.out);
        PrintWriter out = session.terminal().out();
        out.printf("report: %s%n", options.out.resolve("report").resolve("index.html"));
    }

    static int exitCode(RunResult run) {
        if (run.count(Verdict.FAIL) + run.countMonitors(Verdict.FAIL) > 0) {
            return ExitCode.FAILED;
        }
        long undecided = run.count(Verdict.INCONCLUSIVE) + run.countMonitors(Verdict.INCONCLUSIVE);
        return undecided > 0 ? ExitCode.INCONCLUSIVE : ExitCode.PASSED;
    }
}
