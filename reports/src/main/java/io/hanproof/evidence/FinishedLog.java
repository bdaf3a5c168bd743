package io.hanproof.evidence;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import io.hanproof.evidence.RunResult.NamedHash;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * What a run has finished so far, on disk as soon as it is: {@code finished.jsonl}, its conditions in the first line,
 * one scenario in each that follows, and their recordings beside it. Another run can go on from it.
 */
public final class FinishedLog implements AutoCloseable {
    static final String SCHEMA_PREFIX = "hanproof-finished/";
    static final String SCHEMA = SCHEMA_PREFIX + "1";
    static final String FILE = "finished.jsonl";
    static final String RECORDINGS = "finished";

    private static final JsonFactory JSON = new JsonFactory();

    private final Path out;
    private final RandomAccessFile file;
    private int written;

    private FinishedLog(Path out, RandomAccessFile file, int written) {
        this.out = out;
        this.file = file;
        this.written = written;
    }

    /** Begins anew; what an earlier run had finished is forgotten. */
    public static FinishedLog begin(Path out, RunConditions conditions) {
        try {
            forget(out);
            Files.createDirectories(out.resolve(RECORDINGS));
            Path draft = Files.createTempFile(out, Staging.PREFIX, ".jsonl");
            Files.writeString(draft, line(it -> conditions(it, conditions)));
            Files.move(draft, out.resolve(FILE), StandardCopyOption.ATOMIC_MOVE);
            return open(out, 0);
        } catch (IOException e) {
            throw fault(out, e);
        }
    }

    /** Goes on behind the last line that is whole. */
    public static FinishedLog resume(Path out) {
        try {
            byte[] text = Files.readAllBytes(out.resolve(FILE));
            int end = text.length;
            while (end > 0 && text[end - 1] != '\n') {
                end--;
            }
            int lines = (int)
                    new String(text, 0, end, StandardCharsets.UTF_8).lines().count();
            var log = open(out, Math.max(0, lines - 1));
            log.file.setLength(end);
            log.file.seek(end);
            return log;
        } catch (IOException e) {
            throw fault(out, e);
        }
    }

    private static FinishedLog open(Path out, int written) throws IOException {
        var file = new RandomAccessFile(out.resolve(FILE).toFile(), "rw");
        file.seek(file.length());
        return new FinishedLog(out, file, written);
    }

    /** Whether a run was cut short that had its results there. */
    public static boolean isIn(Path out) {
        return FinishedReader.isOurs(out.resolve(FILE));
    }

    /** Adds what is finished; when this returns it will be found again, whatever happens. */
    public synchronized void add(ScenarioResult result) {
        try {
            String recording = result.recording().isPresent() ? "%04d.rec".formatted(written + 1) : "";
            if (result.recording().isPresent()) {
                Path place = out.resolve(RECORDINGS).resolve(recording);
                result.recording().get().write(place);
                try (var opened = new FileOutputStream(place.toFile(), true)) {
                    opened.getFD().sync();
                }
            }
            file.write(line(it -> scenario(it, result, recording)).getBytes(StandardCharsets.UTF_8));
            file.getFD().sync();
            written++;
        } catch (IOException e) {
            throw fault(out, e);
        }
    }

    /** To be called when the report is written of all that was planned: there is nothing left to go on with. */
    public void complete() {
        close();
        try {
            forget(out);
        } catch (IOException e) {
            throw fault(out, e);
        }
    }

    @Override
    public void close() {
        try {
            file.close();
        } catch (IOException e) {
            throw fault(out, e);
        }
    }

    private static ReportFault fault(Path out, IOException e) {
        return new ReportFault("what is finished cannot be kept in %s: %s".formatted(out.resolve(FILE), e), e);
    }

    private static void forget(Path out) throws IOException {
        Files.deleteIfExists(out.resolve(FILE));
        Path recordings = out.resolve(RECORDINGS);
        if (Files.isDirectory(recordings)) {
            List<Path> files;
            try (Stream<Path> all = Files.list(recordings)) {
                files = all.filter(it -> it.toString().endsWith(".rec")).toList();
            }
            for (Path it : files) {
                Files.delete(it);
            }
            Files.delete(recordings);
        }
    }

    /** Writes the fields of one object. */
    private interface Fields {
        void write(JsonGenerator json) throws IOException;
    }

    private static String line(Fields fields) throws IOException {
        var text = new StringWriter();
        try (JsonGenerator json = JSON.createGenerator(text)) {
            json.writeStartObject();
            fields.write(json);
            json.writeEndObject();
        }
        return text.append('\n').toString();
    }

    private static void conditions(JsonGenerator json, RunConditions conditions) throws IOException {
        json.writeStringField("schema", SCHEMA);
        json.writeStringField("plan", conditions.plan());
        json.writeStringField("catalogue", conditions.catalogue());
        json.writeStringField("baseline", conditions.baseline());
        texts(json, "policies", conditions.policies());
        json.writeNumberField("seed", conditions.seed());
        hashes(json, "profiles", conditions.profiles());
        hashes(json, "images", conditions.images());
    }

    private static void scenario(JsonGenerator json, ScenarioResult result, String recording) throws IOException {
        json.writeStringField("id", result.scenario().id());
        json.writeStringField("profile", result.scenario().profile());
        json.writeStringField("verdict", result.verdict().name());
        json.writeStringField("reason", result.reason());
        json.writeStringField("hanTime", result.hanTime().toString());
        json.writeStringField("wallTime", result.wallTime().toString());
        json.writeArrayFieldStart("decidedBy");
        for (int frame : result.decidedBy()) {
            json.writeNumber(frame);
        }
        json.writeEndArray();
        texts(json, "evidence", result.evidence());
        json.writeArrayFieldStart("steps");
        for (ScenarioResult.StepResult it : result.steps()) {
            json.writeStartObject();
            json.writeStringField("sentence", it.sentence());
            json.writeStringField("status", it.status());
            json.writeEndObject();
        }
        json.writeEndArray();
        json.writeStringField("replay", result.replay());
        json.writeStringField("recording", recording);
    }

    private static void texts(JsonGenerator json, String field, Map<String, String> values) throws IOException {
        json.writeObjectFieldStart(field);
        for (var it : new TreeMap<>(values).entrySet()) {
            json.writeStringField(it.getKey(), it.getValue());
        }
        json.writeEndObject();
    }

    private static void hashes(JsonGenerator json, String field, List<NamedHash> hashes) throws IOException {
        json.writeArrayFieldStart(field);
        for (NamedHash it : hashes) {
            json.writeStartObject();
            json.writeStringField("name", it.name());
            json.writeStringField("sha256", it.sha256());
            json.writeEndObject();
        }
        json.writeEndArray();
    }
}
