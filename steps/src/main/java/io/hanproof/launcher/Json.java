package io.hanproof.launcher;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.Collection;
import java.util.Optional;

/** One JSON object on one line, its fields in the order of the calls. */
final class Json {
    private static final JsonFactory JSON = new JsonFactory();

    private final JsonGenerator json;

    private Json(JsonGenerator json) {
        this.json = json;
    }

    /** Writes the fields of one object. */
    @FunctionalInterface
    interface Fields {
        void write(Json object) throws IOException;
    }

    /** Writes the fields of one object for each of several things. */
    @FunctionalInterface
    interface FieldsOf<T> {
        void write(Json object, T thing) throws IOException;
    }

    static String line(Fields fields) {
        var text = new StringWriter();
        try (JsonGenerator json = JSON.createGenerator(text)) {
            json.writeStartObject();
            fields.write(new Json(json));
            json.writeEndObject();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return text.toString();
    }

    Json text(String name, String value) throws IOException {
        json.writeStringField(name, value);
        return this;
    }

    Json flag(String name, boolean value) throws IOException {
        json.writeBooleanField(name, value);
        return this;
    }

    Json number(String name, long value) throws IOException {
        json.writeNumberField(name, value);
        return this;
    }

    /** {@code null} when there is none. */
    Json number(String name, Optional<? extends Number> value) throws IOException {
        if (value.isPresent()) {
            return number(name, value.get().longValue());
        }
        json.writeNullField(name);
        return this;
    }

    /** {@code null} when there is none. */
    Json text(String name, Optional<String> value) throws IOException {
        if (value.isPresent()) {
            return text(name, value.get());
        }
        json.writeNullField(name);
        return this;
    }

    Json texts(String name, Collection<String> values) throws IOException {
        json.writeArrayFieldStart(name);
        for (String it : values) {
            json.writeString(it);
        }
        json.writeEndArray();
        return this;
    }

    Json object(String name, Fields fields) throws IOException {
        json.writeObjectFieldStart(name);
        fields.write(this);
        json.writeEndObject();
        return this;
    }

    <T> Json objects(String name, Collection<T> things, FieldsOf<T> fields) throws IOException {
        json.writeArrayFieldStart(name);
        for (T it : things) {
            json.writeStartObject();
            fields.write(this, it);
            json.writeEndObject();
        }
        json.writeEndArray();
        return this;
    }
}
