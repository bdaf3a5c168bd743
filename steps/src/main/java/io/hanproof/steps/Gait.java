package io.hanproof.steps;

import io.hanproof.device.DisplayEffect;
import io.hanproof.device.DisplayEvent;
import io.hanproof.device.DisplayState;
import io.hanproof.device.Phase;
import io.hanproof.lab.Machine;
import io.hanproof.lab.Machine.Mutation;
import io.hanproof.lab.Machine.Step;
import io.hanproof.zcl.ota.ImageBlockRequest;
import io.hanproof.zcl.ota.QueryNextImageRequest;
import io.hanproof.zcl.ota.UpgradeEndRequest;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;

/** How a display that hanproof plays goes about an update: only as far as the scenario lets it. */
final class Gait {
    private static final Duration NOT_IN_THIS_SCENARIO = Duration.ofDays(10_000);

    private Gait() {}

    /** Asks for nothing of its own accord, and does not heed Image Notify. */
    static Mutation<DisplayState, DisplayEvent, DisplayEffect> atRest() {
        return honest -> (event, state, now) -> {
            if (event instanceof DisplayEvent.Notified) {
                return new Step<>(state, List.of());
            }
            if (event instanceof DisplayEvent.Due && state.phase() instanceof Phase.Idle) {
                return new Step<>(state.with(new Phase.Idle(now.plus(NOT_IN_THIS_SCENARIO))), List.of());
            }
            return honest.on(event, state, now);
        };
    }

    /** Goes through the update by itself. */
    static Mutation<DisplayState, DisplayEvent, DisplayEffect> free() {
        return honest -> honest;
    }

    /** Stands still before the block at that offset, and does not lose patience. */
    static Mutation<DisplayState, DisplayEvent, DisplayEffect> upTo(long octets) {
        return honest -> (event, state, now) -> {
            if (event instanceof DisplayEvent.Due
                    && state.phase() instanceof Phase.Downloading at
                    && at.offset() >= octets) {
                var still = new Phase.Downloading(at.transfer(), at.offset(), new Phase.Asked.Block(), now, 0);
                return new Step<>(state.with(still), List.of());
            }
            return without(
                    honest.on(event, state, now),
                    effect -> effect instanceof DisplayEffect.Send(ImageBlockRequest request)
                            && request.fileOffset() >= octets);
        };
    }

    /** Fetches the whole image and keeps to itself that it has. */
    static Mutation<DisplayState, DisplayEvent, DisplayEffect> withoutEnd() {
        return honest -> (event, state, now) -> {
            if (event instanceof DisplayEvent.Due && state.phase() instanceof Phase.Ending) {
                return new Step<>(state.with(new Phase.Ending(now.plus(Duration.ofMinutes(1)), 0)), List.of());
            }
            return without(
                    honest.on(event, state, now),
                    effect -> effect instanceof DisplayEffect.Send(UpgradeEndRequest request));
        };
    }

    /** Takes no order to activate. */
    static Mutation<DisplayState, DisplayEvent, DisplayEffect> notActivating() {
        return honest -> (event, state, now) -> event instanceof DisplayEvent.EndAnswered
                ? new Step<>(state.with(new Phase.Idle(now.plus(NOT_IN_THIS_SCENARIO))), List.of())
                : honest.on(event, state, now);
    }

    static Mutation<DisplayState, DisplayEvent, DisplayEffect> silentToReads() {
        return honest -> (event, state, now) ->
                without(honest.on(event, state, now), effect -> effect instanceof DisplayEffect.Answer);
    }

    static Mutation<DisplayState, DisplayEvent, DisplayEffect> slowToRead(Duration delay) {
        return each(effect -> effect instanceof DisplayEffect.Answer ? new DisplayEffect.Later(delay, effect) : effect);
    }

    static Mutation<DisplayState, DisplayEvent, DisplayEffect> withoutHardware() {
        return each(effect -> effect instanceof DisplayEffect.Send(QueryNextImageRequest query)
                ? new DisplayEffect.Send(new QueryNextImageRequest(query.running(), Optional.empty()))
                : effect);
    }

    static Mutation<DisplayState, DisplayEvent, DisplayEffect> blocksOf(int octets) {
        return each(effect -> effect instanceof DisplayEffect.Send(ImageBlockRequest block)
                ? new DisplayEffect.Send(new ImageBlockRequest(
                        block.image(),
                        block.fileOffset(),
                        octets,
                        block.requestNodeAddress(),
                        block.minimumBlockPeriod()))
                : effect);
    }

    private static Mutation<DisplayState, DisplayEvent, DisplayEffect> each(UnaryOperator<DisplayEffect> change) {
        return honest -> (event, state, now) -> {
            var step = honest.on(event, state, now);
            return new Step<>(step.state(), step.effects().stream().map(change).toList());
        };
    }

    private static Step<DisplayState, DisplayEffect> without(
            Step<DisplayState, DisplayEffect> step, Predicate<DisplayEffect> dropped) {
        List<DisplayEffect> effects = new ArrayList<>(step.effects());
        return effects.removeIf(dropped) ? new Step<>(step.state(), effects) : step;
    }

    /** What it does by habit, with how far it goes on top. */
    static Mutation<DisplayState, DisplayEvent, DisplayEffect> all(
            List<Mutation<DisplayState, DisplayEvent, DisplayEffect>> changes) {
        return honest -> {
            Machine<DisplayState, DisplayEvent, DisplayEffect> machine = honest;
            for (var change : changes) {
                machine = change.of(machine);
            }
            return machine;
        };
    }
}
