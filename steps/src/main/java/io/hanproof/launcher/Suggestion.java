package io.hanproof.launcher;

import java.util.Collection;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;

/** The name that somebody may have meant. */
final class Suggestion {
    private Suggestion() {}

    /** Says that there is no such name, and which one is nearest. */
    static UsageFault unknown(String what, String given, Collection<String> names) {
        return new UsageFault(message(what, given, names));
    }

    static String message(String what, String given, Collection<String> names) {
        String meant =
                nearest(given, names).map(it -> "did you mean " + it + "?").orElse("there are none");
        return "unknown %s %s: %s".formatted(what, given, meant);
    }

    /** A name that contains what was given comes first, then the one that takes the fewest changes. */
    static Optional<String> nearest(String given, Collection<String> names) {
        String wanted = given.toLowerCase(Locale.ROOT);
        return names.stream()
                .min(Comparator.<String>comparingInt(it -> distance(wanted, it.toLowerCase(Locale.ROOT)))
                        .thenComparing(Comparator.naturalOrder()));
    }

    private static int distance(String given, String name) {
        return given.length() > 2 && name.contains(given) ? 0 : changes(given, name);
    }

    /** How many letters to insert, remove or replace (Levenshtein). */
    private static int changes(String from, String to) {
        int[] before = new int[to.length() + 1];
        for (int j = 0; j <= to.length(); j++) {
            before[j] = j;
        }
        for (int i = 1; i <= from.length(); i++) {
            int[] row = new int[to.length() + 1];
            row[0] = i;
            for (int j = 1; j <= to.length(); j++) {
                int replaced = before[j - 1] + (from.charAt(i - 1) == to.charAt(j - 1) ? 0 : 1);
                row[j] = Math.min(replaced, 1 + Math.min(before[j], row[j - 1]));
            }
            before = row;
        }
        return before[to.length()];
    }
}
