package io.hanproof.doors;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.hanproof.octets.Eui64;
import io.hanproof.octets.Octets;
import io.hanproof.profile.DeviceKind;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;

/** The fields of a JSON object from outside; each is there and of its type, or {@link BadInput} says which is not. */
final class Fields {
    private static final Pattern HEX = Pattern.compile("[0-9A-Fa-f]*");
    private static final int EUI64_DIGITS = 16;
    private static final int SHORT_DIGITS = 4;
    private static final int LONGEST_EXCERPT = 60;

    private final ObjectNode object;
    private final String path;

    Fields(ObjectNode object, String path) {
        this.object = object;
        this.path = path;
    }

    boolean has(String name) {
        return object.has(name);
    }

    String text(String name) {
        JsonNode value = value(name);
        if (!value.isTextual()) {
            throw bad(name, "needs a string", value);
        }
        return value.textValue();
    }

    boolean flag(String name) {
        JsonNode value = value(name);
        if (!value.isBoolean()) {
            throw bad(name, "needs true or false", value);
        }
        return value.booleanValue();
    }

    int integer(String name, int least, int most) {
        return (int) integer(name, (long) least, most);
    }

    long integer(String name, long least, long most) {
        JsonNode value = value(name);
        if (!value.isIntegralNumber()
                || !value.canConvertToLong()
                || value.longValue() < least
                || value.longValue() > most) {
            throw bad(name, "needs an integer from %d to %d".formatted(least, most), value);
        }
        return value.longValue();
    }

    Instant instant(String name) {
        String text = text(name);
        return Instants.read(text)
                .orElseThrow(() -> bad(name, "needs an instant as 2026-01-01T00:00:00.000Z, found " + excerpt(text)));
    }

    /** A field that has to be there and may be null. */
    Optional<Instant> instantOrNull(String name) {
        return value(name).isNull() ? Optional.empty() : Optional.of(instant(name));
    }

    /** A profile, cluster or short address. */
    int u16(String name) {
        return Integer.parseInt(digits(name, text(name), SHORT_DIGITS), 16);
    }

    Eui64 eui64(String name) {
        return eui64(name, text(name));
    }

    Eui64 eui64(String name, String text) {
        var address = new Eui64(Long.parseUnsignedLong(digits(name, text, EUI64_DIGITS), 16));
        if (address.isBroadcast()) {
            throw bad(name, "is no address of a node: " + text);
        }
        return address;
    }

    long u32(String name) {
        return Long.parseLong(digits(name, text(name), 8), 16);
    }

    /** Octets as an even number of hexadecimal digits. */
    Octets hex(String name, int most) {
        return hex(name, text(name), most);
    }

    List<Octets> hexes(String name) {
        return each(name, (value, at) -> {
            if (!value.isTextual()) {
                throw bad(at, "needs a string", value);
            }
            return hex(at, value.textValue(), Integer.MAX_VALUE);
        });
    }

    private Octets hex(String name, String text, int most) {
        if (!HEX.matcher(text).matches()) {
            throw bad(name, "needs hexadecimal digits, found " + excerpt(text));
        }
        if (text.length() % 2 != 0) {
            throw bad(name, "odd number of hex digits");
        }
        if (text.length() / 2 > most) {
            throw bad(name, "needs at most %d octets, found %d".formatted(most, text.length() / 2));
        }
        return Octets.hex(text);
    }

    DeviceKind device(String name) {
        String text = text(name);
        return Arrays.stream(DeviceKind.values())
                .filter(it -> it.name().equals(text))
                .findFirst()
                .orElseThrow(() -> bad(
                        name,
                        "needs one of %s, found %s".formatted(Arrays.toString(DeviceKind.values()), excerpt(text))));
    }

    TimeMode time(String name) {
        String text = text(name);
        return TimeMode.of(text).orElseThrow(() -> bad(name, "needs \"lockstep\" or \"wall\", found " + excerpt(text)));
    }

    List<Integer> u16s(String name) {
        return each(name, (value, at) -> {
            if (!value.isTextual()) {
                throw bad(at, "needs a string", value);
            }
            return Integer.parseInt(digits(at, value.textValue(), SHORT_DIGITS), 16);
        });
    }

    <T> List<T> objects(String name, Function<Fields, T> reader) {
        return each(name, (value, at) -> {
            if (value instanceof ObjectNode each) {
                return reader.apply(new Fields(each, path + at + "."));
            }
            throw bad(at, "needs an object", value);
        });
    }

    List<String> texts(String name) {
        return each(name, (value, at) -> {
            if (!value.isTextual()) {
                throw bad(at, "needs a string", value);
            }
            return value.textValue();
        });
    }

    Fields object(String name) {
        if (value(name) instanceof ObjectNode inner) {
            return new Fields(inner, path + name + ".");
        }
        throw bad(name, "needs an object", value(name));
    }

    BadInput bad(String name, String reason) {
        return new BadInput(path + name, reason);
    }

    static String excerpt(String text) {
        return text.length() <= LONGEST_EXCERPT ? text : text.substring(0, LONGEST_EXCERPT) + "…";
    }

    @FunctionalInterface
    private interface ElementReader<T> {
        T read(JsonNode value, String at);
    }

    private <T> List<T> each(String name, ElementReader<T> reader) {
        if (!(value(name) instanceof ArrayNode array)) {
            throw bad(name, "needs an array", value(name));
        }
        var all = new ArrayList<T>(array.size());
        for (int i = 0; i < array.size(); i++) {
            all.add(reader.read(array.get(i), "%s[%d]".formatted(name, i)));
        }
        return List.copyOf(all);
    }

    private String digits(String name, String text, int count) {
        if (text.length() != count || !HEX.matcher(text).matches()) {
            throw bad(name, "needs %d hexadecimal digits, found %s".formatted(count, excerpt(text)));
        }
        return text;
    }

    private JsonNode value(String name) {
        JsonNode value = object.get(name);
        if (value == null) {
            throw bad(name, "is missing");
        }
        return value;
    }

    private BadInput bad(String name, String need, JsonNode found) {
        return bad(name, need + ", found " + excerpt(found.toString()));
    }
}
