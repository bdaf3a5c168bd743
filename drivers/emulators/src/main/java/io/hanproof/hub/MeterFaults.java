package io.hanproof.hub;

import static io.hanproof.hub.HubChanges.rewrites;
import static io.hanproof.hub.HubMisbehaviours.fault;

import io.hanproof.lab.Machine.Mutation;
import io.hanproof.lab.Machine.Step;
import io.hanproof.lab.Misbehaviour;
import io.hanproof.lab.WanMessage.UseCase;
import io.hanproof.profile.DeviceKind;
import io.hanproof.zcl.ZclStatus;
import io.hanproof.zcl.ota.ImageNotify;
import io.hanproof.zcl.ota.OtaAttribute;
import io.hanproof.zcl.ota.QueryNextImageResponse;
import io.hanproof.zcl.ota.UpgradeEndResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** Hubs that take meters and switches for displays. */
final class MeterFaults {
    private static final Duration TEN_MINUTES = Duration.ofMinutes(10);

    private MeterFaults() {}

    static List<Misbehaviour<HubState, HubEvent, HubEffect>> all() {
        return List.of(
                fault(
                        "tells-displays-of-a-switchs-image",
                        "notifies every display, too, when the image of a switch arrives",
                        "HCA-04",
                        notifiesDisplays()),
                fault(
                        "forgets-whom-a-switchs-image-is-for",
                        "offers a switch nothing while there is no display on the HAN and no other image",
                        "HCA-04 HCA-05",
                        rewrites((effect, event, state, now) -> effect instanceof HubEffect.Send send
                                        && send.command() instanceof QueryNextImageResponse.Success
                                        && isOnlySwitch(state, send.to())
                                ? List.of(new HubEffect.Send(
                                        send.to(), new QueryNextImageResponse.Refused(ZclStatus.NO_IMAGE_AVAILABLE)))
                                : List.of(effect))),
                fault(
                        "has-switches-activate-at-the-end",
                        "tells meters and switches to activate now when they have fetched their image",
                        "HCA-03 HCA-09",
                        rewrites((effect, event, state, now) -> effect instanceof HubEffect.Send send
                                        && send.command() instanceof UpgradeEndResponse end
                                        && isOfMeter(state, send.to())
                                ? List.of(new HubEffect.Send(
                                        send.to(),
                                        new UpgradeEndResponse(end.image(), end.currentTime(), end.currentTime())))
                                : List.of(effect))),
                fault(
                        "reads-switches-back",
                        "reads the firmware version of meters and switches ten minutes after their transfer",
                        "HCA-08 HCA-09",
                        rewrites((effect, event, state, now) -> effect instanceof HubEffect.Send send
                                        && send.command() instanceof UpgradeEndResponse
                                        && isOfMeter(state, send.to())
                                ? List.of(effect, read(send.to(), now.plus(TEN_MINUTES)))
                                : List.of(effect))));
    }

    private static HubEffect read(Peer device, Instant at) {
        var read = new HubEffect.Read(device.unasked(), OtaAttribute.CURRENT_FILE_VERSION.id());
        return new HubEffect.Book(new HubTimer.Delayed(read), at);
    }

    private static boolean isOfMeter(HubState state, Peer device) {
        var joined = state.devices().get(device.address());
        return joined != null && !joined.kind().isDisplay();
    }

    private static boolean isOnlySwitch(HubState state, Peer device) {
        var joined = state.devices().get(device.address());
        return joined != null
                && joined.kind() == DeviceKind.HCALCS
                && state.images().size() == 1
                && state.devices().values().stream().noneMatch(it -> it.kind().isDisplay());
    }

    private static Mutation<HubState, HubEvent, HubEffect> notifiesDisplays() {
        return honest -> (event, state, now) -> {
            var step = honest.on(event, state, now);
            if (!(event instanceof HubEvent.ImageArrived(var delivery)) || delivery.useCase() != UseCase.CS05B) {
                return step;
            }
            var effects = new ArrayList<HubEffect>(step.effects());
            for (var each : step.effects()) {
                if (each instanceof HubEffect.Send send && send.command() instanceof ImageNotify) {
                    state.devices().forEach((device, joined) -> {
                        if (joined.kind().isDisplay()) {
                            var to = new Peer(
                                    device, joined.endpoint(), send.to().ownEndpoint(), Peer.UNASKED, true);
                            effects.add(new HubEffect.Send(to, send.command()));
                        }
                    });
                }
            }
            return new Step<>(step.state(), List.copyOf(effects));
        };
    }
}
