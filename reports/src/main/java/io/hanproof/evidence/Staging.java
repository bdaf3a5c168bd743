package io.hanproof.evidence;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Where results are written until they are complete; then each takes its place in one move, so that a reader never
 * finds one half-written. It lies inside the folder of results: only there is a move sure to stay on one volume.
 */
public final class Staging implements AutoCloseable {
    static final String PREFIX = ".hanproof-";

    private final Path out;
    private final Path folder;

    private Staging(Path out, Path folder) {
        this.out = out;
        this.folder = folder;
    }

    public static Staging in(Path out) {
        try {
            Files.createDirectories(out);
            String prefix = PREFIX + ProcessHandle.current().pid() + "-";
            return new Staging(out, Files.createTempDirectory(out, prefix));
        } catch (IOException e) {
            throw new ReportFault("the results cannot be written to " + out + ": " + e, e);
        }
    }

    /** Where to write what is to be called so. */
    public Path path(String name) {
        return folder.resolve(name);
    }

    /** Puts what was written in its place; what was there before goes. */
    public void publish(String name) {
        discard(name);
        move(folder.resolve(name), out.resolve(name));
    }

    /** Takes away what an earlier run wrote. */
    public void discard(String name) {
        Path old = out.resolve(name);
        if (Files.exists(old, LinkOption.NOFOLLOW_LINKS)) {
            move(old, folder.resolve("old-" + name));
        }
    }

    @Override
    public void close() {
        delete(folder);
    }

    /** What a run left behind that was killed while it wrote. */
    static void forgetKilledRuns(Path out) {
        try (Stream<Path> entries = Files.list(out)) {
            entries.filter(Staging::isLeftBehind).toList().forEach(Staging::delete);
        } catch (IOException e) {
            throw new ReportFault("the results' folder cannot be read: " + e, e);
        }
    }

    private static boolean isLeftBehind(Path entry) {
        List<String> parts = List.of(entry.getFileName().toString().split("-", -1));
        return parts.size() == 3
                && PREFIX.equals(parts.getFirst() + "-")
                && parts.get(1).matches("\\d{1,18}")
                && ProcessHandle.of(Long.parseLong(parts.get(1))).isEmpty();
    }

    private static void move(Path from, Path to) {
        try {
            Files.move(from, to, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw new ReportFault("%s cannot be moved to %s: %s".formatted(from, to, e), e);
        }
    }

    private static void delete(Path folder) {
        try {
            Files.walkFileTree(folder, new SimpleFileVisitor<>() {
                @Override
                public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                    Files.delete(file);
                    return FileVisitResult.CONTINUE;
                }

                @Override
                public FileVisitResult postVisitDirectory(Path visited, @Nullable IOException fault)
                        throws IOException {
                    Files.delete(visited);
                    return FileVisitResult.CONTINUE;
                }
            });
        } catch (IOException e) {
            throw new ReportFault("%s cannot be taken away: %s".formatted(folder, e), e);
        }
    }
}
