package io.hanproof.zcl;

import java.time.Instant;

/** A ZigBee UTCTime: whole seconds since 2000-01-01T00:00:00Z. */
public record UtcTime(long seconds) {
    private static final Instant EPOCH = Instant.parse("2000-01-01T00:00:00Z");

    /** The value that stands for no time at all. */
    public static final UtcTime INVALID = new UtcTime(0xFFFF_FFFFL);

    public UtcTime {
        Unsigned.u32("UTCTime", seconds);
    }

    /**
     * The second that {@code instant} falls in.
     *
     * @throws IllegalArgumentException before the year 2000, and from 2136-02-07T06:28:15Z
     */
    public static UtcTime of(Instant instant) {
        var time = new UtcTime(Math.subtractExact(instant.getEpochSecond(), EPOCH.getEpochSecond()));
        if (time.equals(INVALID)) {
            throw new IllegalArgumentException("UTCTime cannot tell %s from no time".formatted(instant));
        }
        return time;
    }

    public Instant toInstant() {
        return EPOCH.plusSeconds(seconds);
    }
}
