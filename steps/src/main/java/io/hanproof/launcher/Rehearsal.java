package io.hanproof.launcher;

import io.hanproof.evidence.ScenarioResult;
import io.hanproof.evidence.Verdict;
import io.hanproof.profile.Profile;
import io.hanproof.profile.Profile.Firmware;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What the scenarios for one profile cost, and what will become of them as far as emulators can tell: found by running
 * them on emulators, which takes a moment.
 *
 * @param scenarios by identifier
 */
record Rehearsal(Map<String, Rehearsed> scenarios) {

    /** What became of one scenario on emulators. */
    record Rehearsed(ScenarioCost cost, Verdict verdict, String reason) {}

    /**
     * The profile to rehearse with: emulators take images of their own only, which are then as long as the real ones.
     */
    static Profile stage(Profile profile) {
        return profile.withFirmware(
                        profile.firmware().stream().map(Rehearsal::madeUp).toList())
                .withSplit(profile.split().stream().map(Rehearsal::madeUp).toList());
    }

    private static Firmware madeUp(Firmware firmware) {
        int size = firmware.image().map(Rehearsal::size).orElse(firmware.size());
        return new Firmware(firmware.name(), firmware.fileVersion(), firmware.role(), Optional.empty(), size);
    }

    private static int size(Path image) {
        try {
            return Math.toIntExact(Files.size(image));
        } catch (IOException e) {
            throw new UsageFault(
                    "image %s cannot be read (%s)".formatted(image, e.getClass().getSimpleName()), e);
        }
    }

    /**
     * @param results of the staged profile on emulators, in virtual time
     * @param start when each of them began
     * @param reboot how long the device takes to restart
     */
    static Rehearsal of(List<ScenarioResult> results, Instant start, Duration reboot) {
        Map<String, Rehearsed> scenarios = new HashMap<>();
        for (ScenarioResult it : results) {
            scenarios.put(
                    it.scenario().id(), new Rehearsed(ScenarioCost.of(it, start, reboot), it.verdict(), it.reason()));
        }
        return new Rehearsal(Map.copyOf(scenarios));
    }

    /** @throws OwnFault when it was not rehearsed */
    Rehearsed of(Plan.Item item) {
        Rehearsed found = scenarios.get(item.planned().id());
        if (found == null) {
            throw new OwnFault(
                    "scenario %s was not rehearsed".formatted(item.planned().id()));
        }
        return found;
    }
}
