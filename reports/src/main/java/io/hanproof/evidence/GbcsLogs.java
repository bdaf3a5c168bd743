package io.hanproof.evidence;

import io.hanproof.gbcs.Certificates;
import io.hanproof.gbcs.SmkiCertificate;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** One file for each scenario with GBCS messages, named as its frame log: every message as octets and in words. */
public final class GbcsLogs {
    private static final String SUFFIX = ".txt";
    private static final String CERTIFICATES = "certificates";

    private GbcsLogs() {}

    /** Where a scenario's messages are in the results' folder, {@code gbcs/<profile>/<scenario id>.txt}, if there are any. */
    public static Optional<Path> path(ScenarioResult result) {
        return result.recording()
                .filter(GbcsMessages::areIn)
                .map(it -> Path.of(Report.GBCS).resolve(FrameLogs.inFrames(result.scenario(), SUFFIX)));
    }

    /** Says whether there was anything to write. */
    static boolean write(RunResult result, Certificates certificates, Path folder) {
        try {
            List<ScenarioResult> some = result.scenarios().parallelStream()
                    .filter(it -> path(it).isPresent())
                    .toList();
            some.parallelStream().forEach(it -> write(it, folder));
            if (!some.isEmpty()) {
                write(certificates, folder.resolve(CERTIFICATES));
            }
            return !some.isEmpty();
        } catch (UncheckedIOException e) {
            throw new ReportFault("the GBCS messages cannot be written: " + e, e);
        }
    }

    /** Named as {@code keys show --pem} names them. */
    private static void write(Certificates certificates, Path folder) {
        try {
            for (SmkiCertificate it : certificates.all()) {
                Files.createDirectories(folder);
                String name =
                        "%s-%s.pem".formatted(it.entity(), it.usage().name().toLowerCase(Locale.ROOT));
                Files.writeString(folder.resolve(name), it.pem(), StandardOpenOption.CREATE_NEW);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
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
