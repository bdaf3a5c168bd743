package io.hanproof.hub;

import io.hanproof.lab.Machine;
import io.hanproof.lab.Machine.Mutation;
import io.hanproof.lab.Machine.Step;
import io.hanproof.lab.WanMessage;
import io.hanproof.zcl.ota.OtaCommand;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiPredicate;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;

/**
 * The parts that scripts and misbehaviours of a hub are made of. What was put off once is left alone when it is due.
 */
public final class HubChanges {
    private HubChanges() {}

    /** What becomes of one effect, knowing what led to it. */
    @FunctionalInterface
    public interface Rewrite {
        /** @param state as it was before the event */
        List<HubEffect> of(HubEffect effect, HubEvent event, HubState state, Instant now);
    }

    /** Rewrites every effect; an empty list drops it. */
    public static Mutation<HubState, HubEvent, HubEffect> rewrites(Rewrite rewrite) {
        return honest -> (event, state, now) -> {
            var step = honest.on(event, state, now);
            if (step.effects().isEmpty() || isDelayed(event)) {
                return step;
            }
            var effects = new ArrayList<HubEffect>();
            for (var each : step.effects()) {
                effects.addAll(rewrite.of(each, event, state, now));
            }
            return new Step<>(step.state(), List.copyOf(effects));
        };
    }

    /** Does not do what it would do. */
    public static Mutation<HubState, HubEvent, HubEffect> drops(Predicate<HubEffect> what) {
        return rewrites((effect, event, state, now) -> what.test(effect) ? List.of() : List.of(effect));
    }

    /** Says something else where it would say a command of that kind. */
    public static <C extends OtaCommand> Mutation<HubState, HubEvent, HubEffect> says(
            Class<C> kind, Function<C, ? extends OtaCommand> other) {
        return rewrites((effect, event, state, now) -> effect instanceof HubEffect.Send send
                        && kind.isInstance(send.command())
                ? List.of(new HubEffect.Send(send.to(), other.apply(kind.cast(send.command())), send.acknowledged()))
                : List.of(effect));
    }

    /** Tells the DCC something else, several things, or nothing. */
    public static Mutation<HubState, HubEvent, HubEffect> tells(
            Function<WanMessage, List<? extends WanMessage>> other) {
        return rewrites((effect, event, state, now) -> {
            if (effect instanceof HubEffect.Alert(var message, var seal)) {
                return other.apply(message).stream()
                        .<HubEffect>map(HubEffect.Alert::new)
                        .toList();
            }
            if (effect instanceof HubEffect.Book(HubTimer.Later(HubEffect.Alert alert), var at)) {
                return other.apply(alert.message()).stream()
                        .<HubEffect>map(it -> new HubEffect.Book(new HubTimer.Later(new HubEffect.Alert(it)), at))
                        .toList();
            }
            return List.of(effect);
        });
    }

    /** Books timers of that kind for another time. */
    public static Mutation<HubState, HubEvent, HubEffect> books(
            Class<? extends HubTimer> kind, UnaryOperator<Instant> other) {
        return rewrites((effect, event, state, now) ->
                effect instanceof HubEffect.Book(var timer, var at) && kind.isInstance(timer)
                        ? List.of(new HubEffect.Book(timer, other.apply(at)))
                        : List.of(effect));
    }

    /** Does what it would do, but later. */
    public static Mutation<HubState, HubEvent, HubEffect> delays(Predicate<HubEffect> what, Duration delay) {
        return rewrites((effect, event, state, now) -> what.test(effect)
                ? List.of(new HubEffect.Book(new HubTimer.Delayed(effect), now.plus(delay)))
                : List.of(effect));
    }

    /** Takes what happens for something else. */
    public static Mutation<HubState, HubEvent, HubEffect> hears(UnaryOperator<HubEvent> other) {
        return honest -> (event, state, now) -> honest.on(other.apply(event), state, now);
    }

    /** Takes a device's command of that kind for another one. */
    public static <C extends OtaCommand> Mutation<HubState, HubEvent, HubEffect> hears(
            Class<C> kind, Misheard<C> other) {
        return honest -> (event, state, now) ->
                event instanceof HubEvent.Asked(var from, var command) && kind.isInstance(command)
                        ? honest.on(new HubEvent.Asked(from, other.as(kind.cast(command), from, state)), state, now)
                        : honest.on(event, state, now);
    }

    /** What a command is taken for. */
    @FunctionalInterface
    public interface Misheard<C extends OtaCommand> {
        OtaCommand as(C command, Peer from, HubState state);
    }

    /** Remembers something else after an event. */
    public static Mutation<HubState, HubEvent, HubEffect> remembers(Memory memory) {
        return honest -> (event, state, now) -> {
            var step = honest.on(event, state, now);
            return new Step<>(memory.of(step.state(), event, now), step.effects());
        };
    }

    /** What is kept of a state. */
    @FunctionalInterface
    public interface Memory {
        HubState of(HubState state, HubEvent event, Instant now);
    }

    /** Changes its behaviour only when that holds of what happens and what it remembers. */
    public static Mutation<HubState, HubEvent, HubEffect> when(
            BiPredicate<HubEvent, HubState> condition, Mutation<HubState, HubEvent, HubEffect> change) {
        return honest -> {
            Machine<HubState, HubEvent, HubEffect> changed = change.of(honest);
            return (event, state, now) -> (condition.test(event, state) ? changed : honest).on(event, state, now);
        };
    }

    /** Follows both, the second on top of the first. */
    public static Mutation<HubState, HubEvent, HubEffect> both(
            Mutation<HubState, HubEvent, HubEffect> first, Mutation<HubState, HubEvent, HubEffect> second) {
        return honest -> second.of(first.of(honest));
    }

    /** Whether the effect says a command of that kind. */
    public static Predicate<HubEffect> saying(Class<? extends OtaCommand> kind) {
        return effect -> effect instanceof HubEffect.Send send && kind.isInstance(send.command());
    }

    private static boolean isDelayed(HubEvent event) {
        return event instanceof HubEvent.Due(var timer) && timer instanceof HubTimer.Delayed;
    }
}
