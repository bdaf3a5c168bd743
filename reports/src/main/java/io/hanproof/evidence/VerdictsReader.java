package io.hanproof.evidence;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** Reads a verdicts file, for what compares runs. */
public final class VerdictsReader {
    private VerdictsReader() {}

    /** @throws IOException when the file cannot be read, or is not one of this version */
    public static Verdicts read(Path file) throws IOException {
        JsonNode root = new ObjectMapper().readTree(file.toFile());
        if (!VerdictsJson.SCHEMA.equals(root.path("schema").textValue())) {
            throw new IOException("schema needs to be %s at the beginning of %s, found %s"
                    .formatted(VerdictsJson.SCHEMA, file, root.path("schema")));
        }
        JsonNode run = root.required("run");
        return new Verdicts(
                VerdictsJson.SCHEMA,
                root.required("plan").required("sha256").asText(),
                run.required("seed").asLong(),
                run.required("baseline").asText(),
                map(run.required("policies"), JsonNode::asText),
                map(root.required("totals"), JsonNode::asLong),
                map(root.required("monitorTotals"), JsonNode::asLong),
                list(root.required("scenarios"), VerdictsReader::scenario),
                list(root.required("monitors"), VerdictsReader::monitor));
    }

    private static Verdicts.Scenario scenario(JsonNode node) {
        return new Verdicts.Scenario(
                node.required("id").asText(),
                node.required("name").asText(),
                node.required("target").asText(),
                list(node.required("requirements"), JsonNode::asText),
                node.required("profile").asText(),
                Verdict.valueOf(node.required("verdict").asText()),
                node.required("reason").asText(),
                node.required("hanSeconds").asDouble(),
                node.required("frames").asInt(),
                list(node.required("decidedBy"), JsonNode::asInt),
                map(node.required("evidence"), JsonNode::asText));
    }

    private static Verdicts.Monitor monitor(JsonNode node) {
        return new Verdicts.Monitor(
                node.required("id").asText(),
                list(node.required("requirements"), JsonNode::asText),
                node.required("profile").asText(),
                Verdict.valueOf(node.required("verdict").asText()),
                node.required("reason").asText(),
                list(node.required("violations"), VerdictsReader::violation));
    }

    private static Verdicts.Violation violation(JsonNode node) {
        return new Verdicts.Violation(
                node.required("scenario").asText(), node.required("frame").asInt());
    }

    private static <T> List<T> list(JsonNode array, Function<JsonNode, T> element) {
        var list = new ArrayList<T>(array.size());
        array.forEach(it -> list.add(element.apply(it)));
        return List.copyOf(list);
    }

    private static <T> Map<String, T> map(JsonNode object, Function<JsonNode, T> value) {
        var map = new LinkedHashMap<String, T>();
        object.properties().forEach(it -> map.put(it.getKey(), value.apply(it.getValue())));
        return map;
    }
}
