package io.hanproof.launcher;

import java.time.Duration;

/** How long something takes, as people say it. */
final class Span {
    private static final int MINUTE = 60;
    private static final int HOUR = 60 * MINUTE;
    private static final int DAY = 24 * HOUR;

    private Span() {}

    /** The two largest units, rounded up to the last: {@code 12 min 40 s}, {@code 3 d 2 h}. */
    static String of(Duration time) {
        long seconds = Math.max(0, time.plusNanos(999_999_999).toSeconds());
        if (seconds < MINUTE) {
            return seconds + " s";
        }
        if (seconds < HOUR) {
            return two(seconds, MINUTE, "min", 1, "s");
        }
        return seconds < DAY ? two(seconds, HOUR, "h", MINUTE, "min") : two(seconds, DAY, "d", HOUR, "h");
    }

    private static String two(long seconds, int large, String largeUnit, int small, String smallUnit) {
        long rounded = Math.ceilDiv(seconds, small) * small;
        long rest = rounded % large / small;
        String whole = "%d %s".formatted(rounded / large, largeUnit);
        return rest == 0 ? whole : "%s %d %s".formatted(whole, rest, smallUnit);
    }
}
