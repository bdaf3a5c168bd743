package io.hanproof.lab;

import io.hanproof.octets.Eui64;
import java.time.Duration;
import java.util.function.Predicate;

/**
 * What shall go wrong on the air, and with which frames. A rule sees transmissions, so that it can lose the APS retries
 * of a frame too: those that match are counted from 1, and it takes hold of {@code times} of them from {@code from} on,
 * each with the given probability.
 */
public record FaultRule(Effect effect, Predicate<ApsFrame> match, long from, long times, double probability) {
    private static final int CLUSTER_SPECIFIC = 0b01;
    private static final int FRAME_TYPE = 0b11;
    private static final int MANUFACTURER_SPECIFIC = 0b100;
    private static final int NO_COMMAND = -1;

    /** What happens to a transmission. */
    public sealed interface Effect {
        /** This transmission is not heard; APS tries again where the frame is acknowledged. */
        record Lose() implements Effect {}

        /** Neither this transmission nor any retry of the frame is heard. */
        record LoseFrame() implements Effect {}

        /** It is acknowledged, and dropped before the application hears of it. */
        record DropAbove() implements Effect {}

        record Duplicate(Duration after) implements Effect {}

        record Delay(Duration by) implements Effect {}

        /** Arrives after the next frame on the same way, or when {@code atMost} has passed without one. */
        record Reorder(Duration atMost) implements Effect {}
    }

    public FaultRule {
        if (from < 1 || times < 1 || !(probability > 0 && probability <= 1)) {
            throw new IllegalArgumentException(
                    "a fault rule needs from and times from 1 and a probability above 0 up to 1, found %d, %d, %s"
                            .formatted(from, times, probability));
        }
    }

    public static FaultRule of(Effect effect) {
        return new FaultRule(effect, frame -> true, 1, Long.MAX_VALUE, 1);
    }

    public static FaultRule lose() {
        return of(new Effect.Lose());
    }

    public static FaultRule loseFrame() {
        return of(new Effect.LoseFrame());
    }

    public static FaultRule dropAbove() {
        return of(new Effect.DropAbove());
    }

    public static FaultRule duplicate(Duration after) {
        return of(new Effect.Duplicate(after));
    }

    public static FaultRule delay(Duration by) {
        return of(new Effect.Delay(by));
    }

    public static FaultRule reorder() {
        return of(new Effect.Reorder(Duration.ofSeconds(1)));
    }

    public FaultRule sentBy(Eui64 source) {
        return where(frame -> frame.source().equals(source));
    }

    public FaultRule sentTo(Eui64 destination) {
        return where(frame -> frame.destination().equals(destination));
    }

    public FaultRule cluster(int cluster) {
        return where(frame -> frame.cluster() == cluster);
    }

    /** A command of the frame's cluster, as 0x05 for Image Block Response. */
    public FaultRule command(int id) {
        return where(frame -> isClusterSpecific(frame) && commandId(frame) == id);
    }

    /** A command that every cluster knows, as 0x0B for Default Response. */
    public FaultRule globalCommand(int id) {
        return where(frame -> !isClusterSpecific(frame) && commandId(frame) == id);
    }

    /** Narrows the rule to frames for which this, too, holds. */
    public FaultRule where(Predicate<ApsFrame> also) {
        return new FaultRule(effect, match.and(also), from, times, probability);
    }

    /** The nth matching transmission, counted from 1, and no other. */
    public FaultRule nth(long occurrence) {
        return new FaultRule(effect, match, occurrence, 1, probability);
    }

    /** As many as that, from the first or from what {@link #startingAt} says. */
    public FaultRule times(long count) {
        return new FaultRule(effect, match, from, count, probability);
    }

    public FaultRule startingAt(long occurrence) {
        return new FaultRule(effect, match, occurrence, times, probability);
    }

    public FaultRule probability(double share) {
        return new FaultRule(effect, match, from, times, share);
    }

    private static boolean isClusterSpecific(ApsFrame frame) {
        return frame.zcl().length() > 0 && (frame.zcl().u8(0) & FRAME_TYPE) == CLUSTER_SPECIFIC;
    }

    private static int commandId(ApsFrame frame) {
        int length = frame.zcl().length();
        int at = length > 0 && (frame.zcl().u8(0) & MANUFACTURER_SPECIFIC) != 0 ? 4 : 2;
        return length > at ? frame.zcl().u8(at) : NO_COMMAND;
    }
}
