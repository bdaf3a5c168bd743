package io.hanproof.image;

import io.hanproof.octets.OctetReader;
import io.hanproof.octets.OctetWriter;
import io.hanproof.zcl.UtcTime;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

/**
 * When a display activates its image, as the 2019 baseline appends it to the image.
 *
 * @param utcTime as it stands in the file, 0 for now
 */
public record ActivationDateTime(UtcTime utcTime) {
    public static final ActivationDateTime NOW = new ActivationDateTime(new UtcTime(0));

    static final int LENGTH = 4;

    /**
     * The first whole second not before {@code instant}, so that nothing is activated early.
     *
     * @throws IllegalArgumentException when that is no UTCTime, or the one that means now
     */
    public static ActivationDateTime at(Instant instant) {
        Instant second = instant.truncatedTo(ChronoUnit.SECONDS);
        var activation = new ActivationDateTime(UtcTime.of(second.equals(instant) ? instant : second.plusSeconds(1)));
        if (activation.equals(NOW)) {
            throw new IllegalArgumentException("activation date-time cannot tell %s from now".formatted(instant));
        }
        return activation;
    }

    /** The instant asked for, or empty for now. */
    public Optional<Instant> instant() {
        return equals(NOW) ? Optional.empty() : Optional.of(utcTime.toInstant());
    }

    static ActivationDateTime read(OctetReader in) {
        return new ActivationDateTime(new UtcTime(in.u32("activation date-time")));
    }

    OctetWriter write(OctetWriter out) {
        return out.u32(utcTime.seconds());
    }
}
