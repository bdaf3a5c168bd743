package io.hanproof.hub;

import io.hanproof.zcl.UtcTime;
import io.hanproof.zcl.ota.ImageBlockResponse.WaitForData;
import java.time.Duration;
import java.time.Instant;
import java.util.OptionalInt;

/** The forms in which a hub may tell a device to wait for data. */
public enum WaitForm {
    /** Seconds from now. */
    RELATIVE,
    /** Two UTC times. */
    UTC,
    /** Seconds from now, in the eight octets of an older server: without MinimumBlockPeriod. */
    LEGACY,
    /** Seconds from now, with a MinimumBlockPeriod of 300 for the time after. */
    WITH_BLOCK_PERIOD;

    private static final int BLOCK_PERIOD = 300;

    WaitForData answer(Instant now, Duration wait) {
        long seconds = wait.toSeconds();
        return switch (this) {
            case RELATIVE -> new WaitForData(0, seconds, OptionalInt.of(0));
            case UTC -> {
                long current = UtcTime.of(now).seconds();
                yield new WaitForData(current, current + seconds, OptionalInt.of(0));
            }
            case LEGACY -> new WaitForData(0, seconds, OptionalInt.empty());
            case WITH_BLOCK_PERIOD -> new WaitForData(0, seconds, OptionalInt.of(BLOCK_PERIOD));
        };
    }
}
