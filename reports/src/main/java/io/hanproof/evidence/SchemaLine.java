package io.hanproof.evidence;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** How our JSON files begin: with the name of their schema, by which this version and others know them. */
final class SchemaLine {
    private static final JsonFactory JSON = new JsonFactory();

    private SchemaLine() {}

    /** Whether the file begins with a schema whose name begins like that. */
    static boolean names(String prefix, Path file) {
        if (!Files.isRegularFile(file)) {
            return false;
        }
        try (JsonParser json = JSON.createParser(file.toFile())) {
            json.nextToken();
            return "schema".equals(json.nextFieldName())
                    && String.valueOf(json.nextTextValue()).startsWith(prefix);
        } catch (IOException e) {
            return false;
        }
    }
}
