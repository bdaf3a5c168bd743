package io.hanproof.launcher;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;

/** What a run wrote down. */
final class Verdicts {
    private Verdicts() {}

    /** The verdict of each scenario, by its identifier. */
    static Map<String, String> of(Path out) {
        try {
            JsonNode run =
                    new ObjectMapper().readTree(out.resolve("verdicts.json").toFile());
            Map<String, String> verdicts = new TreeMap<>();
            run.path("scenarios")
                    .forEach(it -> verdicts.put(
                            it.path("id").asText(), it.path("verdict").asText()));
            return verdicts;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
