package io.hanproof.device;

import io.hanproof.lab.Machine.Mutation;
import io.hanproof.lab.Machine.Step;
import io.hanproof.zcl.ota.OtaCommand;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;

/** Ways to change a device's machine a little. */
final class Mutations {
    private Mutations() {}

    /** Changes the step that the honest machine took, knowing what it came from. */
    @FunctionalInterface
    interface Change {
        Step<DisplayState, DisplayEffect> of(
                Step<DisplayState, DisplayEffect> step, DisplayEvent event, DisplayState before, Instant now);
    }

    static Mutation<DisplayState, DisplayEvent, DisplayEffect> after(Change change) {
        return honest -> (event, state, now) -> change.of(honest.on(event, state, now), event, state, now);
    }

    /** Shows the machine another event than the one that happened. */
    static Mutation<DisplayState, DisplayEvent, DisplayEffect> events(UnaryOperator<DisplayEvent> seen) {
        return honest -> (event, state, now) -> honest.on(seen.apply(event), state, now);
    }

    /** Puts any number of effects in the place of each. */
    static Mutation<DisplayState, DisplayEvent, DisplayEffect> effects(
            Function<DisplayEffect, List<DisplayEffect>> change) {
        return after((step, event, before, now) -> replacing(step, change));
    }

    /** Leaves the effects out that the predicate holds for. */
    static Mutation<DisplayState, DisplayEvent, DisplayEffect> without(Predicate<DisplayEffect> unwanted) {
        return effects(it -> unwanted.test(it) ? List.of() : List.of(it));
    }

    /** Says something else whenever it would send such a command. */
    static <C extends OtaCommand> Mutation<DisplayState, DisplayEvent, DisplayEffect> replace(
            Class<C> kind, UnaryOperator<C> other) {
        return effects(it -> List.of(replaced(it, kind, other)));
    }

    static Step<DisplayState, DisplayEffect> replacing(
            Step<DisplayState, DisplayEffect> step, Function<DisplayEffect, List<DisplayEffect>> change) {
        var effects = new ArrayList<DisplayEffect>();
        step.effects().forEach(it -> effects.addAll(change.apply(it)));
        return new Step<>(step.state(), List.copyOf(effects));
    }

    static <C extends OtaCommand> DisplayEffect replaced(DisplayEffect effect, Class<C> kind, UnaryOperator<C> other) {
        return effect instanceof DisplayEffect.Send(var command) && kind.isInstance(command)
                ? new DisplayEffect.Send(other.apply(kind.cast(command)))
                : effect;
    }

    /** The command of that kind among a step's effects. */
    static <C extends OtaCommand> Optional<C> sent(Step<DisplayState, DisplayEffect> step, Class<C> kind) {
        for (var effect : step.effects()) {
            if (effect instanceof DisplayEffect.Send(var command) && kind.isInstance(command)) {
                return Optional.of(kind.cast(command));
            }
        }
        return Optional.empty();
    }

    static boolean sends(DisplayEffect effect, Class<? extends OtaCommand> kind) {
        return effect instanceof DisplayEffect.Send(var command) && kind.isInstance(command);
    }

    static Step<DisplayState, DisplayEffect> stay(DisplayState state) {
        return new Step<>(state, List.of());
    }
}
