package io.hanproof.dcc;

import static io.hanproof.dcc.DccChanges.delivers;
import static io.hanproof.dcc.DccChanges.hears;
import static io.hanproof.dcc.DccChanges.rewrites;
import static io.hanproof.dcc.DccChanges.withholds;
import static io.hanproof.dcc.DccMisbehaviours.fault;

import io.hanproof.duis.DccAlert;
import io.hanproof.duis.DeviceAlert;
import io.hanproof.duis.ServiceRequest;
import io.hanproof.gbcs.Cra;
import io.hanproof.gbcs.GbcsMessage;
import io.hanproof.gbcs.GroupingHeader;
import io.hanproof.gbcs.OtherInformation;
import io.hanproof.gbcs.ReadFirmwareVersion;
import io.hanproof.gbcs.UseCase;
import io.hanproof.lab.Machine.Mutation;
import io.hanproof.lab.Machine.Step;
import io.hanproof.lab.Misbehaviour;
import io.hanproof.lab.WanMessage;
import io.hanproof.lab.WanMessage.FirmwareDelivery;
import io.hanproof.octets.Eui64;
import io.hanproof.octets.OctetWriter;
import io.hanproof.octets.Octets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** DCCs that bring images to the wrong place, at the wrong time, or not at all. */
final class DeliveringFaults {
    /** Within the header string: no hub looks at it. */
    private static final int HEADER_STRING_AT = 30;

    private static final Duration DAY = Duration.ofDays(1);

    private static final int LARGE = 700_000;

    private DeliveringFaults() {}

    static List<Misbehaviour<DccState, DccEvent, DccEffect>> all() {
        var all = new ArrayList<Misbehaviour<DccState, DccEvent, DccEffect>>();
        all.addAll(ofImages());
        all.addAll(throughTheCsp());
        all.addAll(ofCommands());
        return all;
    }

    private static List<Misbehaviour<DccState, DccEvent, DccEffect>> ofImages() {
        return List.of(
                fault(
                        "changes-a-bit-on-the-way",
                        "delivers an image that is not quite the one that was sent",
                        "DIS-01 HCA-01",
                        delivers(it -> new FirmwareDelivery(it.useCase(), flipped(it.upgradeImage()), it.targets()))),
                fault(
                        "delivers-to-the-first-hub-only",
                        "delivers an image to one hub",
                        "DIS-01 DIS-09",
                        honest -> (event, state, now) -> {
                            var step = honest.on(event, state, now);
                            return new Step<>(step.state(), upToOneDelivery(step.effects()));
                        }),
                fault(
                        "sends-every-hub-all-devices",
                        "delivers an image to each hub for all devices that passed",
                        "DIS-01 DIS-09 DIS-10 DSP-10 DSP-11 SR-06",
                        rewrites((effect, event, before, now) -> effect
                                                instanceof DccEffect.Deliver(var hub, var delivery)
                                        && event
                                                instanceof
                                                DccEvent.Requested(var user, ServiceRequest.Distribution request)
                                ? List.of(new DccEffect.Deliver(
                                        hub,
                                        new FirmwareDelivery(
                                                delivery.useCase(), delivery.upgradeImage(), request.devices())))
                                : List.of(effect))),
                fault(
                        "waits-for-the-activation-date",
                        "does not deliver an image before it is to be activated",
                        "SR-01",
                        rewrites((effect, event, before, now) -> effect instanceof DccEffect.Deliver
                                        && event
                                                instanceof
                                                DccEvent.Requested(var user, ServiceRequest.Distribution request)
                                ? ImageFaults.activation(request)
                                        .<DccEffect>map(it -> new DccEffect.Book(new DccTimer.Later(effect), it))
                                        .map(List::of)
                                        .orElse(List.of(effect))
                                : List.of(effect))),
                fault(
                        "marks-load-switches-images-as-displays",
                        "delivers images of meters and load switches as displays'",
                        "DIS-17",
                        delivers(
                                it -> new FirmwareDelivery(WanMessage.UseCase.CS05C, it.upgradeImage(), it.targets()))),
                fault(
                        "marks-displays-images-as-meters",
                        "delivers images of displays as meters'",
                        "DIS-17",
                        delivers(
                                it -> new FirmwareDelivery(WanMessage.UseCase.CS05B, it.upgradeImage(), it.targets()))),
                fault(
                        "sends-no-image-twice",
                        "does not deliver an image that it has delivered to that device before",
                        "DIS-11 FRG-08 FRG-10 SUP-07",
                        withholds((it, event, before, now) -> event
                                        instanceof DccEvent.Requested(var user, ServiceRequest.Distribution request)
                                && before.audit().stream()
                                        .anyMatch(update -> update.devices()
                                                        .containsAll(
                                                                it.delivery().targets())
                                                && update.upgradeImage()
                                                        .equals(it.delivery().upgradeImage())))),
                fault(
                        "joins-large-parts",
                        "delivers the last part of a large upgrade with the part before",
                        "DIS-13",
                        rewrites((effect, event, before, now) -> effect
                                                instanceof DccEffect.Deliver(var hub, var delivery)
                                        && event instanceof DccEvent.Requested
                                        && !before.audit().isEmpty()
                                        && delivery.upgradeImage().length() > LARGE
                                ? List.of(new DccEffect.Deliver(
                                        hub, joined(delivery, before.audit().getLast())))
                                : List.of(effect))),
                fault(
                        "asks-the-display-itself",
                        "sends each device that it delivers an image to a command to tell its firmware",
                        "SCO-11 SR-07",
                        asksTargets()));
    }

