package io.hanproof.dcc;

import static io.hanproof.dcc.DccChanges.answers;
import static io.hanproof.dcc.DccChanges.heard;
import static io.hanproof.dcc.DccChanges.isResponse;
import static io.hanproof.dcc.DccChanges.keeps;
import static io.hanproof.dcc.DccChanges.refuses;
import static io.hanproof.dcc.DccChanges.rewrites;
import static io.hanproof.dcc.DccMisbehaviours.fault;

import io.hanproof.duis.RequestFault;
import io.hanproof.duis.ServiceRequest.DevicePrenotification;
import io.hanproof.duis.ServiceRequest.ReadInventory;
import io.hanproof.duis.ServiceRequest.UpdateInventory;
import io.hanproof.duis.ServiceResponse;
import io.hanproof.duis.ServiceResponse.InventoryEntry;
import io.hanproof.gbcs.AlertCode;
import io.hanproof.gbcs.GbcsMessage;
import io.hanproof.gbcs.HubFirmwareAlert;
import io.hanproof.lab.Machine.Mutation;
import io.hanproof.lab.Misbehaviour;
import io.hanproof.octets.Eui64;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;

/** DCCs whose inventory says what is not so. */
final class RecordingFaults {
    private RecordingFaults() {}

    static List<Misbehaviour<DccState, DccEvent, DccEffect>> all() {
        return List.of(
                fault(
                        "records-no-alert",
                        "keeps the inventory as it is, whatever hubs and devices tell",
                        "DSP-11 DUA-01 HCA-01 LOC-03 SMI-01 SMI-03 SMI-09",
                        keeps((before, after, event, now) -> event instanceof DccEvent.Heard
                                ? after.with(after.books()
                                        .withInventory(before.books().inventory()))
                                : after)),
                fault(
                        "records-no-answer",
                        "keeps the inventory as it is when a device answers a command",
                        "HCA-01 SMI-03 SMI-09",
                        keeps((before, after, event, now) -> isResponse(event)
                                ? after.with(after.books()
                                        .withInventory(before.books().inventory()))
                                : after)),
                fault(
                                "tells-the-asker-only",
                                "sends what SR 11.5 has read to nobody but who asked",
                                "SMI-03",
                                tellingOthers((model, before) -> Optional.empty()))
                        .underBaseline("2019"),
                fault(
                                "tells-others-another-model",
                                "sends what SR 11.5 has read with the old firmware version to all but who asked",
                                "SMI-03",
                                tellingOthers((model, before) -> Optional.of(new ServiceResponse.DeviceModel(
                                        model.device(),
                                        model.read().map(it -> asRecorded(it, model.device(), before))))))
                        .underBaseline("2019"),
                fault(
                        "records-what-was-transferred",
                        "records the firmware of an image once it has been transferred",
                        "FRG-05 SMI-01",
                        keeps(RecordingFaults::afterTransfer)),
                fault(
                        "takes-any-read-for-success",
                        "records the firmware of the last image when a hub has read any",
                        "FRG-05 FRG-07 FRG-13 SMI-02",
                        keeps(RecordingFaults::afterRead)),
                forgetting(
                        "leaves-out-a-ppmids-firmware",
                        DeviceType.PPMID,
                        "DSP-11 DUA-01 FRG-05 FRG-07 FRG-13 LOC-03 OPT-09 SMI-01 SMI-02 SMI-03 SMI-04 SMI-05"),
                forgetting("leaves-out-a-load-switchs-firmware", DeviceType.HCALCS, "HCA-01 SMI-04 SMI-09"),
                forgetting("leaves-out-an-ihds-firmware", DeviceType.IHD, "SMI-04 SMI-06")
                        .underBaseline("2019"),
                fault(
                        "prenotifies-without-firmware",
                        "records a new device without its firmware version",
                        "SMI-05",
                        keeps((before, after, event, now) ->
                                event instanceof DccEvent.Requested(var user, DevicePrenotification it)
                                        ? without(after, it.device())
                                        : after)),
                fault(
                        "corrects-nothing",
                        "accepts SR 8.4 and changes nothing",
                        "SMI-05 SMI-06 SMI-08",
                        keeps((before, after, event, now) ->
                                event instanceof DccEvent.Requested(var user, UpdateInventory it) ? before : after)),
                fault(
                                "lets-nobody-correct-an-ihd",
                                "takes no SR 8.4 for devices without a recorded firmware version",
                                "SMI-06",
                                keeps((before, after, event, now) ->
                                        event instanceof DccEvent.Requested(var user, UpdateInventory it)
                                                        && before.books()
                                                                .inventory()
                                                                .find(it.device())
                                                                .flatMap(InventoryDevice::firmwareVersion)
                                                                .isEmpty()
                                                ? before
                                                : after))
                        .underBaseline("2019"),
                fault(
                        "shows-the-inventory-to-import-suppliers-only",
                        "takes no SR 8.2 of a Gas Supplier",
                        "SMI-04",
                        honest -> (event, state, now) -> event instanceof DccEvent.Requested(var user, ReadInventory it)
                                        && state.books()
                                                .users()
                                                .find(user)
                                                .filter(one -> one.roles().contains(User.Role.IMPORT_SUPPLIER))
                                                .isEmpty()
                                ? refuses(RequestFault.USER_NOT_ELIGIBLE, (request, asker) -> true)
                                        .of(honest)
                                        .on(event, state, now)
                                : honest.on(event, state, now)));
    }

