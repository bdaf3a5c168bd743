package io.hanproof.device;

import static io.hanproof.device.DisplayMisbehaviours.breaking;
import static io.hanproof.device.Mutations.after;

import io.hanproof.device.Correspondence.ActivationOrder;
import io.hanproof.device.Flash.Order;
import io.hanproof.gbcs.ActivateFirmware;
import io.hanproof.gbcs.GbcsFinding;
import io.hanproof.gbcs.GbcsFinding.Code;
import io.hanproof.gbcs.GbcsMessage;
import io.hanproof.lab.Machine;
import io.hanproof.lab.Machine.Mutation;
import io.hanproof.lab.Machine.Step;
import io.hanproof.lab.Misbehaviour;
import io.hanproof.zcl.ota.UpgradeEndResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.function.BiPredicate;
import java.util.function.UnaryOperator;

/** Wrong ways in which a meter or a switch takes its supplier's orders, or somebody else's for them. */
final class ObeyingWrongly {
    private static final Duration TWO_HOURS = Duration.ofHours(2);

    private ObeyingWrongly() {}

    static List<Misbehaviour<DisplayState, DisplayEvent, DisplayEffect>> all() {
        return List.of(
                breaking(
                        Set.of("HCA-02", "HCA-03"),
                        "takes-wait-for-now",
                        "activates when the end of the transfer is answered, although it is told to wait",
                        activatingWhen((event, state) -> event instanceof DisplayEvent.EndAnswered(var response)
                                && response.upgradeTime() == UpgradeEndResponse.WAIT)),
                breaking(
                        Set.of("HCA-02", "HCA-03"),
                        "does-not-wait-for-its-supplier",
                        "activates two hours after the transfer when no order has come",
                        Impatient::new),
                breaking(
                        Set.of("HCA-02", "HCA-03"),
                        "follows-the-hub",
                        "activates when the hub says so in an Upgrade End Response",
                        activatingWhen((event, state) -> event instanceof DisplayEvent.EndAnswered(var response)
                                && response.upgradeTime() == UpgradeEndResponse.NOW)),
                breaking(
                        Set.of("HCA-02", "HCA-03"),
                        "activates-when-power-comes-back",
                        "runs what it holds when it is switched on again",
                        honest -> (event, state, now) -> honest.on(
                                event,
                                event instanceof DisplayEvent.PowerRestored
                                        ? state.with(state.flash().withOrder(new Order.Now()))
                                        : state,
                                now)),
                Misbehaviour.of(
                        "activates-without-verifying",
                        "looks at nothing of an order but its hash",
                        "HCA-02",
                        overlooking(EnumSet.allOf(Code.class))),
                Misbehaviour.of(
                        "trusts-whoever-has-a-mac",
                        "does not check the signature of an order that has the right MAC",
                        "HCA-02",
                        overlooking(EnumSet.of(Code.MISSING_SIGNATURE, Code.WRONG_SIGNATURE))),
                Misbehaviour.of(
                        "trusts-whoever-signs",
                        "does not check the MAC of an order that its supplier has signed",
                        "HCA-02",
                        overlooking(EnumSet.of(Code.MISSING_MAC, Code.WRONG_MAC))),
                Misbehaviour.of(
                        "takes-orders-of-any-supplier",
                        "follows suppliers whose certificates it does not hold",
                        "HCA-02",
                        overlooking(EnumSet.of(Code.UNKNOWN_ORIGINATOR))),
                Misbehaviour.of(
                        "takes-orders-for-others",
                        "does not look whom an order is for",
                        "HCA-02",
                        overlooking(EnumSet.of(Code.WRONG_RECIPIENT))),
                Misbehaviour.of(
                        "takes-an-order-twice",
                        "does not remember the counters of the orders that it has had",
                        "HCA-02",
                        honest -> (event, state, now) -> honest.on(
                                event,
                                event instanceof DisplayEvent.Commanded
                                        ? state.with(state.flash()
                                                .withCorrespondence(state.flash()
                                                        .correspondence()
                                                        .withCommanded(0)))
                                        : state,
                                now)),
                Misbehaviour.of(
                        "activates-whatever-it-holds",
                        "does not compare the hash of an order with that of the image it holds",
                        "HCA-02",
                        honest -> (event, state, now) -> honest.on(event, withMatchingHash(event, state), now)),
                Misbehaviour.of(
                        "ignores-the-cancellation",
                        "accepts that an order is cancelled, and carries it out all the same",
                        "HCA-02",
                        after((step, event, before, now) -> isCancellation(event)
                                        && step.effects().size() == 1
                                ? ordered(step, before.flash().correspondence().order())
                                : step)),
                Misbehaviour.of(
                        "carries-orders-out-a-minute-early",
                        "activates a minute before the time that it was given",
                        "HCA-02",
                        movingOrders(it -> it.minusSeconds(60))),
                Misbehaviour.of(
                        "never-carries-out-an-order-for-later",
                        "accepts an order for later and forgets it",
                        "HCA-02",
                        after((step, event, before, now) ->
                                isOrder(event, true) ? ordered(step, Optional.empty()) : step)),
                breaking(
                        Set.of("HCA-02", "OPT-08"),
                        "restarts-into-its-old-firmware",
                        "follows an order for at once by restarting, and no more",
                        honest -> (event, state, now) -> honest.on(
                                event,
                                event instanceof DisplayEvent.Due && isWhole(state) ? withoutImage(state) : state,
                                now)),
                Misbehaviour.of(
                        "can-be-updated-once",
                        "follows no order any more once it has been updated",
                        "SCO-05",
                        OnceOnly::new));
    }

