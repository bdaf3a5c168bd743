package io.hanproof.evidence;

import io.hanproof.lab.FrameLog;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** One log for each scenario that was executed: what crossed the HAN and the WAN, a line for each. */
public final class FrameLogs {
    private static final String SUFFIX = ".log";

    private FrameLogs() {}

    /** Where a scenario's log is in the results' folder: {@code frames/<profile>/<scenario id>.log}. */
    public static Path path(PlannedScenario scenario) {
        return Path.of(Report.FRAMES).resolve(inFrames(scenario, SUFFIX));
    }

    static void write(RunResult result, Path folder) {
        try {
            Files.createDirectories(folder);
            // text takes longer to make than a scenario to run: every core helps, and no log depends on another
            result.scenarios().parallelStream()
                    .forEach(it -> write(it, folder.resolve(inFrames(it.scenario(), SUFFIX))));
        } catch (IOException | UncheckedIOException e) {
            throw new ReportFault("the frame logs cannot be written: " + e, e);
        }
    }

    private static void write(ScenarioResult result, Path file) {
        if (result.recording().isEmpty()) {
            return;
        }
        try {
            Files.createDirectories(file.resolveSibling(""));
            try (Writer out = Files.newBufferedWriter(file, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
                new FrameLog(result.recording().get()).write(out);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Where in the folder of frames a scenario's file of some kind lies. */
    static Path inFrames(PlannedScenario scenario, String suffix) {
        Path place = Path.of(fileName(scenario.profile()));
        String[] parts = scenario.id().split("/", -1);
        for (int i = 0; i < parts.length - 1; i++) {
            place = place.resolve(fileName(parts[i]));
        }
        return place.resolve(fileName(parts[parts.length - 1]) + suffix);
    }

    /** Whatever a file system could take for more than a name becomes an underscore. */
    private static String fileName(String part) {
        String name = part.replaceAll("[^\\p{L}\\p{N}._-]", "_");
        return name.isEmpty() || name.startsWith(".") ? "_" + name : name;
    }
}