    private static Misbehaviour<DccState, DccEvent, DccEffect> forgetting(String name, DeviceType type, String breaks) {
        return fault(
                name,
                "does not say which firmware a device of type %s runs".formatted(type),
                breaks,
                answers(it ->
                        it instanceof InventoryEntry entry && entry.deviceType().equals(type.name())
                                ? new InventoryEntry(
                                        entry.device(),
                                        entry.deviceType(),
                                        entry.status(),
                                        entry.manufacturerCode(),
                                        entry.model(),
                                        entry.hardwareVersion(),
                                        Optional.empty())
                                : it));
    }

    /** Tells all but who asked something else of what SR 11.5 has read, or nothing. */
    private static Mutation<DccState, DccEvent, DccEffect> tellingOthers(
            BiFunction<ServiceResponse.DeviceModel, DccState, Optional<ServiceResponse.DeviceModel>> change) {
        return rewrites((effect, event, before, now) ->
                effect instanceof DccEffect.Tell(var user, ServiceResponse(var to, ServiceResponse.DeviceModel model))
                                && !user.equals(to.originator())
                        ? change.apply(model, before).stream()
                                .<DccEffect>map(it -> new DccEffect.Tell(user, new ServiceResponse(to, it)))
                                .toList()
                        : List.of(effect));
    }

    private static ServiceResponse.Model asRecorded(ServiceResponse.Model read, Eui64 device, DccState state) {
        long known = state.books()
                .inventory()
                .find(device)
                .flatMap(InventoryDevice::firmwareVersion)
                .orElse(0L);
        return new ServiceResponse.Model(read.manufacturerCode(), read.model(), read.hardwareVersion(), known);
    }

    private static DccState without(DccState state, Eui64 device) {
        return state.books()
                .inventory()
                .find(device)
                .map(it -> state.with(state.books().with(it.withFirmware(Optional.empty()))))
                .orElse(state);
    }

    private static DccState afterTransfer(DccState before, DccState after, DccEvent event, Instant now) {
        return said(event)
                .filter(it -> it.alertCode() == AlertCode.FIRMWARE_TRANSFERRED)
                .map(it -> with(after, it.entity(), it.firmwareVersion()))
                .orElse(after);
    }

    private static DccState afterRead(DccState before, DccState after, DccEvent event, Instant now) {
        return said(event)
                .filter(it -> it.responseCode() == HubFirmwareAlert.ResponseCode.FIRMWARE_READ_SUCCESS)
                .map(it -> after.traffic()
                                .recorded()
                                .getOrElse(it.entity(), List.of())
                                .isEmpty()
                        ? after
                        : with(
                                after,
                                it.entity(),
                                after.traffic()
                                        .recorded()
                                        .getOrElse(it.entity(), List.of())
                                        .getLast()
                                        .update()
                                        .firmwareVersion()))
                .orElse(after);
    }

    private static Optional<HubFirmwareAlert> said(DccEvent event) {
        return heard(event)
                .map(GbcsMessage::content)
                .filter(HubFirmwareAlert.class::isInstance)
                .map(HubFirmwareAlert.class::cast);
    }

    private static DccState with(DccState state, Eui64 device, long version) {
        return state.books()
                .inventory()
                .find(device)
                .map(it -> state.with(state.books().with(it.withFirmware(Optional.of(version)))))
                .orElse(state);
    }
}
