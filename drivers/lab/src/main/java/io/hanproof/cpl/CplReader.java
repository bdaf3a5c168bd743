package io.hanproof.cpl;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;

/**
 * Reads a Central Products List from a JSON file: {@code format}, which must say what it is, and {@code entries}. The
 * format is hanproof's own.
 */
public final class CplReader {
    /** What {@code format} has to say, so that nobody takes the file for an official one. */
    public static final String FORMAT = "hanproof CPL 1, non-normative";

    private static final JsonFactory JSON = new JsonFactory();

    /** Where Jackson names the method that sets the limit. */
    private static final String LIMIT_NAME = ", from `[^`]*`";

    private final JsonParser in;
    private final Mistakes mistakes;
    private final List<CplEntry> entries = new ArrayList<>();
    private int count;

    private CplReader(JsonParser in, Mistakes mistakes) {
        this.in = in;
        this.mistakes = mistakes;
    }

    /** @throws CplError when the file cannot be read, or is no Central Products List */
    public static Cpl read(Path file) {
        try {
            return read(file.toString(), Files.readAllBytes(file));
        } catch (NoSuchFileException e) {
            throw new CplError(List.of("there is no file " + file));
        } catch (IOException e) {
            String found = Files.isDirectory(file) ? "it is a folder" : e.getMessage();
            throw new CplError(List.of("%s: cannot be read: %s".formatted(file, found)));
        }
    }

    /** @param file what messages call it */
    static Cpl read(String file, byte[] octets) {
        var mistakes = new Mistakes(file);
        var entries = new ArrayList<CplEntry>();
        try (JsonParser in = JSON.createParser(octets)) {
            var reader = new CplReader(in, mistakes);
            reader.list();
            entries.addAll(reader.entries);
        } catch (StreamConstraintsException e) { // has no location
            mistakes.add("this is more than a list may hold: "
                    + e.getOriginalMessage().replaceFirst(LIMIT_NAME, ""));
        } catch (JsonProcessingException e) {
            String problem = e.getOriginalMessage().lines().findFirst().orElse("");
            mistakes.add(e.getLocation(), "this is no JSON: " + problem);
        } catch (IOException e) {
            mistakes.add("this is no JSON: " + e.getMessage());
        }
        if (mistakes.none()) {
            return Cpl.of(entries);
        }
        throw mistakes.error();
    }

    private void list() throws IOException {
        if (in.nextToken() != JsonToken.START_OBJECT) {
            mistakes.add(in.currentTokenLocation(), "expected an object with format and entries, found " + found());
            return;
        }
        var keys = new HashSet<String>();
        while (in.nextToken() == JsonToken.FIELD_NAME) {
            String key = in.currentName();
            var at = in.currentTokenLocation();
            in.nextToken();
            if (!keys.add(key)) {
                mistakes.add(at, key + ": expected once, found again");
                in.skipChildren();
            } else {
                member(key);
            }
        }
        for (String key : List.of("format", "entries")) {
            if (!keys.contains(key)) {
                mistakes.add(in.currentTokenLocation(), "expected a key %s, found none".formatted(key));
            }
        }
        if (in.nextToken() != null) {
            mistakes.add(in.currentTokenLocation(), "expected nothing after the list, found " + found());
        }
    }

    private void member(String key) throws IOException {
        switch (key) {
            case "format" -> {
                if (in.currentToken() != JsonToken.VALUE_STRING || !in.getText().equals(FORMAT)) {
                    mistakes.add(
                            in.currentTokenLocation(), "format: expected \"%s\", found %s".formatted(FORMAT, found()));
                }
                in.skipChildren();
            }
            case "entries" -> entries();
            default -> {
                mistakes.add(in.currentTokenLocation(), "expected format or entries, found key " + key);
                in.skipChildren();
            }
        }
    }

    private void entries() throws IOException {
        if (in.currentToken() != JsonToken.START_ARRAY) {
            mistakes.add(in.currentTokenLocation(), "entries: expected an array, found " + found());
            in.skipChildren();
            return;
        }
        while (in.nextToken() != JsonToken.END_ARRAY) {
            count++;
            if (in.currentToken() == JsonToken.START_OBJECT) {
                entry().ifPresent(entries::add);
            } else {
                mistakes.add(
                        in.currentTokenLocation(), "entry %d: expected an object, found %s".formatted(count, found()));
                in.skipChildren();
            }
        }
    }

    private Optional<CplEntry> entry() throws IOException {
        var fields = new EntryFields("entry " + count, in.currentTokenLocation(), mistakes);
        while (in.nextToken() == JsonToken.FIELD_NAME) {
            String key = in.currentName();
            var at = in.currentTokenLocation();
            if (in.nextToken() == JsonToken.VALUE_STRING) {
                fields.put(key, in.getText(), at, in.currentTokenLocation());
            } else {
                fields.reject(key, at, found());
                in.skipChildren();
            }
        }
        return fields.entry();
    }

    private String found() throws IOException {
        return switch (in.currentToken()) {
            case null -> "nothing";
            case START_OBJECT -> "an object";
            case START_ARRAY -> "an array";
            case VALUE_STRING -> EntryFields.quoted(in.getText());
            default -> in.getText();
        };
    }
}
