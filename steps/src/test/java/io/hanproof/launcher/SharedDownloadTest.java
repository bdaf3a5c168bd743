package io.hanproof.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import io.hanproof.evidence.FinishedLog;
import io.hanproof.evidence.RunConditions;
import io.hanproof.evidence.ScenarioResult;
import io.hanproof.evidence.Verdict;
import io.hanproof.gbcs.Keys;
import io.hanproof.lab.Entry;
import io.hanproof.venue.EmulatorVenue;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the plan lets share a download is judged on it as alone: the same verdicts, and one delivery for all. */
class SharedDownloadTest {
    private static final String PROFILE = """
            profile: shared-ppmid
            device: PPMID
            identity: { manufacturer: "0xFFFE", model: "0xAABB", hardware: "1.1" }
            firmware:
              - { version: "0x10", is: installed, image: v1.ota }
              - { version: "0x20", image: v2.ota }
            capabilities: { hardware-version: true, current-file-version: true, resume: true, own-clock: true }
            timing: { reboot: PT3M, read-back-tolerance: PT5S, check: PT10M }
            restore: downgrade
            """;

    private final InstantSource clock = InstantSource.fixed(Instant.parse("2026-11-21T10:00:00Z"));
    private final Interruption interruption = new Interruption();
    private final Engine engine = new Engine(Glue.SHIPPED);

    @TempDir
    Path temp;

    private RunSetup setup() throws IOException {
        RealImages.make(temp.resolve("v1.ota"), "0x10", 2_000);
        RealImages.make(temp.resolve("v2.ota"), "0x20", 2_000);
        var options = new RunOptions();
        options.profiles = List.of(
                Files.writeString(temp.resolve("shared-ppmid.yaml"), PROFILE).toString());
        options.target = "dongle:/dev/ttyUSB0";
        return RunSetup.of(options);
    }

    private Execution execution() {
        return new Execution(
                engine,
                new Judgement(new Replay(1, List.of(), Map.of())),
                Optional.empty(),
                Optional.empty(),
                Keys.test(),
                EmulatorVenue.virtual(),
                1,
                false);
    }

    private Bench bench(Plan.Part part) {
        var progress = new Progress(Terminal.silent(), clock, part.executed().size());
        return new Bench(clock, progress, new Watchdog(Duration.ofMinutes(2)), interruption);
    }

    private BenchPlan planned(Plan.Part part) {
        var stage = Rehearsal.stage(part.profile());
        var staged = new Plan.Part(stage, part.baseline(), part.policies(), part.items());
        List<ScenarioResult> results = execution().of(new Plan(List.of(staged)), bench(part));
        var rehearsal =
                Rehearsal.of(results, EmulatorVenue.START, stage.timing().reboot());
        return new BenchPlanner(part, rehearsal, Optional.empty())
                .plan(part.profile().installed().fileVersion());
    }

    private static long deliveries(ScenarioResult result) {
        return result.recording().orElseThrow().entries().stream()
                .filter(it -> !(it instanceof Entry.Frame) && !(it instanceof Entry.Power))
                .filter(it -> it.toString().contains("Delivery"))
                .count();
    }

    @Test
    void scenariosThatShareADownloadPassAsAlone() throws IOException {
        Plan.Part part = setup().plan().parts().getFirst();
        BenchPlan all = planned(part);
        var sharing = new BenchPlan(
                all.groups().stream().filter(BenchPlan.Group::shares).toList(), List.of());
        List<Plan.Item> items =
                sharing.steps().stream().map(BenchPlan.Step::item).toList();
        var shared = new Plan.Part(part.profile(), part.baseline(), part.policies(), items);
        Path out = Files.createDirectory(temp.resolve("out"));
        var conditions = new RunConditions("", "", "2019", Map.of(), 1, List.of(), List.of());

        List<ScenarioResult> results;
        try (var log = FinishedLog.begin(out, conditions)) {
            results = new BenchRun(execution(), Optional.of(sharing), Resume.nothing(), log, interruption)
                    .of(new Plan(List.of(shared)), bench(shared));
        }

        assertThat(results).hasSizeGreaterThanOrEqualTo(2);
        assertThat(results).allSatisfy(it -> {
            assertThat(it.verdict()).as(it.scenario().id() + ": " + it.reason()).isEqualTo(Verdict.PASS);
            assertThat(deliveries(it)).as(it.scenario().id()).isEqualTo(1);
        });
    }
}
