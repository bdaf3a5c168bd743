package io.hanproof.dcc;

import static io.hanproof.dcc.DccChanges.keeps;
import static io.hanproof.dcc.DccChanges.rejects;
import static io.hanproof.dcc.DccChanges.rewrites;
import static io.hanproof.dcc.DccChanges.under;
import static io.hanproof.dcc.DccMisbehaviours.fault;

import io.hanproof.dcc.Books.Kind;
import io.hanproof.duis.RejectionReason;
import io.hanproof.duis.RequestFault;
import io.hanproof.duis.ServiceRequest;
import io.hanproof.duis.ServiceRequest.UpdateFirmware;
import io.hanproof.duis.ServiceRequest.UpdatePpmidFirmware;
import io.hanproof.lab.Misbehaviour;
import io.hanproof.octets.Eui64;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;

/** DCCs that take requests that they should not, or refuse those that they should take. */
final class RequestFaults {
    private static final int MANY = 50_000;

    private RequestFaults() {}

    static List<Misbehaviour<DccState, DccEvent, DccEffect>> all() {
        return List.of(
                fault(
                        "takes-50-001-devices",
                        "takes one device more than a request may name",
                        "SR-06",
                        under(it ->
                                it.with(it.limits().withMostDevices(it.limits().mostDevices() + 1)))),
                fault(
                        "takes-49-999-devices",
                        "takes one device less than a request may name",
                        "SR-06",
                        under(it ->
                                it.with(it.limits().withMostDevices(it.limits().mostDevices() - 1)))),
                fault(
                        "knows-none-of-50-000-devices",
                        "takes a request of 50 000 devices, and none of them",
                        "SR-06",
                        rejects(
                                RejectionReason.UNKNOWN_DEVICE,
                                (device, user, request, state) ->
                                        request.devices().size() == MANY)),
                fault(
                        "counts-load-switches-with-displays",
                        "counts SR 11.1 towards the threshold of SR 11.4",
                        "SR-08",
                        keeps((before, after, event, now) ->
                                event instanceof DccEvent.Requested(var user, UpdateFirmware it)
                                        ? after.with(after.traffic().withRequests(new Kind(user, "11.4"), List.of(now)))
                                        : after)),
                fault(
                        "counts-no-requests",
                        "knows no anomaly detection threshold",
                        "DSP-17",
                        under(it -> it.waiving(RequestFault.THRESHOLD_EXCEEDED))),
                fault(
                        "counts-for-ever",
                        "counts requests that are older than the threshold's time",
                        "DSP-17",
                        honest -> (event, state, now) -> honest.on(event, countedNow(state, now), now)),
                fault(
                        "takes-requests-from-anybody",
                        "looks neither at a user's role nor at what it is responsible for",
                        "DSP-07 SR-11",
                        under(it ->
                                it.waiving(RequestFault.USER_NOT_ELIGIBLE).waiving(RejectionReason.NOT_RESPONSIBLE))),
                fault(
                                "goes-on-with-sr-11.5",
                                "takes SR 11.5, which the approved solution does not have",
                                "SR-10",
                                under(it -> it.waiving(RequestFault.NOT_IN_BASELINE)))
                        .underBaseline("2020"),
                fault(
                        "takes-sr-11.4-of-electricity-suppliers-only",
                        "takes SR 11.4 from no Gas Supplier",
                        "DIS-02 DIS-04 DSP-16 DUA-01 DUA-04 NOT-02 NOT-08 SCO-01 SR-11",
                        rejects(
                                RejectionReason.NOT_RESPONSIBLE,
                                (device, user, request, state) ->
                                        request instanceof UpdatePpmidFirmware && isGasSupplier(user, device, state))),
                fault(
                        "updates-one-display-of-a-home",
                        "takes the second PPMID of a home for a copy of the first",
                        "DIS-02 DIS-04 DSP-11 NOT-01 SR-06 SR-11",
                        rejects(
                                RejectionReason.UNKNOWN_DEVICE,
                                (device, user, request, state) -> request instanceof UpdatePpmidFirmware
                                        && device.type() == DeviceType.PPMID
                                        && hasElder(device, state))),
                fault(
                        "transforms-sr-11.3-for-displays",
                        "makes a command of SR 11.3 for any device",
                        "SR-02",
                        under(it -> it.waiving(RequestFault.NOT_FOR_DEVICE))),
                fault(
                                "asks-no-hub-for-a-model",
                                "does not send SR 11.5 to the hub",
                                "SMI-03 SR-10",
                                rewrites((effect, event, before, now) -> effect instanceof DccEffect.Send
                                                && event
                                                        instanceof
                                                        DccEvent.Requested(var user, ServiceRequest.ReadDeviceModel it)
                                        ? List.of()
                                        : List.of(effect)))
                        .underBaseline("2019"),
                fault(
                        "takes-no-load-switch-by-sr-11.1",
                        "takes load switches for devices that SR 11.1 is not for",
                        "HCA-01 SR-12",
                        rejects(
                                RejectionReason.WRONG_DEVICE_TYPE,
                                (device, user, request, state) ->
                                        request instanceof UpdateFirmware && device.type() == DeviceType.HCALCS)),
                fault(
                                "takes-no-load-switch-by-sr-11.4",
                                "takes load switches for devices that SR 11.4 is not for",
                                "DSP-04 SR-12",
                                rejects(
                                        RejectionReason.WRONG_DEVICE_TYPE,
                                        (device, user, request, state) -> request instanceof UpdatePpmidFirmware
                                                && device.type() == DeviceType.HCALCS))
                        .under("hcalcs-route", "combined"));
    }

    private static boolean isGasSupplier(Eui64 user, InventoryDevice device, DccState state) {
        var meters = device.hub()
                .map(it -> state.books().meters().getOrElse(it, List.of()))
                .orElse(List.of());
        return meters.stream()
                .anyMatch(it -> it.type() == DeviceType.GSME && it.supplier().equals(user));
    }

    /** Whether another PPMID of its home has a lower identifier. */
    private static boolean hasElder(InventoryDevice device, DccState state) {
        return state.books().inventory().values().stream()
                .anyMatch(it -> it.type() == DeviceType.PPMID
                        && it.hub().equals(device.hub())
                        && Long.compareUnsigned(it.id().value(), device.id().value()) < 0);
    }

    private static DccState countedNow(DccState state, Instant now) {
        var traffic = state.traffic();
        for (var each : new HashMap<>(traffic.requests()).entrySet()) {
            traffic = traffic.withRequests(
                    each.getKey(), each.getValue().stream().map(it -> now).toList());
        }
        return state.with(traffic);
    }
}
