package io.hanproof.image;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.hanproof.octets.Octets;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Real images of many vendors and an index of what is in them; they are not part of the project. */
record Corpus(Path folder) {
    private static final String PLACE = "ota-images/index.csv";
    private static final Pattern COMMA_OUTSIDE_QUOTES = Pattern.compile(",(?=(?:[^\"]*\"[^\"]*\")*[^\"]*$)");
    private static final int KEEP_EMPTY = -1;

    /** Finds the images in {@code hanproof.data}, or in {@code shared/data} of a folder around this one. */
    static Corpus found() {
        Stream<Path> candidates = Optional.ofNullable(System.getProperty("hanproof.data"))
                .map(it -> Stream.of(Path.of(it)))
                .orElseGet(() -> Stream.iterate(Path.of("").toAbsolutePath(), it -> it != null, Path::getParent)
                        .map(it -> it.resolve("shared/data")));
        Optional<Path> data =
                candidates.filter(it -> Files.exists(it.resolve(PLACE))).findFirst();
        assumeTrue(data.isPresent(), "no real images here: set hanproof.data to a folder that has " + PLACE);
        return new Corpus(data.orElseThrow().resolve(PLACE).resolveSibling(""));
    }

    Octets file(Row row) {
        try {
            return Octets.copyOf(Files.readAllBytes(folder.resolve(row.cell("file"))));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** One real image, as the index describes it. */
    record Row(Map<String, String> cells) {
        String cell(String column) {
            return Optional.ofNullable(cells.get(column)).orElseThrow();
        }

        @Override
        public String toString() {
            return cell("file");
        }
    }

    List<Row> rows() {
        try {
            List<String> lines = Files.readAllLines(folder.resolve("index.csv"));
            List<String> columns = cells(lines.getFirst());
            return lines.stream().skip(1).map(it -> row(columns, cells(it))).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Row row(List<String> columns, List<String> cells) {
        var row = new HashMap<String, String>();
        for (int i = 0; i < columns.size(); i++) {
            row.put(columns.get(i), cells.get(i));
        }
        return new Row(row);
    }

    private static List<String> cells(String line) {
        return Arrays.stream(COMMA_OUTSIDE_QUOTES.split(line, KEEP_EMPTY))
                .map(it -> it.startsWith("\"") ? it.substring(1, it.length() - 1) : it)
                .toList();
    }
}
