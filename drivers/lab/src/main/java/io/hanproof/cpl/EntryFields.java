package io.hanproof.cpl;

import com.fasterxml.jackson.core.JsonLocation;
import io.hanproof.octets.Octets;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** The fields of one entry as the file has them, and what is wrong with them. */
final class EntryFields {
    private static final List<String> REQUIRED = List.of(
            "deviceType",
            "manufacturerIdentifier",
            "modelIdentifier",
            "hardwareVersion",
            "hardwareVersionRevision",
            "firmwareVersion");
    private static final List<String> OPTIONAL = List.of("hash", "status", "smetsVersion", "gbcsVersion");
    private static final List<String> DEVICE_TYPES =
            List.of("ESME", "GSME", "GPF", "CHF", "HCALCS", "PPMID", "IHD", "CAD");
    private static final List<String> STATUSES = List.of("active", "removed");
    private static final Pattern HASH = Pattern.compile("[0-9A-Fa-f]{64}");
    private static final int EXCERPT = 70;

    private final String name;
    private final JsonLocation start;
    private final Mistakes mistakes;
    private final Set<String> keys = new HashSet<>();
    private final Map<String, Field> fields = new HashMap<>();
    private boolean flawless = true;

    private record Field(String text, JsonLocation at) {}

    EntryFields(String name, JsonLocation start, Mistakes mistakes) {
        this.name = name;
        this.start = start;
        this.mistakes = mistakes;
    }

    void put(String key, String text, JsonLocation keyAt, JsonLocation at) {
        if (isExpected(key, keyAt)) {
            fields.put(key, new Field(text, at));
        }
    }

    /** A field whose value is no text. */
    void reject(String key, JsonLocation at, String found) {
        if (isExpected(key, at)) {
            mistake(at, "%s: expected a text, found %s".formatted(key, found));
        }
    }

    private boolean isExpected(String key, JsonLocation at) {
        if (!REQUIRED.contains(key) && !OPTIONAL.contains(key)) {
            mistake(
                    at,
                    "expected one of %s, %s, found key %s"
                            .formatted(String.join(", ", REQUIRED), String.join(", ", OPTIONAL), key));
            return false;
        }
        if (!keys.add(key)) {
            mistake(at, "%s: expected once, found again".formatted(key));
            return false;
        }
        return true;
    }

    /** The entry, when nothing is wrong with it. */
    Optional<CplEntry> entry() {
        for (String key : REQUIRED) {
            if (!keys.contains(key)) {
                mistake(start, "expected a key %s, found none".formatted(key));
            }
        }
        int manufacturer = (int) number("manufacturerIdentifier", Notation.U16);
        int model = (int) number("modelIdentifier", Notation.U16);
        int version = (int) number("hardwareVersion", Notation.U8);
        int revision = (int) number("hardwareVersionRevision", Notation.U8);
        long firmware = number("firmwareVersion", Notation.U32);
        Optional<Octets> hash = hash();
        String deviceType = oneOf("deviceType", DEVICE_TYPES, "");
        String status = oneOf("status", STATUSES, "active");
        return flawless
                ? Optional.of(new CplEntry(
                        manufacturer,
                        model,
                        version << 8 | revision,
                        firmware,
                        hash,
                        deviceType,
                        CplEntry.Status.valueOf(status.toUpperCase(Locale.ROOT)),
                        text("smetsVersion"),
                        text("gbcsVersion")))
                : Optional.empty();
    }

    private long number(String key, Notation notation) {
        Field field = fields.get(key);
        if (field == null) {
            return 0;
        }
        var number = notation.read(field.text());
        if (number.isEmpty()) {
            expected(key, field, notation.expected());
        }
        return number.orElse(0);
    }

    private Optional<Octets> hash() {
        Field field = fields.get("hash");
        if (field == null) {
            return Optional.empty();
        }
        if (!HASH.matcher(field.text()).matches()) {
            expected("hash", field, "64 hexadecimal digits");
            return Optional.empty();
        }
        return Optional.of(Octets.hex(field.text()));
    }

    private String oneOf(String key, List<String> values, String usual) {
        Field field = fields.get(key);
        if (field == null) {
            return usual;
        }
        if (!values.contains(field.text())) {
            expected(key, field, "one of " + String.join(", ", values));
        }
        return field.text();
    }

    private Optional<String> text(String key) {
        return Optional.ofNullable(fields.get(key)).map(Field::text);
    }

    private void expected(String key, Field field, String expected) {
        mistake(field.at(), "%s: expected %s, found %s".formatted(key, expected, quoted(field.text())));
    }

    private void mistake(JsonLocation at, String text) {
        flawless = false;
        mistakes.add(at, name + ": " + text);
    }

    static String quoted(String text) {
        return text.length() <= EXCERPT
                ? '"' + text + '"'
                : "\"%s…\" (%d characters)".formatted(text.substring(0, EXCERPT), text.length());
    }
}
