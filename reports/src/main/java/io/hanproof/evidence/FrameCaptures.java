package io.hanproof.evidence;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** One capture for each scenario that was executed, beside its log: the same frames, for a protocol analyser. */
public final class FrameCaptures {
    private static final String SUFFIX = ".pcapng";

    private FrameCaptures() {}

    /** Where a scenario's capture is in the results' folder: {@code frames/<profile>/<scenario id>.pcapng}. */
    public static Path path(PlannedScenario scenario) {
        return Path.of(Report.FRAMES).resolve(FrameLogs.inFrames(scenario, SUFFIX));
    }

    static void write(RunResult result, Path folder, Captured captured, CaptureNetwork network) {
        try {
            result.scenarios().parallelStream()
                    .filter(it -> captured.includes(it.verdict()))
                    .forEach(it -> it.recording()
                            .ifPresent(recording -> write(
                                    new FrameCapture(recording, network),
                                    folder.resolve(FrameLogs.inFrames(it.scenario(), SUFFIX)))));
        } catch (UncheckedIOException e) {
            throw new ReportFault("the captures cannot be written: " + e, e);
        }
    }

    private static void write(FrameCapture capture, Path file) {
        try {
            Files.createDirectories(file.resolveSibling(""));
            try (OutputStream out = new BufferedOutputStream(
                    Files.newOutputStream(file, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE), 1 << 16)) {
                capture.write(out);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
