package io.hanproof.evidence;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Optional;

/** One file for each scenario with GBCS messages, named as its frame log: every message as octets and in words. */
public final class GbcsLogs {
    private static final String SUFFIX = ".txt";

    private GbcsLogs() {}

    /** Where a scenario's messages are in the results' folder, {@code gbcs/<profile>/<scenario id>.txt}, if there are any. */
    public static Optional<Path> path(ScenarioResult result) {
        return result.recording()
                .filter(GbcsMessages::areIn)
                .map(it -> Path.of(Report.GBCS).resolve(FrameLogs.inFrames(result.scenario(), SUFFIX)));
    }

    /** Says whether there was anything to write. */
    static boolean write(RunResult result, Path folder) {
        try {
            List<ScenarioResult> some = result.scenarios().parallelStream()
                    .filter(it -> path(it).isPresent())
                    .toList();
            some.parallelStream().forEach(it -> write(it, folder));
            return !some.isEmpty();
        } catch (UncheckedIOException e) {
            throw new ReportFault("the GBCS messages cannot be written: " + e, e);
        }
    }

    private static void write(ScenarioResult result, Path folder) {
        Path file = folder.resolve(FrameLogs.inFrames(result.scenario(), SUFFIX));
        try {
            Files.createDirectories(file.resolveSibling(""));
            try (Writer out = Files.newBufferedWriter(file, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
                new GbcsMessages(result.recording().orElseThrow()).write(out);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
