package io.hanproof.doors;

import io.hanproof.lab.Timeline;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.regex.Pattern;

/** Instants as both doors write them: {@code YYYY-MM-DDThh:mm:ss[.f]Z}, f of 1 to 9 digits. */
final class Instants {
    private static final Pattern FORM = Pattern.compile("\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d(\\.\\d{1,9})?Z");
    /** What a timeline counts to: April 2262. */
    private static final Instant LAST = Timeline.toInstant(Long.MAX_VALUE);

    private Instants() {}

    static Optional<Instant> read(String text) {
        if (!FORM.matcher(text).matches()) {
            return Optional.empty();
        }
        try {
            // by way of a local time, which knows neither 24:00 nor a 61st second
            var local = LocalDateTime.parse(text.substring(0, text.length() - 1));
            return Optional.of(local.toInstant(ZoneOffset.UTC));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    static String write(Instant instant) {
        return instant.toString();
    }

    /** Whether a timeline can be there; a later instant never comes. */
    static boolean comes(Instant instant) {
        return instant.isBefore(LAST);
    }
}
