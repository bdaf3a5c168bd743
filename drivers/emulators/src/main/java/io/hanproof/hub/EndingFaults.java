package io.hanproof.hub;

import static io.hanproof.hub.HubChanges.delays;
import static io.hanproof.hub.HubChanges.rewrites;
import static io.hanproof.hub.HubMisbehaviours.fault;

import io.hanproof.lab.Machine.Mutation;
import io.hanproof.lab.Misbehaviour;
import io.hanproof.profile.DeviceKind;
import io.hanproof.zcl.UtcTime;
import io.hanproof.zcl.ZclStatus;
import io.hanproof.zcl.ota.UpgradeEndRequest;
import io.hanproof.zcl.ota.UpgradeEndResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Hubs that answer the end of a transfer wrongly. */
final class EndingFaults {
    private static final int MINUTE = 60;
    private static final int DAY = 86_400;
    private static final int HALF_A_MINUTE = 30;

    private EndingFaults() {}

    static List<Misbehaviour<HubState, HubEvent, HubEffect>> all() {
        return List.of(
                fault(
                                "tells-a-minute-too-little",
                                "tells devices to activate a minute before the activation time",
                                "OTA-11",
                                ends((end, image, now) -> end.upgradeTime() != UpgradeEndResponse.WAIT
                                                && end.upgradeTime() > end.currentTime() + MINUTE
                                        ? at(end, end.upgradeTime() - MINUTE)
                                        : end))
                        .underBaseline("2019"),
                fault(
                        "never-says-now",
                        "tells devices to activate half a minute from now where the supplier says now",
                        "OTA-11",
                        ends((end, image, now) ->
                                image.activation().isEmpty() && end.image().equals(image.id())
                                        ? at(end, end.currentTime() + HALF_A_MINUTE)
                                        : end)),
                fault(
                                "counts-to-a-day-at-most",
                                "tells devices to activate within a day, however far ahead the activation time is",
                                "OTA-11",
                                ends((end, image, now) -> end.upgradeTime() != UpgradeEndResponse.WAIT
                                                && end.upgradeTime() - end.currentTime() > DAY
                                        ? at(end, end.currentTime() + DAY)
                                        : end))
                        .underBaseline("2019"),
                fault(
                                "tells-a-time-that-has-passed",
                                "passes an activation time on that has passed",
                                "OTA-12",
                                ends((end, image, now) -> image.activation()
                                        .filter(it -> it.isBefore(now))
                                        .map(it -> at(end, UtcTime.of(it).seconds()))
                                        .orElse(end)))
                        .underBaseline("2019"),
                fault(
                                "gives-the-order-late",
                                "gives the order to activate a minute after the activation time",
                                "OTA-21",
                                delays(
                                        effect -> HubChanges.saying(UpgradeEndResponse.class)
                                                        .test(effect)
                                                && ((HubEffect.Send) effect)
                                                                .to()
                                                                .sequence()
                                                        == Peer.UNASKED,
                                        Duration.ofMinutes(1)))
                        .under("activation-order", "hub-issued")
                        .underBaseline("2019"),
                fault(
                        "activates-what-the-device-refused",
                        "answers a failure with the order to activate",
                        "OTA-15",
                        activatesFailures()),
                fault(
                        "ends-the-first-transfer-only",
                        "does not answer the second device of a list that has fetched its image",
                        "OTA-04",
                        withoutEnd((from, end, state) -> state.taken().stream()
                                .anyMatch(it -> it.image().equals(end.image()) && !isOf(it, from)))),
                fault(
                        "ends-no-transfer-without-a-gas-meter",
                        "does not end a transfer that is to be activated now while no GSME is on the HAN",
                        "OTA-22 OTA-11 PWR-01 HCA-03 HCA-09",
                        withoutEnd(EndingFaults::isForNowWithoutAGasMeter)));
    }

    /** What is said at the end of a transfer of an image that was held. */
    @FunctionalInterface
    private interface End {
        UpgradeEndResponse of(UpgradeEndResponse honest, HeldImage image, Instant now);
    }

    @FunctionalInterface
    private interface Which {
        boolean is(Peer from, UpgradeEndRequest end, HubState state);
    }

    private static Mutation<HubState, HubEvent, HubEffect> ends(End other) {
        return rewrites((effect, event, state, now) -> {
            if (effect instanceof HubEffect.Send send && send.command() instanceof UpgradeEndResponse end) {
                var image = ended(event, state);
                if (image.isPresent()) {
                    return List.of(new HubEffect.Send(send.to(), other.of(end, image.get(), now)));
                }
            }
            return List.of(effect);
        });
    }

    /** Gives no answer, however often the device asks. */
    private static Mutation<HubState, HubEvent, HubEffect> withoutEnd(Which which) {
        return rewrites((effect, event, state, now) ->
                HubChanges.saying(UpgradeEndResponse.class).test(effect)
                                && event instanceof HubEvent.Asked(var from, var command)
                                && command instanceof UpgradeEndRequest end
                                && which.is(from, end, state)
                        ? List.of()
                        : List.of(effect));
    }

    private static boolean isForNowWithoutAGasMeter(Peer from, UpgradeEndRequest end, HubState state) {
        if (state.devices().values().stream().anyMatch(it -> it.kind() == DeviceKind.GSME)) {
            return false;
        }
        int image = state.indexOf(end.image(), from.address());
        return image == HeldImage.NONE
                || (state.images().get(image).activation().isEmpty()
                        && state.images().get(image).targets().size() == 1);
    }

    private static boolean isOf(Taken taken, Peer device) {
        return taken.device().address().equals(device.address());
    }

    private static Mutation<HubState, HubEvent, HubEffect> activatesFailures() {
        return rewrites((effect, event, state, now) -> effect instanceof HubEffect.Default refusal
                        && refusal.status().equals(ZclStatus.SUCCESS)
                        && event instanceof HubEvent.Asked(var from, var command)
                        && command instanceof UpgradeEndRequest end
                ? List.of(new HubEffect.Send(
                        from, new UpgradeEndResponse(end.image(), UpgradeEndResponse.NOW, UpgradeEndResponse.NOW)))
                : List.of(effect));
    }

    /** The image whose transfer the event ends, as it was held before. */
    private static Optional<HeldImage> ended(HubEvent event, HubState state) {
        if (event instanceof HubEvent.Asked(var from, var command) && command instanceof UpgradeEndRequest end) {
            int image = state.indexOf(end.image(), from.address());
            return image == HeldImage.NONE
                    ? Optional.empty()
                    : Optional.of(state.images().get(image));
        }
        return Optional.empty();
    }

    private static UpgradeEndResponse at(UpgradeEndResponse end, long upgradeTime) {
        return new UpgradeEndResponse(end.image(), end.currentTime(), upgradeTime);
    }
}
