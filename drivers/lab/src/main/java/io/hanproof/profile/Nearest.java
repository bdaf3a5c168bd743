package io.hanproof.profile;

import java.util.Collection;

/** Which of some names somebody probably meant. */
final class Nearest {
    private Nearest() {}

    /** {@code ; did you mean that?}, or nothing when no name is near. */
    static String hint(String given, Collection<String> names) {
        int farthest = Math.max(2, given.length() / 3);
        String nearest = "";
        for (String name : names) {
            int distance = distance(given, name);
            if (distance <= farthest) {
                farthest = distance - 1;
                nearest = name;
            }
        }
        return nearest.isEmpty() ? "" : "; did you mean %s?".formatted(nearest);
    }

    /** How many letters must be put in, taken out or changed to make one of the other. */
    private static int distance(String one, String other) {
        int[] row = new int[other.length() + 1];
        for (int j = 0; j <= other.length(); j++) {
            row[j] = j;
        }
        for (int i = 1; i <= one.length(); i++) {
            int diagonal = row[0];
            row[0] = i;
            for (int j = 1; j <= other.length(); j++) {
                int changed = diagonal + (one.charAt(i - 1) == other.charAt(j - 1) ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.min(changed, 1 + Math.min(row[j], row[j - 1]));
            }
        }
        return row[other.length()];
    }
}