    private static List<Misbehaviour<DccState, DccEvent, DccEffect>> throughTheCsp() {
        return List.of(
                fault(
                        "sends-where-the-csp-knows-nobody",
                        "delivers to hubs that the CSP does not know",
                        "DIS-10 NOT-07",
                        hears((event, state) -> event instanceof DccEvent.HubChanged(var hub)
                                ? new DccEvent.HubChanged(
                                        new CommunicationsHub(hub.id(), hub.updatesHanDevices(), true, hub.reachable()))
                                : event)),
                fault(
                        "tries-again-after-a-day",
                        "delivers an image again a day after the hub could not deliver it",
                        "DIS-11",
                        honest -> (event, state, now) -> {
                            var step = honest.on(event, state, now);
                            var effects = new ArrayList<>(step.effects());
                            lost(step.effects(), step.state())
                                    .ifPresent(it ->
                                            effects.add(new DccEffect.Book(new DccTimer.Later(it), now.plus(DAY))));
                            return new Step<>(step.state(), effects);
                        }),
                fault(
                        "gives-a-device-up",
                        "delivers nothing more to a device that has not taken an image",
                        "DIS-11 SUP-07",
                        withholds((it, event, before, now) -> event instanceof DccEvent.Requested
                                && it.delivery().targets().stream()
                                        .anyMatch(device -> hasNotTaken(device, it.hub(), before)))));
    }

    private static List<Misbehaviour<DccState, DccEvent, DccEffect>> ofCommands() {
        return List.of(
                fault(
                        "keeps-receipt-alerts-to-itself",
                        "does not pass on what a device says of an image that it has received",
                        "HCA-01",
                        rewrites((effect, event, before, now) ->
                                effect instanceof DccEffect.Tell(var user, DeviceAlert alert)
                                        ? List.of()
                                        : List.of(effect))),
                fault(
                        "reads-no-versions",
                        "takes SR 11.2 and sends nothing",
                        "HCA-01 SMI-09",
                        rewrites((effect, event, before, now) -> effect instanceof DccEffect.Send
                                        && event
                                                instanceof
                                                DccEvent.Requested(var user, ServiceRequest.ReadFirmwareVersion it)
                                ? List.of()
                                : List.of(effect))),
                fault(
                        "adds-no-mac",
                        "sends a command as its supplier has signed it",
                        "HCA-01",
                        rewrites((effect, event, before, now) -> effect instanceof DccEffect.Send(var hub, var command)
                                        && event
                                                instanceof
                                                DccEvent.Requested(var user, ServiceRequest.SignedPreCommand it)
                                ? List.of(new DccEffect.Send(hub, it.message()))
                                : List.of(effect))));
    }

    private static FirmwareDelivery joined(FirmwareDelivery last, Update first) {
        var all = new OctetWriter(
                        last.upgradeImage().length() + first.upgradeImage().length())
                .octets(last.upgradeImage())
                .octets(first.upgradeImage())
                .toOctets();
        return new FirmwareDelivery(last.useCase(), all, last.targets());
    }

    private static Octets flipped(Octets image) {
        return image.with(HEADER_STRING_AT, image.u8(HEADER_STRING_AT) ^ 1);
    }

    private static List<DccEffect> upToOneDelivery(List<DccEffect> effects) {
        var kept = new ArrayList<DccEffect>();
        boolean delivered = false;
        for (var each : effects) {
            if (!(each instanceof DccEffect.Deliver) || !delivered) {
                kept.add(each);
            }
            delivered |= each instanceof DccEffect.Deliver;
        }
        return kept;
    }

    /** The hub has nothing in progress any more, and the image before did not get there. */
    private static boolean hasNotTaken(Eui64 device, Eui64 hub, DccState state) {
        boolean idle = state.traffic()
                .queues()
                .find(hub)
                .filter(it -> it.inProgress().isEmpty())
                .isPresent();
        var recorded = state.traffic().recorded().getOrElse(device, List.of());
        return idle && !recorded.isEmpty() && !recorded.getLast().transferred();
    }

    /** What did not reach a device, as it would be sent once more. */
    private static Optional<DccEffect> lost(List<DccEffect> effects, DccState state) {
        for (var each : effects) {
            if (each instanceof DccEffect.Tell(var user, DccAlert.FirmwareTransfer alert)
                    && alert.responseCode().equals("fileTransferFailure")) {
                var update = state.audit().getLast();
                return Optional.of(new DccEffect.Deliver(
                        alert.hub(),
                        new FirmwareDelivery(update.useCase(), update.upgradeImage(), List.of(alert.device()))));
            }
        }
        return Optional.empty();
    }

    private static Mutation<DccState, DccEvent, DccEffect> asksTargets() {
        return rewrites((effect, event, before, now) -> {
            var all = new ArrayList<DccEffect>();
            all.add(effect);
            if (effect instanceof DccEffect.Deliver(var hub, var delivery)) {
                for (var each : delivery.targets()) {
                    var header = new GroupingHeader(
                            Cra.COMMAND, now.toEpochMilli(), hub, each, OtherInformation.of(UseCase.CS08));
                    all.add(new DccEffect.Send(
                            hub,
                            new GbcsMessage(header, new ReadFirmwareVersion(), Optional.empty(), Optional.empty())
                                    .write()));
                }
            }
            return all;
        });
    }
}
