package io.hanproof.device;

import static io.hanproof.device.DisplayMisbehaviours.breaking;
import static io.hanproof.device.Mutations.after;
import static io.hanproof.device.Mutations.stay;

import io.hanproof.device.Flash.Held;
import io.hanproof.device.Flash.Order;
import io.hanproof.lab.Machine.Mutation;
import io.hanproof.lab.Machine.Step;
import io.hanproof.lab.Misbehaviour;
import io.hanproof.zcl.UtcTime;
import io.hanproof.zcl.ota.ImageId;
import io.hanproof.zcl.ota.UpgradeEndResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiPredicate;
import java.util.function.UnaryOperator;

/** Wrong ways to keep the activation time. */
final class TimingWrongly {
    private static final Duration HALF_A_DAY = Duration.ofHours(12);
    private static final Duration TWO_DAYS = Duration.ofDays(2);
    private static final Duration SIGNED_MILLISECONDS = Duration.ofMillis(Integer.MAX_VALUE);
    private static final Duration YEARS = Duration.ofDays(3650);
    private static final long HALF_AN_HOUR = 1800;
    private static final long FIVE_MINUTES = 300;

    private TimingWrongly() {}

    static List<Misbehaviour<DisplayState, DisplayEvent, DisplayEffect>> all() {
        return List.of(
                Misbehaviour.of(
                        "activates-five-minutes-early",
                        "activates five minutes before its time",
                        "DEV-08",
                        moving(it -> it.minusMinutes(5))),
                Misbehaviour.of(
                        "activates-an-hour-late",
                        "activates an hour after its time, when that is less than half a day away",
                        "DEV-08",
                        moving(it -> isShort(it) ? it.plusHours(1) : it)),
                Misbehaviour.of(
                        "waits-three-days-at-most",
                        "activates after three days whatever it was told",
                        "DEV-08",
                        moving(it -> it.toDays() > 3 ? Duration.ofDays(3) : it)),
                Misbehaviour.of(
                        "loses-count-after-24-days",
                        "never activates when its time is more than 2^31 milliseconds away",
                        "DEV-08",
                        moving(it -> it.compareTo(SIGNED_MILLISECONDS) > 0 ? YEARS : it)),
                Misbehaviour.of(
                        "takes-now-for-five-minutes",
                        "activates five minutes after it was told to activate at once",
                        "DEV-08",
                        told(
                                (it, held) -> delay(it) == 0 && isWhole(held),
                                it -> new UpgradeEndResponse(it.image(), 0, FIVE_MINUTES))),
                Misbehaviour.of(
                        "activates-by-itself-after-half-an-hour",
                        "does not wait for the hub's word longer than half an hour",
                        "DEV-08",
                        told(
                                (it, held) -> it.upgradeTime() == UpgradeEndResponse.WAIT,
                                it -> new UpgradeEndResponse(it.image(), 0, HALF_AN_HOUR))),
                Misbehaviour.of(
                        "ignores-orders-for-whatever-it-holds",
                        "does not understand an order to activate whatever image it holds",
                        "DEV-08",
                        ignoring((it, phase) -> it.image().equals(ImageId.ANY))),
                Misbehaviour.of(
                        "ignores-orders-that-come-later",
                        "does not listen to an order that it did not just ask for",
                        "DEV-08",
                        ignoring((it, phase) -> phase instanceof Phase.Waiting)),
                Misbehaviour.of(
                        "takes-utc-times-for-seconds",
                        "waits for as many seconds as the UTC time has",
                        "DEV-08",
                        told(
                                (it, held) -> it.currentTime() != 0 && isSoon(it),
                                it -> new UpgradeEndResponse(it.image(), 0, it.upgradeTime()))),
                Misbehaviour.of(
                        "takes-seconds-for-a-utc-time",
                        "takes seconds from now for a UTC time, which has long passed, and activates",
                        "DEV-08",
                        told(
                                (it, held) -> it.currentTime() == 0 && isSoon(it),
                                it -> new UpgradeEndResponse(it.image(), 0, 0))),
                breaking(
                        Set.of("DEV-08", "DEV-09"),
                        "trusts-its-own-fast-count",
                        "counts a day two hours short, and does not ask the hub for the time",
                        countingByItself(it -> it.minusHours(2))),
                Misbehaviour.of(
                        "trusts-its-own-slow-count",
                        "counts a day two hours long, and does not ask the hub for the time",
                        "DEV-09",
                        countingByItself(it -> it.plusHours(2))));
    }

