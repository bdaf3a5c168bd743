package io.hanproof.evidence;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.core.util.Separators;
import java.io.IOException;
import java.io.Writer;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The verdicts of a run as JSON, for programs; keys and rows always come in the same order. */
public final class VerdictsJson {
    static final String SCHEMA_PREFIX = "hanproof-verdicts/";
    static final String SCHEMA = SCHEMA_PREFIX + "1";

    private static final JsonFactory JSON = new JsonFactory();

    private VerdictsJson() {}

    static void write(RunResult result, Path file) {
        try (Writer out = Files.newBufferedWriter(file);
                JsonGenerator json = JSON.createGenerator(out)) {
            json.setPrettyPrinter(pretty());
            run(json, result);
            json.writeRaw('\n');
        } catch (IOException e) {
            throw new ReportFault("the verdicts cannot be written to " + file + ": " + e, e);
        }
    }

    /** Whether the file was written here, by this version or another. */
    static boolean isOurs(Path file) {
        return SchemaLine.names(SCHEMA_PREFIX, file);
    }

    private static DefaultPrettyPrinter pretty() {
        var newLine = new DefaultIndenter("  ", "\n");
        var printer = new DefaultPrettyPrinter(
                Separators.createDefaultInstance().withObjectFieldValueSpacing(Separators.Spacing.AFTER));
        printer.indentObjectsWith(newLine);
        printer.indentArraysWith(newLine);
        return printer;
    }

    private static void run(JsonGenerator json, RunResult result) throws IOException {
        json.writeStartObject();
        json.writeStringField("schema", SCHEMA);
        json.writeObjectFieldStart("tool");
        json.writeStringField("name", result.tool().name());
        json.writeStringField("version", result.tool().version());
        json.writeStringField("commit", result.tool().commit());
        json.writeEndObject();
        json.writeObjectFieldStart("catalogue");
        json.writeStringField("version", result.catalogueVersion());
        json.writeStringField("sha256", result.catalogueSha256());
        json.writeEndObject();
        json.writeObjectFieldStart("plan");
        json.writeStringField("sha256", result.planSha256());
        json.writeEndObject();
        hashes(json, "images", result.images());
        conditions(json, result);
        totals(json, result);
        json.writeArrayFieldStart("scenarios");
        for (ScenarioResult it : result.scenarios()) {
            scenario(json, it);
        }
        json.writeEndArray();
        json.writeArrayFieldStart("monitors");
        for (MonitorResult it : result.monitors()) {
            monitor(json, it);
        }
        json.writeEndArray();
        json.writeEndObject();
    }

    private static void conditions(JsonGenerator json, RunResult result) throws IOException {
        json.writeObjectFieldStart("run");
        json.writeStringField("id", result.runId());
        json.writeStringField("started", result.started().toString());
        json.writeNumberField("seed", result.seed());
        json.writeStringField("baseline", result.baseline());
        texts(json, "policies", result.policies());
        json.writeStringField("against", result.against());
        if (!result.misbehaviour().isEmpty()) {
            json.writeStringField("misbehaviour", result.misbehaviour());
        }
        json.writeStringField("time", result.time());
        hashes(json, "profiles", result.profiles());
        json.writeEndObject();
    }

    private static void totals(JsonGenerator json, RunResult result) throws IOException {
        json.writeObjectFieldStart("totals");
        json.writeNumberField("planned", result.plan().size());
        json.writeNumberField(
                "executed",
                result.count(Verdict.PASS) + result.count(Verdict.FAIL) + result.count(Verdict.INCONCLUSIVE));
        json.writeNumberField("pass", result.count(Verdict.PASS));
        json.writeNumberField("fail", result.count(Verdict.FAIL));
        json.writeNumberField("inconclusive", result.count(Verdict.INCONCLUSIVE));
        json.writeNumberField("notApplicable", result.count(Verdict.NOT_APPLICABLE));
        json.writeEndObject();
        json.writeObjectFieldStart("monitorTotals");
        json.writeNumberField("pass", result.countMonitors(Verdict.PASS));
        json.writeNumberField("fail", result.countMonitors(Verdict.FAIL));
        json.writeNumberField("inconclusive", result.countMonitors(Verdict.INCONCLUSIVE));
        json.writeNumberField("notApplicable", result.countMonitors(Verdict.NOT_APPLICABLE));
        json.writeEndObject();
    }

    private static void scenario(JsonGenerator json, ScenarioResult result) throws IOException {
        PlannedScenario planned = result.scenario();
        json.writeStartObject();
        json.writeStringField("id", planned.id());
        json.writeStringField("name", planned.name());
        json.writeStringField("target", planned.target());
        strings(json, "requirements", planned.requirements());
        json.writeStringField("profile", planned.profile());
        json.writeStringField("verdict", result.verdict().name());
        json.writeStringField("reason", result.reason());
        json.writeNumberField("hanSeconds", seconds(result.hanTime()));
        json.writeNumberField("wallMillis", result.wallTime().toMillis());
        json.writeNumberField("frames", result.frames());
        json.writeArrayFieldStart("decidedBy");
        for (int frame : result.decidedBy()) {
            json.writeNumber(frame);
        }
        json.writeEndArray();
        texts(json, "evidence", result.evidence());
        var gbcs = GbcsLogs.path(result);
        if (gbcs.isPresent()) {
            json.writeStringField("gbcs", gbcs.get().toString().replace('\\', '/'));
        }
        json.writeEndObject();
    }

    private static void monitor(JsonGenerator json, MonitorResult result) throws IOException {
        json.writeStartObject();
        json.writeStringField("id", result.id());
        strings(json, "requirements", result.requirements());
        json.writeStringField("profile", result.profile());
        json.writeStringField("verdict", result.verdict().name());
        json.writeStringField("reason", result.reason());
        json.writeArrayFieldStart("violations");
        for (MonitorResult.Violation it : result.violations()) {
            json.writeStartObject();
            json.writeStringField("scenario", it.scenario());
            json.writeNumberField("frame", it.frame());
            json.writeEndObject();
        }
        json.writeEndArray();
        json.writeEndObject();
    }

    private static void hashes(JsonGenerator json, String field, List<RunResult.NamedHash> hashes) throws IOException {
        json.writeArrayFieldStart(field);
        for (RunResult.NamedHash it : hashes) {
            json.writeStartObject();
            json.writeStringField("name", it.name());
            json.writeStringField("sha256", it.sha256());
            json.writeEndObject();
        }
        json.writeEndArray();
    }

    private static void strings(JsonGenerator json, String field, List<String> values) throws IOException {
        json.writeArrayFieldStart(field);
        for (String it : values) {
            json.writeString(it);
        }
        json.writeEndArray();
    }

    /** By name: a map need not keep an order, equal runs must. */
    private static void texts(JsonGenerator json, String field, Map<String, String> values) throws IOException {
        json.writeObjectFieldStart(field);
        for (var it : new TreeMap<>(values).entrySet()) {
            json.writeStringField(it.getKey(), it.getValue());
        }
        json.writeEndObject();
    }

    private static BigDecimal seconds(Duration time) {
        BigDecimal exact = BigDecimal.valueOf(time.toSeconds()).add(BigDecimal.valueOf(time.toNanosPart(), 9));
        return new BigDecimal(exact.stripTrailingZeros().toPlainString());
    }
}
