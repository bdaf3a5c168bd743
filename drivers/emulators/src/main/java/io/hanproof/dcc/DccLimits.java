package io.hanproof.dcc;

import io.hanproof.profile.Policies;
import io.hanproof.profile.Policy;
import java.time.Duration;

/**
 * How much, how many and how long.
 *
 * @param largestImage octets that a Manufacturer Image may have
 * @param mostDevices identifiers that a request may name
 * @param furthestActivation how far ahead an activation date-time may be
 * @param inFlight after which a hub's firmware request holds up no other
 * @param answer how long a device may take to answer a command
 */
record DccLimits(long largestImage, int mostDevices, Duration furthestActivation, Duration inFlight, Duration answer) {
    private static final int MOST_DEVICES = 50_000;
    private static final Duration FURTHEST_ACTIVATION = Duration.ofDays(30);

    static DccLimits of(DccModel model, Policies policies) {
        return new DccLimits(
                largestImage(policies.value(Policy.IMAGE_LIMIT)),
                MOST_DEVICES,
                FURTHEST_ACTIVATION,
                model.inFlightTimeout(),
                model.answerTimeout());
    }

    DccLimits withLargestImage(long octets) {
        return new DccLimits(octets, mostDevices, furthestActivation, inFlight, answer);
    }

    DccLimits withMostDevices(int devices) {
        return new DccLimits(largestImage, devices, furthestActivation, inFlight, answer);
    }

    DccLimits withFurthestActivation(Duration ahead) {
        return new DccLimits(largestImage, mostDevices, ahead, inFlight, answer);
    }

    DccLimits withInFlight(Duration other) {
        return new DccLimits(largestImage, mostDevices, furthestActivation, other, answer);
    }

    private static long largestImage(String value) {
        return switch (value) {
            case "750000" -> 749_999;
            case "750000-inclusive" -> 750_000;
            case "768000" -> 767_999;
            case "none" -> Long.MAX_VALUE;
            default -> throw new IllegalArgumentException("no rule for image-limit=" + value);
        };
    }
}
