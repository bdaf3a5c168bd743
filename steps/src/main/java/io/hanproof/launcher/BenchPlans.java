package io.hanproof.launcher;

import io.hanproof.evidence.ScenarioResult;
import io.hanproof.gbcs.Keys;
import io.hanproof.profile.Profile;
import io.hanproof.venue.EmulatorVenue;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Plans runs on real hardware, where time and firmware are scarce: by rehearsing them against emulators. */
final class BenchPlans {
    private final Engine engine;
    private final Session session;

    BenchPlans(Engine engine, Session session) {
        this.engine = engine;
        this.session = session;
    }

    /** The plan of a run against a product on the air, in wall time; other runs need none. */
    Optional<BenchPlan> of(RunOptions options, RunSetup setup) {
        if (!(options.against() instanceof Against.Dongle) || !options.wallTime()) {
            return Optional.empty();
        }
        Plan.Part part = setup.plan().parts().getFirst();
        var rehearsal = rehearse(part, options, setup);
        return Optional.of(new BenchPlanner(part, rehearsal, options.longest)
                .plan(part.profile().installed().fileVersion()));
    }

    private Rehearsal rehearse(Plan.Part part, RunOptions options, RunSetup setup) {
        Profile stage = Rehearsal.stage(part.profile());
        var staged = new Plan.Part(stage, part.baseline(), part.policies(), part.items());
        var judgement = new Judgement(new Replay(options.seed, List.of(), Map.of()), setup.isShipped());
        var execution = new Execution(
                engine,
                judgement,
                Optional.empty(),
                Optional.empty(),
                Keys.test(),
                EmulatorVenue.virtual(),
                options.jobs,
                false);
        var nobody =
                new Progress(Terminal.silent(), session.clock(), part.executed().size());
        List<ScenarioResult> results = execution.of(
                new Plan(List.of(staged)),
                new Bench(session.clock(), nobody, new Watchdog(session.patience()), session.interruption()));
        Instant start = EmulatorVenue.START;
        Duration reboot = stage.timing().reboot();
        return Rehearsal.of(results, start, reboot);
    }
}
