package io.hanproof.steps;

import io.cucumber.java.ParameterType;
import java.time.Duration;

/** The words about what the DCC delivers to hubs, and when. */
public final class DeliveryWords {

    /** What is to be said of the time of a delivery, where the text says anything. */
    public sealed interface Occasion {
        record Unsaid() implements Occasion {}

        /** Not before; counted from the scenario's first request. */
        record After(Duration delay) implements Occasion {}

        /** Before that has passed since the scenario's first request. */
        record Within(Duration limit) implements Occasion {}

        /** Once the hub has said what became of the transfer to a device. */
        record OnceReported(String device) implements Occasion {}

        /** Before another image that waits, too. */
        record AheadOf(String device) implements Occasion {}
    }

    /** What is to be said of the last delivery. */
    public enum DeliveryTrait {
        OCTET_FOR_OCTET,
        FOR_METERS,
        FOR_HAN_DEVICES,
        OF_AT_MOST_750_KB
    }

    @ParameterType("(?: (?:after|within) " + Words.DURATION + "| once the hub has reported on (?:" + DccWords.RECIPIENT
            + ")| ahead of the image for (?:" + DccWords.RECIPIENT + "))?")
    public Occasion occasion(String words) {
        String reported = " once the hub has reported on ";
        String ahead = " ahead of the image for ";
        if (words.startsWith(reported)) {
            return new Occasion.OnceReported(DccWords.name(words.substring(reported.length())));
        }
        if (words.startsWith(ahead)) {
            return new Occasion.AheadOf(DccWords.name(words.substring(ahead.length())));
        }
        if (words.startsWith(" within ")) {
            return new Occasion.Within(Words.toDuration(words));
        }
        return words.isEmpty() ? new Occasion.Unsaid() : new Occasion.After(Words.toDuration(words));
    }

    @ParameterType("carries the image octet for octet|is marked as one for meters and load switches"
            + "|is marked as one for displays|has a Manufacturer Image of less than 750 KB")
    public DeliveryTrait deliveryTrait(String words) {
        return switch (words) {
            case "carries the image octet for octet" -> DeliveryTrait.OCTET_FOR_OCTET;
            case "is marked as one for displays" -> DeliveryTrait.FOR_HAN_DEVICES;
            case "is marked as one for meters and load switches" -> DeliveryTrait.FOR_METERS;
            default -> DeliveryTrait.OF_AT_MOST_750_KB;
        };
    }
}
