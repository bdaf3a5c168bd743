package io.hanproof.device;

import java.time.Duration;

/**
 * What the text leaves to a device's maker.
 *
 * @param pollPeriod from one query of its own to the next
 * @param check how long it looks at a complete image
 * @param quiet at most this long after power-up it asks nothing
 * @param silence how long it waits for an answer before it asks the same again
 * @param patience requests in a row that nothing comes of before it gives up a download
 * @param pageSize octets of a page, for a device that asks for pages
 * @param responseSpacing from one block of a page to the next
 * @param capacity octets of the longest image that it can store
 */
public record Habits(
        Duration pollPeriod,
        Duration check,
        Duration quiet,
        Duration silence,
        int patience,
        int pageSize,
        Duration responseSpacing,
        long capacity) {

    public static final Habits USUAL = new Habits(
            Duration.ofHours(24),
            Duration.ofSeconds(2),
            Duration.ofMinutes(5),
            Duration.ofSeconds(5),
            10,
            1024,
            Duration.ofMillis(50),
            1 << 24);

    public Habits withCheck(Duration other) {
        return new Habits(pollPeriod, other, quiet, silence, patience, pageSize, responseSpacing, capacity);
    }
}
