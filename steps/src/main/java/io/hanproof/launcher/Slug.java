package io.hanproof.launcher;

import java.util.Locale;

/** Text as it may stand in an identifier, on a command line and in a file name. */
final class Slug {
    private static final int LONGEST = 100;

    private Slug() {}

    /** Letters, digits and inner dots stay, apostrophes go; whatever else is between them becomes one hyphen. */
    static String of(String text) {
        var slug = new StringBuilder();
        text.toLowerCase(Locale.ROOT).replaceAll("['\u2019]", "").codePoints().forEach(it -> append(slug, it));
        while (!slug.isEmpty() && isEdge(slug.charAt(slug.length() - 1))) {
            slug.setLength(slug.length() - 1);
        }
        return slug.length() <= LONGEST ? slug.toString() : shortened(slug.toString());
    }

    private static void append(StringBuilder slug, int letter) {
        boolean edge = slug.isEmpty() || isEdge(slug.charAt(slug.length() - 1));
        if (Character.isLetterOrDigit(letter)) {
            slug.appendCodePoint(letter);
        } else if (!edge) {
            slug.append(letter == '.' ? '.' : '-');
        } else if (letter != '.' && !slug.isEmpty()) {
            slug.setCharAt(slug.length() - 1, '-');
        }
    }

    private static boolean isEdge(char letter) {
        return letter == '-' || letter == '.';
    }

    /** Long text stays distinct by a hash of all of it. */
    private static String shortened(String slug) {
        return "%s-%08x".formatted(slug.substring(0, LONGEST), slug.hashCode());
    }
}
