package io.hanproof.evidence;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFilePermission;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** The folder that a run's results go to. */
public final class OutFolder {
    private static final Set<PosixFilePermission> WRITERS = EnumSet.of(
            PosixFilePermission.OWNER_WRITE, PosixFilePermission.GROUP_WRITE, PosixFilePermission.OTHERS_WRITE);

    private OutFolder() {}

    /**
     * Makes the folder if need be. Results of an earlier run stay until those of this one are complete.
     *
     * @throws UnusableOutFolder when it cannot be written, or holds what hanproof did not write
     */
    public static void claim(Path folder) {
        Path out = folder.toAbsolutePath().normalize();
        refuseFile(folder, out);
        refuseReadOnly(folder, out);
        try {
            Files.createDirectories(out);
            refuseForeign(folder, out);
            Files.delete(Files.createTempFile(out, Staging.PREFIX, ".probe"));
        } catch (IOException e) {
            throw new UnusableOutFolder(
                    folder, "cannot be written (" + e.getClass().getSimpleName() + ")");
        }
        Staging.forgetKilledRuns(out);
    }

    private static void refuseFile(Path folder, Path out) {
        for (Path place = out; place != null; place = place.getParent()) {
            if (Files.exists(place) && !Files.isDirectory(place)) {
                throw new UnusableOutFolder(folder, place.equals(out) ? "is a file" : "lies in a file, " + place);
            }
        }
    }

    /** A folder that nobody may write is meant to stay as it is, even when we run as the one user who could. */
    private static void refuseReadOnly(Path folder, Path out) {
        Path place = out;
        while (!Files.exists(place)) {
            place = Optional.ofNullable(place.getParent())
                    .orElseThrow(() -> new UnusableOutFolder(folder, "is on a volume that is not there"));
        }
        if (!Files.isWritable(place) || !anybodyMayWrite(place)) {
            throw new UnusableOutFolder(
                    folder, place.equals(out) ? "is read-only" : "lies in " + place + ", read-only");
        }
    }

    private static boolean anybodyMayWrite(Path place) {
        PosixFileAttributeView view = Files.getFileAttributeView(place, PosixFileAttributeView.class);
        if (view == null) {
            return true; // no such permissions on this platform
        }
        try {
            return view.readAttributes().permissions().stream().anyMatch(WRITERS::contains);
        } catch (IOException e) {
            return false;
        }
    }

    private static void refuseForeign(Path folder, Path out) throws IOException {
        List<String> names;
        try (Stream<Path> entries = Files.list(out)) {
            names = entries.map(it -> it.getFileName().toString()).sorted().toList();
        }
        boolean ours = VerdictsJson.isOurs(out.resolve(Report.VERDICTS))
                || FinishedLog.isIn(out)
                || names.stream().anyMatch(it -> it.startsWith(Staging.PREFIX));
        if (!names.isEmpty() && !ours) {
            String more = names.size() == 1 ? "" : " and %d more".formatted(names.size() - 1);
            throw new UnusableOutFolder(folder, "holds " + names.getFirst() + more + ", which hanproof did not write");
        }
    }
}
