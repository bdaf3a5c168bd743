package io.hanproof.hub;

import static io.hanproof.hub.HubChanges.rewrites;
import static io.hanproof.hub.HubMisbehaviours.fault;

import io.hanproof.lab.Machine.Mutation;
import io.hanproof.lab.Machine.Step;
import io.hanproof.lab.Misbehaviour;
import io.hanproof.lab.WanMessage.ImageResponseCode;
import io.hanproof.lab.WanMessage.TransferAlert;
import io.hanproof.octets.Eui64;
import io.hanproof.zcl.UtcTime;
import io.hanproof.zcl.ota.ImageBlockRequest;
import io.hanproof.zcl.ota.ImageBlockResponse;
import io.hanproof.zcl.ota.UpgradeEndRequest;
import io.hanproof.zcl.ota.UpgradeEndResponse;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Faults seen in the field. */
final class FieldFaults {
    private FieldFaults() {}

    static List<Misbehaviour<HubState, HubEvent, HubEffect>> all() {
        return List.of(
                fault(
                        "loses-count-at-a-repeated-request",
                        "answers a block request that is repeated with the octets of the block after it",
                        "OTA-10 OTA-02 PWR-01",
                        losesCount()),
                fault(
                        "tells-devices-to-wait-until-1970",
                        "gives the current time in UTC and the time to ask again in seconds from now",
                        "SGZ-01",
                        rewrites((effect, event, state, now) -> effect instanceof HubEffect.Send send
                                        && send.command() instanceof ImageBlockResponse.WaitForData wait
                                ? List.of(new HubEffect.Send(
                                        send.to(),
                                        new ImageBlockResponse.WaitForData(
                                                UtcTime.of(now).seconds(),
                                                wait.requestTime() - wait.currentTime(),
                                                wait.minimumBlockPeriod())))
                                : List.of(effect))),
                fault(
                                "tells-a-utc-time-without-its-clock",
                                "gives the activation time in UTC, and 0 for the current time",
                                "OTA-11",
                                rewrites((effect, event, state, now) -> effect instanceof HubEffect.Send send
                                                && send.command() instanceof UpgradeEndResponse end
                                                && end.upgradeTime() != UpgradeEndResponse.WAIT
                                                && end.upgradeTime() > end.currentTime()
                                        ? List.of(new HubEffect.Send(
                                                send.to(), new UpgradeEndResponse(end.image(), 0, end.upgradeTime())))
                                        : List.of(effect)))
                        .underBaseline("2019"),
                fault(
                        "reports-success-at-the-last-block",
                        "reports success when it has served the last block, whatever the device says of the image",
                        "ALT-01",
                        reportsAtTheLastBlock()),
                fault(
                                "has-one-activation-time-for-all",
                                "tells every device the activation time of the image that arrived last",
                                "OTA-11",
                                hasOneActivationTime())
                        .underBaseline("2019"));
    }

    private static Mutation<HubState, HubEvent, HubEffect> losesCount() {
        return honest -> {
            Map<Eui64, ImageBlockRequest> last = new HashMap<>();
            return (event, state, now) -> {
                var step = honest.on(event, state, now);
                if (!(event instanceof HubEvent.Asked(var from, var command))
                        || !(command instanceof ImageBlockRequest request)) {
                    return step;
                }
                var before = last.put(from.address(), request);
                boolean repeated = before != null
                        && before.image().equals(request.image())
                        && before.fileOffset() == request.fileOffset();
                int image = state.indexOf(request.image(), from.address());
                if (!repeated || image == HeldImage.NONE) {
                    return step;
                }
                var octets = state.images().get(image).octets();
                var effects = new ArrayList<HubEffect>();
                for (var each : step.effects()) {
                    if (each instanceof HubEffect.Send send
                            && send.command() instanceof ImageBlockResponse.Success block
                            && block.fileOffset() + 2L * block.data().length() <= octets.length()) {
                        int length = block.data().length();
                        effects.add(new HubEffect.Send(
                                send.to(),
                                new ImageBlockResponse.Success(
                                        block.image(),
                                        block.fileOffset(),
                                        octets.slice((int) block.fileOffset() + length, length))));
                    } else {
                        effects.add(each);
                    }
                }
                return new Step<>(step.state(), List.copyOf(effects));
            };
        };
    }

    private static Mutation<HubState, HubEvent, HubEffect> reportsAtTheLastBlock() {
        return honest -> {
            Set<String> told = new HashSet<>();
            return (event, state, now) -> {
                var step = honest.on(event, state, now);
                var effects = new ArrayList<HubEffect>();
                for (var each : step.effects()) {
                    if (each instanceof HubEffect.Alert(TransferAlert alert, var seal)
                            && alert.responseCode() == ImageResponseCode.FILE_TRANSFER_SUCCESS
                            && told.contains(key(alert.device(), alert.fileVersion()))) {
                        continue;
                    }
                    effects.add(each);
                    if (each instanceof HubEffect.Send send
                            && send.command() instanceof ImageBlockResponse.Success block) {
                        int image = state.indexOf(block.image(), send.to().address());
                        boolean end = image != HeldImage.NONE
                                && block.fileOffset() + block.data().length()
                                        == state.images().get(image).octets().length();
                        long version = block.image().fileVersion();
                        if (end && told.add(key(send.to().address(), version))) {
                            effects.add(new HubEffect.Alert(new TransferAlert(
                                    send.to().address(), version, ImageResponseCode.FILE_TRANSFER_SUCCESS)));
                        }
                    }
                }
                return new Step<>(step.state(), List.copyOf(effects));
            };
        };
    }

    private static String key(Eui64 device, long version) {
        return device + "/" + version;
    }

    private static Mutation<HubState, HubEvent, HubEffect> hasOneActivationTime() {
        return honest -> {
            var latest = new ArrayList<Optional<Instant>>();
            return (event, state, now) -> {
                if (event instanceof HubEvent.Asked(var from, var command)
                        && command instanceof UpgradeEndRequest
                        && !latest.isEmpty()) {
                    var images = new ArrayList<>(state.images());
                    images.replaceAll(it -> at(it, latest.getLast()));
                    return honest.on(event, state.withImages(images), now);
                }
                var step = honest.on(event, state, now);
                if (event instanceof HubEvent.ImageArrived
                        && !step.state().images().isEmpty()) {
                    latest.add(step.state().images().getLast().activation());
                }
                return step;
            };
        };
    }

    private static HeldImage at(HeldImage it, Optional<Instant> activation) {
        return new HeldImage(
                it.serial(),
                it.block(),
                it.kind(),
                it.useCase(),
                it.id(),
                it.octets(),
                it.hardware(),
                activation,
                it.arrived(),
                it.started(),
                it.targets());
    }
}
