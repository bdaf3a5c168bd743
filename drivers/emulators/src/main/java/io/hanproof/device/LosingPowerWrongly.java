package io.hanproof.device;

import static io.hanproof.device.Mutations.after;
import static io.hanproof.device.Mutations.stay;

import io.hanproof.device.Correspondence.ActivationOrder;
import io.hanproof.device.Flash.Order;
import io.hanproof.device.Phase.Downloading;
import io.hanproof.lab.Machine.Mutation;
import io.hanproof.lab.Misbehaviour;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.BiFunction;
import java.util.function.BiPredicate;

/** Wrong ways to take a power cut. */
final class LosingPowerWrongly {
    private static final Duration LONG = Duration.ofMinutes(10);
    private static final int GAP = 480;
    private static final long BOOT_LOADER = 0;

    private LosingPowerWrongly() {}

    static List<Misbehaviour<DisplayState, DisplayEvent, DisplayEffect>> all() {
        return List.of(
                Misbehaviour.of(
                        "starts-half-an-image",
                        "runs what it has of a new image after power was cut during its download",
                        "PWR-05",
                        onCutWhileDownloading((flash, at) ->
                                flash.withRunning(at.transfer().image().fileVersion()))),
                Misbehaviour.of(
                        "resumes-too-far-on",
                        "goes on ten blocks behind the place where power was cut",
                        "PWR-05",
                        onCutWhileDownloading((flash, at) -> flash.withPartial(new Flash.Partial(
                                at.transfer().image(), at.transfer().size(), at.offset() + GAP)))),
                Misbehaviour.of(
                        "is-left-in-its-boot-loader",
                        "comes up in its boot loader after power was cut while it activated, and stays there",
                        "PWR-06",
                        comingUpWithoutFirmwareWhen((order, now) -> order instanceof Order.Now
                                || (order instanceof Order.At at && isPast(at, now) && !isLongPast(at, now)))),
                Misbehaviour.of(
                        "loses-its-firmware-when-it-misses-its-time",
                        "comes up in its boot loader after its activation time passed while it was off",
                        "PWR-03",
                        comingUpWithoutFirmwareWhen(
                                (order, now) -> order instanceof Order.At at && isLongPast(at, now))));
    }

    static List<Misbehaviour<DisplayState, DisplayEvent, DisplayEffect>> ofSwitches() {
        return List.of(
                Misbehaviour.of(
                        "dies-of-a-cut-before-its-time",
                        "comes up in its boot loader after power went while an order for later waited",
                        "HCA-02",
                        comingUpWithoutFirmware((state, now) -> state.flash()
                                .correspondence()
                                .order()
                                .flatMap(ActivationOrder::at)
                                .isPresent())),
                Misbehaviour.of(
                        "dies-of-a-cut-while-it-restarts",
                        "comes up in its boot loader after power went while it activated",
                        "HCA-02",
                        comingUpWithoutFirmwareWhen((order, now) -> order instanceof Order.Now)));
    }

    private static boolean isPast(Order.At order, Instant now) {
        return !order.due().isAfter(now);
    }

    private static boolean isLongPast(Order.At order, Instant now) {
        return order.due().plus(LONG).isBefore(now);
    }

    private static Mutation<DisplayState, DisplayEvent, DisplayEffect> onCutWhileDownloading(
            BiFunction<Flash, Downloading, Flash> other) {
        return after((step, event, before, now) ->
                event instanceof DisplayEvent.PowerLost && before.phase() instanceof Downloading at
                        ? stay(step.state().with(other.apply(step.state().flash(), at)))
                        : step);
    }

    private static Mutation<DisplayState, DisplayEvent, DisplayEffect> comingUpWithoutFirmwareWhen(
            BiPredicate<Order, Instant> lost) {
        return comingUpWithoutFirmware((state, now) ->
                state.flash().held().filter(it -> lost.test(it.order(), now)).isPresent());
    }

    private static Mutation<DisplayState, DisplayEvent, DisplayEffect> comingUpWithoutFirmware(
            BiPredicate<DisplayState, Instant> lost) {
        return honest -> (event, state, now) -> honest.on(
                event,
                event instanceof DisplayEvent.PowerRestored && lost.test(state, now)
                        ? state.with(Flash.running(BOOT_LOADER))
                        : state,
                now);
    }
}
