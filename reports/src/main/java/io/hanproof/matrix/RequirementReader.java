package io.hanproof.matrix;

import io.hanproof.matrix.Requirement.Kind;
import io.hanproof.matrix.Requirement.Observable;
import io.hanproof.matrix.Requirement.Sight;
import io.hanproof.matrix.Requirement.Status;
import io.hanproof.profile.Baseline;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;

/** Reads one section of the catalogue. A key that it does not know is an error, as is one that is missing. */
final class RequirementReader {
    private static final Set<String> SECTION_KEYS = Set.of("section", "requirements");
    private static final Set<String> ROW_KEYS =
            Set.of("id", "actor", "text", "source", "kind", "baseline", "status", "observable", "command", "untested");
    private static final Set<String> OBSERVABLE_KEYS = Set.of("han", "wan", "user");
    private static final Pattern ID = Pattern.compile("[A-Z]{2,4}-\\d{2}");
    private static final String BOTH = "both";

    private final String place;

    private RequirementReader(String place) {
        this.place = place;
    }

    static List<Requirement> read(String file, String text) {
        var reader = new RequirementReader(file);
        Map<?, ?> root = reader.mapping("section", reader.parse(text), SECTION_KEYS);
        String section = reader.text(root, "section");
        if (!(root.get("requirements") instanceof List<?> rows) || rows.isEmpty()) {
            throw reader.fault("requirements", "rows", root.get("requirements"));
        }
        var requirements = new ArrayList<Requirement>(rows.size());
        for (Object row : rows) {
            String where = "%s, row %d".formatted(file, requirements.size() + 1);
            requirements.add(new RequirementReader(where).row(section, row));
        }
        return requirements;
    }

    private @Nullable Object parse(String text) {
        try {
            var settings = LoadSettings.builder().setLabel(place).build();
            return new Load(settings).loadFromString(text);
        } catch (YamlEngineException e) {
            throw new CatalogueFault(place + ": " + e.getMessage(), e);
        }
    }

    private Requirement row(String section, @Nullable Object found) {
        Map<?, ?> row = mapping("row", found, ROW_KEYS);
        String id = text(row, "id");
        if (!ID.matcher(id).matches()) {
            throw fault("id", "letters, a hyphen and two digits", id);
        }
        return new Requirement(
                id,
                section,
                text(row, "actor"),
                text(row, "text"),
                text(row, "source"),
                oneOf(Kind.values(), row, "kind"),
                baseline(row),
                oneOf(Status.values(), row, "status"),
                observable(row.get("observable")),
                optional(row, "command"),
                optional(row, "untested"));
    }

    private Optional<String> optional(Map<?, ?> row, String field) {
        return row.containsKey(field) ? Optional.of(text(row, field)) : Optional.empty();
    }

    private Optional<Baseline> baseline(Map<?, ?> row) {
        Object year = row.get("baseline");
        Optional<Baseline> only = Arrays.stream(Baseline.values())
                .filter(it -> it.year().equals(year))
                .findFirst();
        if (only.isEmpty() && !BOTH.equals(year)) {
            throw fault("baseline", "both or a year in quotes", year);
        }
        return only;
    }

    private Observable observable(@Nullable Object found) {
        Map<?, ?> places = mapping("observable", found, OBSERVABLE_KEYS);
        return new Observable(
                oneOf(Sight.values(), places, "han"),
                oneOf(Sight.values(), places, "wan"),
                oneOf(Sight.values(), places, "user"));
    }

    private <E extends Enum<E>> E oneOf(E[] values, Map<?, ?> parent, String field) {
        for (E it : values) {
            if (word(it).equals(parent.get(field))) {
                return it;
            }
        }
        String words = Arrays.stream(values).map(RequirementReader::word).collect(Collectors.joining(", "));
        throw fault(field, "one of " + words, parent.get(field));
    }

    private static String word(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    private String text(Map<?, ?> parent, String field) {
        if (parent.get(field) instanceof String text && !text.isBlank()) {
            return text;
        }
        throw fault(field, "text", parent.get(field));
    }

    private Map<?, ?> mapping(String field, @Nullable Object found, Set<String> known) {
        if (!(found instanceof Map<?, ?> mapping)) {
            throw fault(field, "keys and values", found);
        }
        for (Object key : mapping.keySet()) {
            if (!known.contains(key)) {
                throw new CatalogueFault("%s: unknown key %s; known are %s"
                        .formatted(place, key, String.join(", ", new TreeSet<>(known))));
            }
        }
        return mapping;
    }

    private CatalogueFault fault(String field, String needed, @Nullable Object found) {
        return new CatalogueFault(
                "%s: %s needs %s, found %s".formatted(place, field, needed, found == null ? "nothing" : found));
    }
}
