package io.hanproof.evidence;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.hanproof.evidence.RunResult.NamedHash;
import io.hanproof.evidence.ScenarioResult.StepResult;
import io.hanproof.lab.Recording;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** Reads back what a run that was cut short had finished. */
public final class FinishedReader {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final Path out;
    private final Map<String, PlannedScenario> planned = new LinkedHashMap<>();
    private final Map<String, ScenarioResult> results = new LinkedHashMap<>();
    private final List<String> notes = new ArrayList<>();

    private FinishedReader(Path out, List<PlannedScenario> plan) {
        this.out = out;
        plan.forEach(it -> planned.put(key(it.id(), it.profile()), it));
    }

    /** Whether the file was written here, by this version or another. */
    static boolean isOurs(Path file) {
        return SchemaLine.names(FinishedLog.SCHEMA_PREFIX, file);
    }

    /**
     * What is there. A last line that is cut short, and a scenario whose recording is gone, are noted and left out.
     *
     * @param plan of the run that is to go on
     * @throws IOException when nothing can be made of the file
     */
    public static Finished read(Path out, List<PlannedScenario> plan) throws IOException {
        return new FinishedReader(out, plan).read();
    }

    private Finished read() throws IOException {
        Path file = out.resolve(FinishedLog.FILE);
        String text = Files.readString(file, StandardCharsets.UTF_8);
        int end = text.lastIndexOf('\n') + 1;
        List<String> lines = text.substring(0, end).lines().toList();
        if (lines.isEmpty()) {
            throw new IOException(file + " has no whole line");
        }
        if (end < text.length()) {
            notes.add("the last line of %s is cut short: its scenario is executed again".formatted(file));
        }
        RunConditions conditions = conditions(file, lines.getFirst());
        for (int i = 1; i < lines.size(); i++) {
            take(file, i + 1, lines.get(i));
        }
        return new Finished(conditions, List.copyOf(results.values()), notes);
    }

    private static RunConditions conditions(Path file, String line) throws IOException {
        JsonNode head = node(file, 1, line);
        if (!FinishedLog.SCHEMA.equals(head.path("schema").textValue())) {
            throw new IOException("schema needs to be %s at the beginning of %s, found %s"
                    .formatted(FinishedLog.SCHEMA, file, head.path("schema")));
        }
        return parsed(
                file,
                1,
                () -> new RunConditions(
                        head.required("plan").asText(),
                        head.required("catalogue").asText(),
                        head.required("baseline").asText(),
                        texts(head.required("policies")),
                        head.required("seed").asLong(),
                        list(head.required("profiles"), FinishedReader::hash),
                        list(head.required("images"), FinishedReader::hash)));
    }

    private void take(Path file, int number, String line) throws IOException {
        JsonNode node = node(file, number, line);
        String key = parsed(
                file,
                number,
                () -> key(node.required("id").asText(), node.required("profile").asText()));
        PlannedScenario scenario = planned.get(key);
        if (scenario == null) {
            notes.add("%s is not planned now: its result is left out".formatted(key));
            return;
        }
        Optional<Recording> recording;
        String name = node.path("recording").asText();
        try {
            recording = name.isEmpty() ? Optional.empty() : Optional.of(Recording.read(recordingOf(name)));
        } catch (IOException e) {
            notes.add("the recording of %s cannot be read: it is executed again (%s)".formatted(key, e.getMessage()));
            return;
        }
        results.put(key, parsed(file, number, () -> result(scenario, node, recording)));
    }

    /** A name, whatever path a file claims. */
    private Path recordingOf(String name) {
        return out.resolve(FinishedLog.RECORDINGS)
                .resolve(String.valueOf(Path.of(name).getFileName()));
    }

    private static ScenarioResult result(PlannedScenario scenario, JsonNode node, Optional<Recording> recording) {
        return new ScenarioResult(
                scenario,
                Verdict.valueOf(node.required("verdict").asText()),
                node.required("reason").asText(),
                Duration.parse(node.required("hanTime").asText()),
                Duration.parse(node.required("wallTime").asText()),
                list(node.required("decidedBy"), JsonNode::asInt),
                texts(node.required("evidence")),
                list(
                        node.required("steps"),
                        it -> new StepResult(
                                it.required("sentence").asText(),
                                it.required("status").asText())),
                node.required("replay").asText(),
                recording);
    }

    private static JsonNode node(Path file, int number, String line) throws IOException {
        try {
            return JSON.readTree(line);
        } catch (JsonProcessingException e) {
            throw new IOException("line %d of %s is no JSON: %s".formatted(number, file, e.getOriginalMessage()), e);
        }
    }

    /** Makes something of a line's fields. */
    private interface Reading<T> {
        T read();
    }

    private static <T> T parsed(Path file, int number, Reading<T> reading) throws IOException {
        try {
            return reading.read();
        } catch (IllegalArgumentException | DateTimeParseException e) {
            throw new IOException(
                    "line %d of %s is not as it was written: %s".formatted(number, file, e.getMessage()), e);
        }
    }

    private static NamedHash hash(JsonNode node) {
        return new NamedHash(
                node.required("name").asText(), node.required("sha256").asText());
    }

    private static String key(String id, String profile) {
        return id + " on " + profile;
    }

    private static <T> List<T> list(JsonNode array, Function<JsonNode, T> element) {
        var list = new ArrayList<T>(array.size());
        array.forEach(it -> list.add(element.apply(it)));
        return List.copyOf(list);
    }

    private static Map<String, String> texts(JsonNode object) {
        var map = new LinkedHashMap<String, String>();
        object.properties().forEach(it -> map.put(it.getKey(), it.getValue().asText()));
        return map;
    }
}