    private static boolean isShort(Duration delay) {
        return delay.compareTo(HALF_A_DAY) < 0;
    }

    private static boolean isSoon(UpgradeEndResponse response) {
        return delay(response) > 0 && isShort(Duration.ofSeconds(delay(response)));
    }

    private static long delay(UpgradeEndResponse response) {
        return response.upgradeTime() - response.currentTime();
    }

    private static boolean isWhole(DisplayState state) {
        return state.flash().firstPart().isEmpty()
                && state.flash()
                        .held()
                        .filter(it -> it.content() instanceof Content.Whole)
                        .isPresent();
    }

    private static Mutation<DisplayState, DisplayEvent, DisplayEffect> told(
            BiPredicate<UpgradeEndResponse, DisplayState> where, UnaryOperator<UpgradeEndResponse> other) {
        return honest -> (event, state, now) ->
                event instanceof DisplayEvent.EndAnswered(var response) && where.test(response, state)
                        ? honest.on(new DisplayEvent.EndAnswered(other.apply(response)), state, now)
                        : honest.on(event, state, now);
    }

    private static Mutation<DisplayState, DisplayEvent, DisplayEffect> ignoring(
            BiPredicate<UpgradeEndResponse, Phase> which) {
        return honest -> (event, state, now) ->
                event instanceof DisplayEvent.EndAnswered(var response) && which.test(response, state.phase())
                        ? stay(state)
                        : honest.on(event, state, now);
    }

    /** Gives the time that the hub sets another distance from now, by every clock. */
    private static Mutation<DisplayState, DisplayEvent, DisplayEffect> moving(UnaryOperator<Duration> other) {
        return after((step, event, before, now) -> {
            if (!(event instanceof DisplayEvent.EndAnswered)
                    || order(step.state()).isEmpty()) {
                return step;
            }
            var at = order(step.state()).get();
            var delay = Duration.between(now, at.due());
            var moved = other.apply(delay);
            long by = moved.minus(delay).toSeconds();
            return scheduled(
                    step, new Order.At(now.plus(moved), at.hubTime().map(it -> new UtcTime(it.seconds() + by))));
        });
    }

    private static Mutation<DisplayState, DisplayEvent, DisplayEffect> countingByItself(UnaryOperator<Duration> other) {
        return honest -> (event, state, now) -> {
            boolean comes = event instanceof DisplayEvent.Due
                    && order(state).filter(it -> isOwnCount(it, now)).isPresent();
            var step = honest.on(comes ? new DisplayEvent.TimeTold(Optional.empty()) : event, state, now);
            if (!(event instanceof DisplayEvent.EndAnswered)
                    || order(step.state()).isEmpty()
                    || !isWhole(state)) {
                return step;
            }
            var delay = Duration.between(now, order(step.state()).get().due());
            boolean about = !isShort(delay) && delay.compareTo(TWO_DAYS) < 0;
            return about
                    ? scheduled(stay(step.state()), new Order.At(now.plus(other.apply(delay)), Optional.empty()))
                    : step;
        };
    }

    private static boolean isOwnCount(Order.At order, Instant now) {
        return order.hubTime().isEmpty() && !order.due().isAfter(now);
    }

    private static Optional<Order.At> order(DisplayState state) {
        return state.flash()
                .held()
                .map(Held::order)
                .filter(it -> it instanceof Order.At)
                .map(it -> (Order.At) it);
    }

    private static Step<DisplayState, DisplayEffect> scheduled(Step<DisplayState, DisplayEffect> step, Order.At order) {
        var state = new DisplayState(step.state().flash().withOrder(order), new Phase.Scheduled(order.due()));
        return new Step<>(state, step.effects());
    }
}
