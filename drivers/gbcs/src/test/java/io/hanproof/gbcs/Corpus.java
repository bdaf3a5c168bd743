package io.hanproof.gbcs;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.hanproof.octets.Octets;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The published messages and the certificates beside them; they are not part of the project. */
record Corpus(Path folder) {
    private static final String PLACE = "gbcs-vectors/keys";

    /** Finds the messages in {@code hanproof.data}, or in {@code shared/data} of a folder around this one. */
    static Corpus found() {
        Stream<Path> candidates = Optional.ofNullable(System.getProperty("hanproof.data"))
                .map(it -> Stream.of(Path.of(it)))
                .orElseGet(() -> Stream.iterate(Path.of("").toAbsolutePath(), it -> it != null, Path::getParent)
                        .map(it -> it.resolve("shared/data")));
        Optional<Path> data =
                candidates.filter(it -> Files.exists(it.resolve(PLACE))).findFirst();
        assumeTrue(data.isPresent(), "no published messages here: set hanproof.data to a folder that has " + PLACE);
        return new Corpus(data.orElseThrow().resolve(PLACE).resolveSibling(""));
    }

    record Vector(String name, Octets octets) {
        @Override
        public String toString() {
            return name;
        }

        boolean isPreCommand() {
            return name.contains("PRECOMMAND");
        }
    }

    List<Vector> vectors() {
        return files(folder, ".HEX").stream()
                .map(it -> new Vector(it.getFileName().toString(), Octets.hex(text(it))))
                .toList();
    }

    List<String> certificates() {
        return files(folder.resolve("keys"), ".pem").stream().map(Corpus::text).toList();
    }

    private static List<Path> files(Path folder, String suffix) {
        try (var files = Files.list(folder)) {
            return files.filter(it -> it.toString().endsWith(suffix)).sorted().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
