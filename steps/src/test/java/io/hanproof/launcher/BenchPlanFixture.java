package io.hanproof.launcher;

import io.hanproof.evidence.Verdict;
import io.hanproof.launcher.BenchPlan.Refusal;
import io.hanproof.launcher.Rehearsal.Rehearsed;
import io.hanproof.matrix.Requirements;
import io.hanproof.profile.Baseline;
import io.hanproof.profile.Policies;
import io.hanproof.profile.Profile;
import io.hanproof.profile.ProfileReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** Scenarios for one profile with what their rehearsals recorded, as tests of bench plans want them. */
abstract class BenchPlanFixture {
    static final long AN_HOUR = 3600;
    static final String DOWNLOADED = "Given the PPMID has downloaded image 0x20, to activate at 03:00";
    static final String RUNNING = "Given a PPMID running firmware 0x10";

    @TempDir
    Path folder;

    final List<CatalogueScenario> scenarios = new ArrayList<>();
    final Map<String, Rehearsed> rehearsed = new LinkedHashMap<>();
    Policies policies = Policies.DEFAULT;

    @BeforeEach
    void bindImages() throws IOException {
        for (String image : List.of("v1.ota", "v2.ota", "part.ota")) {
            Files.write(folder.resolve(image), new byte[1200]);
        }
    }

    Profile profile(String bench) {
        String yaml = """
                profile: acme
                device: PPMID
                identity: { manufacturer: "0xFFFE", model: "0xAABB", hardware: "1.1" }
                firmware:
                  - { version: "0x10", is: installed, image: v1.ota }
                  - { version: "0x20", image: v2.ota }
                  - { version: "0x30" }
                split: [ { version: "0x15", image: part.ota }, { version: "0x20", image: v2.ota } ]
                """;
        try {
            return ProfileReader.read(Files.writeString(folder.resolve("acme.yaml"), yaml + bench));
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    /** A scenario of these sentences, and what its rehearsal recorded. */
    void scenario(String name, Air air, List<Integer> decidedBy, String... sentences) {
        var steps = new ArrayList<Sentence>();
        for (String it : sentences) {
            int blank = it.indexOf(' ') + 1;
            steps.add(new Sentence(it.substring(0, blank), it.substring(blank), 1));
        }
        var conditions = new Conditions(
                Target.DEVICE, List.of("DEV-08"), Set.of(Baseline.values()), Map.of(), Set.of(), Optional.empty());
        scenarios.add(new CatalogueScenario(
                name, name, "", "", "file:///a.feature", "a.feature", scenarios.size(), List.of(), conditions, steps));
        rehearsed.put(name, new Rehearsed(air.cost(decidedBy.toArray(Integer[]::new)), Verdict.PASS, "seen"));
    }

    void scenario(String name, Air air, String... sentences) {
        scenario(name, air, List.of(air.number()), sentences);
    }

    static Air started() {
        return new Air().asks(0x10);
    }

    void early(String name) {
        scenario(
                name,
                started().downloads(0x20, AN_HOUR).waits(Duration.ofMinutes(50)).reads(0x10),
                RUNNING,
                DOWNLOADED,
                "When the clock reaches 02:59:59",
                "Then the PPMID is still running firmware 0x10");
    }

    void inTime(String name) {
        scenario(
                name,
                started().downloads(0x20, AN_HOUR).waits(Duration.ofHours(1)).reads(0x20),
                RUNNING,
                DOWNLOADED,
                "When the clock reaches 03:00",
                "Then the PPMID is running firmware 0x20");
    }

    void atOnce(String name) {
        scenario(
                name,
                started().downloads(0x20, 0).waits(Air.REBOOT).reads(0x20),
                RUNNING,
                "When the PPMID downloads image 0x20, to activate now",
                "Then the PPMID is running firmware 0x20");
    }

    void query(String name) {
        scenario(name, started(), RUNNING, "When the PPMID is notified of image 0x20", "Then the query tells it");
    }

    BenchPlan plan(String bench) {
        return plan(profile(bench), 0x10, Optional.empty());
    }

    BenchPlan plan(Profile profile, long running, Optional<Duration> longest) {
        var all = Plan.of(scenarios, List.of(profile), readings(), Requirements.shipped(), 1);
        var part = new Plan.Part(
                profile,
                Baseline.BASELINE_2019,
                policies,
                all.parts().getFirst().items());
        return new BenchPlanner(part, new Rehearsal(rehearsed), longest).plan(running);
    }

    private static Readings readings() {
        var options = new RunOptions();
        options.profiles = List.of("ppmid-example");
        return RunSetup.of(options).readings();
    }

    static List<List<String>> names(BenchPlan plan) {
        return plan.groups().stream()
                .map(group -> group.steps().stream()
                        .map(it -> it.item().planned().id())
                        .toList())
                .toList();
    }

    static List<String> reasons(BenchPlan plan) {
        return plan.refused().stream().map(Refusal::reason).toList();
    }

    /** What a scenario's rehearsal cost. */
    ScenarioCost cost(String name) {
        return Objects.requireNonNull(rehearsed.get(name)).cost();
    }
}
