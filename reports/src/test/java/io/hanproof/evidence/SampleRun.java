package io.hanproof.evidence;

import io.hanproof.evidence.MonitorResult.Violation;
import io.hanproof.evidence.RunResult.NamedHash;
import io.hanproof.evidence.RunResult.Tool;
import io.hanproof.evidence.ScenarioResult.StepResult;
import io.hanproof.lab.ApsFrame;
import io.hanproof.lab.Delivery;
import io.hanproof.lab.Recorder;
import io.hanproof.lab.Recording;
import io.hanproof.octets.Eui64;
import io.hanproof.octets.Octets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A run of four scenarios, one for each verdict, and one standing rule; no clock and no chance had a part in it. */
public final class SampleRun {
    public static final String HUB = "hub-example";
    public static final String PPMID = "ppmid-example";
    public static final PlannedScenario INSIDE =
            planned("OTA-06/inside/hardware-1.1", "hardware 1.1 asks", HUB, "OTA-06", "Inside the range");
    public static final PlannedScenario OUTSIDE =
            planned("OTA-07/outside/hardware-2.1", "hardware 2.1 asks", HUB, "OTA-07", "Outside the range");
    public static final PlannedScenario DOWNLOAD =
            planned("DEV-04/downloads", "the whole image", PPMID, "DEV-04", "It downloads");
    public static final PlannedScenario CLOCKLESS =
            planned("DEV-09/clockless", "no clock of its own", PPMID, "DEV-09", "It asks the hub");

    private SampleRun() {}

    public static RunResult run() {
        return run(List.of(INSIDE, OUTSIDE, DOWNLOAD, CLOCKLESS), results());
    }

    public static RunResult run(List<PlannedScenario> plan, List<ScenarioResult> results) {
        return new RunResult(
                new Tool("hanproof", "0.1.0", "abc1234"),
                "0.1.0",
                "CA7A",
                "91A4",
                List.of(new NamedHash("v2.ota", "1F")),
                "20201027-120000-1",
                Instant.parse("2020-10-27T12:00:00Z"),
                42,
                "2019",
                Map.of("overwrite", "annex-a", "offer", "newer"),
                "emulator",
                "virtual",
                "",
                List.of(new NamedHash(HUB, "B0"), new NamedHash(PPMID, "D0")),
                plan,
                results,
                List.of(alwaysSecured()));
    }

    public static List<ScenarioResult> results() {
        return List.of(
                result(INSIDE, Verdict.PASS, "offered image 0x20 (frame 2)", Optional.of(recording())),
                result(
                        OUTSIDE,
                        Verdict.FAIL,
                        "expected \"no image\" & no block, saw <0x20> offered (frame 2)",
                        Optional.of(recording())),
                result(
                        DOWNLOAD,
                        Verdict.INCONCLUSIVE,
                        "precondition not reached: image offered (OTA-06)",
                        Optional.of(recording())),
                result(
                        CLOCKLESS,
                        Verdict.NOT_APPLICABLE,
                        "needs clockless; ppmid-example has a clock",
                        Optional.empty()));
    }

    public static ScenarioResult result(
            PlannedScenario scenario, Verdict verdict, String reason, Optional<Recording> recording) {
        boolean executed = recording.isPresent();
        return new ScenarioResult(
                scenario,
                verdict,
                reason,
                executed ? Duration.ofMillis(600_250) : Duration.ZERO,
                executed ? Duration.ofMillis(7) : Duration.ZERO,
                executed ? List.of(2) : List.of(),
                executed ? Map.of("sha256", "AB12", "blocks", "3") : Map.of(),
                executed ? List.of(new StepResult("When the PPMID asks for its next image", "passed")) : List.of(),
                executed
                        ? "./hanproof run --profile hub-example --scenario '%s' --seed 42".formatted(scenario.id())
                        : "",
                recording);
    }

    private static MonitorResult alwaysSecured() {
        return new MonitorResult(
                "secured",
                "Every OTA frame is secured by the link key",
                List.of("OTA-03"),
                HUB,
                Verdict.FAIL,
                "1 of 6 frames was not secured",
                6,
                List.of(new Violation(INSIDE.id(), 2, "expected a secured frame, saw an unsecured one")));
    }

    public static PlannedScenario planned(String id, String name, String profile, String requirement, String rule) {
        return new PlannedScenario(
                id,
                name,
                profile.equals(HUB) ? "hub" : "device",
                List.of(requirement),
                "Hub as OTA server",
                "A device is offered only firmware built for its hardware",
                rule,
                "classpath:features/ota/hardware-version.feature",
                12,
                List.of("@target:hub", "@req:" + requirement, "@must"),
                profile,
                4711);
    }

    /** A Query Next Image Request, and the hub's answer. */
    public static Recording recording() {
        var recorder = new Recorder();
        var hub = Eui64.parse("00DB1234567890A0");
        var ppmid = Eui64.parse("00DB1234567890A1");
        recorder.name(hub, "hub");
        recorder.name(ppmid, "ppmid");
        int query = recorder.sent(1_603_800_000_000_000_000L, frame(ppmid, hub, "01 01 01 00 FEFF BBAA 10000000"));
        recorder.outcome(query, 1_603_800_000_010_000_000L, Delivery.DELIVERED);
        int answer = recorder.sent(1_603_800_000_020_000_000L, frame(hub, ppmid, "19 01 02 98"));
        recorder.outcome(answer, 1_603_800_000_030_000_000L, Delivery.DELIVERED);
        return recorder.recording();
    }

    private static ApsFrame frame(Eui64 from, Eui64 to, String zcl) {
        return new ApsFrame(from, to, 0x0109, 0x0019, 1, 1, true, true, Octets.hex(zcl));
    }
}
