package io.hanproof.doors;

import org.jspecify.annotations.Nullable;

/** The query of a request: whole numbers by name, 0 when they are not there. */
final class Query {
    private final String query;

    Query(@Nullable String raw) {
        query = raw == null ? "" : raw;
    }

    long number(String name, long most) {
        for (String each : query.split("&", -1)) {
            int equals = each.indexOf('=');
            if (equals >= 0 && each.substring(0, equals).equals(name)) {
                return number(name, each.substring(equals + 1), most);
            }
        }
        return 0;
    }

    private static long number(String name, String digits, long most) {
        try {
            long number = Long.parseLong(digits);
            if (number >= 0 && number <= most) {
                return number;
            }
        } catch (NumberFormatException none) {
            // said below
        }
        throw new BadInput(name, "needs a number from 0 to %d, found %s".formatted(most, Fields.excerpt(digits)));
    }
}