    private static Mutation<DisplayState, DisplayEvent, DisplayEffect> activatingWhen(
            BiPredicate<DisplayEvent, DisplayState> occasion) {
        return honest -> (event, state, now) -> {
            var step = honest.on(event, state, now);
            boolean holds = step.state().phase() instanceof Phase.Waiting;
            return holds && occasion.test(event, state)
                    ? honest.on(new DisplayEvent.ActivationOrdered(), step.state(), now)
                    : step;
        };
    }

    private static Mutation<DisplayState, DisplayEvent, DisplayEffect> overlooking(Set<Code> codes) {
        return Mutations.events(it -> it instanceof DisplayEvent.Commanded(var message, var findings)
                ? new DisplayEvent.Commanded(message, without(findings, codes))
                : it);
    }

    private static List<GbcsFinding> without(List<GbcsFinding> findings, Set<Code> codes) {
        return findings.stream().filter(it -> !codes.contains(it.code())).toList();
    }

    /** Lets the image that is held have the hash that the order names, whatever its octets. */
    private static DisplayState withMatchingHash(DisplayEvent event, DisplayState state) {
        var held = state.flash().held();
        if (held.isEmpty()) {
            return state;
        }
        var wanted = event instanceof DisplayEvent.Commanded(GbcsMessage message, var findings)
                        && message.content() instanceof ActivateFirmware order
                ? Optional.of(order.imageHash())
                : state.flash().correspondence().order().map(ActivationOrder::hash);
        return wanted.map(it -> state.with(state.flash()
                        .withHeld(new Flash.Held(
                                held.get().image(),
                                held.get().size(),
                                held.get().content(),
                                it,
                                held.get().order()))))
                .orElse(state);
    }

    private static boolean isOrder(DisplayEvent event, boolean later) {
        return event instanceof DisplayEvent.Commanded(GbcsMessage message, var findings)
                && message.content() instanceof ActivateFirmware order
                && !order.cancels()
                && order.executionDateTime().isPresent() == later;
    }

    private static boolean isCancellation(DisplayEvent event) {
        return event instanceof DisplayEvent.Commanded(GbcsMessage message, var findings)
                && message.content() instanceof ActivateFirmware order
                && order.cancels();
    }

    private static Step<DisplayState, DisplayEffect> ordered(
            Step<DisplayState, DisplayEffect> step, Optional<ActivationOrder> order) {
        var flash = step.state().flash();
        return new Step<>(
                step.state()
                        .with(flash.withCorrespondence(flash.correspondence().withOrder(order))),
                step.effects());
    }

    private static Mutation<DisplayState, DisplayEvent, DisplayEffect> movingOrders(UnaryOperator<Instant> other) {
        return after((step, event, before, now) -> isOrder(event, true)
                ? ordered(
                        step,
                        step.state()
                                .flash()
                                .correspondence()
                                .order()
                                .map(it -> new ActivationOrder(
                                        it.hash(),
                                        it.counter(),
                                        it.supplier(),
                                        it.at().map(other))))
                : step);
    }

    private static boolean isActivating(DisplayState state) {
        return state.flash()
                .held()
                .filter(it -> it.order() instanceof Order.Now)
                .isPresent();
    }

    private static boolean isWhole(DisplayState state) {
        return state.phase() instanceof Phase.Rebooting
                && isActivating(state)
                && state.flash()
                        .correspondence()
                        .order()
                        .filter(it -> it.at().isEmpty())
                        .isPresent()
                && state.flash().held().orElseThrow().content() instanceof Content.Whole;
    }

    /** What it held starts as what it runs already. */
    private static DisplayState withoutImage(DisplayState state) {
        var held = state.flash().held().orElseThrow();
        var old = held.image().withFileVersion(state.flash().running());
        return state.with(
                state.flash().withHeld(new Flash.Held(old, held.size(), held.content(), held.hash(), held.order())));
    }

    /** Loses patience with its supplier. */
    private static final class Impatient implements Machine<DisplayState, DisplayEvent, DisplayEffect> {
        private final Machine<DisplayState, DisplayEvent, DisplayEffect> honest;

        Impatient(Machine<DisplayState, DisplayEvent, DisplayEffect> honest) {
            this.honest = honest;
        }

        @Override
        public Step<DisplayState, DisplayEffect> on(DisplayEvent event, DisplayState state, Instant now) {
            if (event instanceof DisplayEvent.Due
                    && state.phase() instanceof Phase.Waiting(var until)
                    && !until.isAfter(now)) {
                return honest.on(new DisplayEvent.ActivationOrdered(), state, now);
            }
            var step = honest.on(event, state, now);
            return step.state().phase() instanceof Phase.Waiting && !(state.phase() instanceof Phase.Waiting)
                    ? new Step<>(step.state().with(new Phase.Waiting(now.plus(TWO_HOURS))), step.effects())
                    : step;
        }
    }

    /** Counts how often it has come to run something else. */
    private static final class OnceOnly implements Machine<DisplayState, DisplayEvent, DisplayEffect> {
        private final Machine<DisplayState, DisplayEvent, DisplayEffect> honest;
        private OptionalLong first = OptionalLong.empty();

        OnceOnly(Machine<DisplayState, DisplayEvent, DisplayEffect> honest) {
            this.honest = honest;
        }

        @Override
        public Step<DisplayState, DisplayEffect> on(DisplayEvent event, DisplayState state, Instant now) {
            if (first.isEmpty()) {
                first = OptionalLong.of(state.flash().running());
            }
            boolean updated = state.flash().running() != first.getAsLong();
            return updated && isOrder(event, false) ? Mutations.stay(state) : honest.on(event, state, now);
        }
    }
}
