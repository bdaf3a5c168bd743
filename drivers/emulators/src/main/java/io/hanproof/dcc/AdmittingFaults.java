package io.hanproof.dcc;

import static io.hanproof.dcc.DccChanges.answers;
import static io.hanproof.dcc.DccChanges.hears;
import static io.hanproof.dcc.DccChanges.keeps;
import static io.hanproof.dcc.DccChanges.refuses;
import static io.hanproof.dcc.DccChanges.rejects;
import static io.hanproof.dcc.DccChanges.rewrites;
import static io.hanproof.dcc.DccChanges.under;
import static io.hanproof.dcc.DccMisbehaviours.fault;

import io.hanproof.dcc.Books.Kind;
import io.hanproof.dcc.DccRules.Reading;
import io.hanproof.duis.RejectionReason;
import io.hanproof.duis.RequestFault;
import io.hanproof.duis.ServiceRequest;
import io.hanproof.duis.ServiceRequest.Distribution;
import io.hanproof.duis.ServiceRequest.UpdateFirmware;
import io.hanproof.duis.ServiceRequest.UpdatePpmidFirmware;
import io.hanproof.duis.ServiceResponse.Accepted;
import io.hanproof.duis.ServiceResponse.Refused;
import io.hanproof.image.ActivationDateTime;
import io.hanproof.image.Form;
import io.hanproof.image.ImageFile;
import io.hanproof.image.OtaImage;
import io.hanproof.lab.Misbehaviour;
import io.hanproof.octets.Eui64;
import io.hanproof.octets.Octets;
import io.hanproof.zcl.ota.HardwareVersion;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Optional;

/** DCCs that take what they should not, or refuse what they should take. */
final class AdmittingFaults {
    private static final Duration SECOND = Duration.ofSeconds(1);

    private AdmittingFaults() {}

    static List<Misbehaviour<DccState, DccEvent, DccEffect>> all() {
        var all = new ArrayList<Misbehaviour<DccState, DccEvent, DccEffect>>();
        all.addAll(ofImages());
        all.addAll(ofRequests());
        all.addAll(ofDevices());
        return all;
    }

    private static List<Misbehaviour<DccState, DccEvent, DccEffect>> ofImages() {
        return List.of(
                fault(
                        "looks-for-no-hash-on-the-list",
                        "goes on with an image whose hash is on no entry",
                        "CPL-15 DSP-01 DSP-02 DSP-03",
                        under(it -> it.waiving(RequestFault.HASH_NOT_LISTED))),
                fault(
                        "takes-an-octet-too-many",
                        "takes an image that is one octet too large",
                        "DSP-01",
                        under(it ->
                                it.with(it.limits().withLargestImage(it.limits().largestImage() + 1)))),
                fault(
                        "takes-an-octet-too-few",
                        "refuses the largest image that it should take",
                        "DSP-01",
                        under(it ->
                                it.with(it.limits().withLargestImage(it.limits().largestImage() - 1)))),
                fault(
                                "draws-the-inclusive-line-too-far",
                                "takes an image of more than 750 000 octets",
                                "DSP-01",
                                under(it -> it.with(
                                        it.limits().withLargestImage(it.limits().largestImage() + 1))))
                        .under("image-limit", "750000-inclusive"),
                fault(
                                "draws-the-inclusive-line-too-near",
                                "refuses an image of exactly 750 000 octets",
                                "DSP-01",
                                under(it -> it.with(
                                        it.limits().withLargestImage(it.limits().largestImage() - 1))))
                        .under("image-limit", "750000-inclusive"),
                fault(
                                "draws-the-line-of-1024-too-far",
                                "takes an image of 768 000 octets",
                                "DSP-01",
                                under(it -> it.with(
                                        it.limits().withLargestImage(it.limits().largestImage() + 1))))
                        .under("image-limit", "768000"),
                fault(
                                "draws-the-line-of-1024-too-near",
                                "takes KB for 1000 octets",
                                "DSP-01",
                                under(it -> it.with(it.limits().withLargestImage(749_999))))
                        .under("image-limit", "768000"),
                fault(
                                "draws-a-line-where-there-is-none",
                                "refuses an image of more than 750 000 octets",
                                "DSP-01",
                                under(it -> it.with(it.limits().withLargestImage(750_000))))
                        .under("image-limit", "none"),
                fault(
                        "hashes-the-activation-date-time",
                        "calculates the hash over the Manufacturer Image and what follows it",
                        "DSP-02 FRG-05 NOT-01 SR-01 SR-03 SR-05",
                        refuses(RequestFault.HASH_NOT_LISTED, (request, user) -> isFutureDated(request))),
                fault(
                        "takes-what-is-no-image",
                        "says that it has accepted what it cannot read",
                        "SR-03",
                        answers(it ->
                                it.equals(new Refused(RequestFault.IMAGE_MALFORMED)) ? new Accepted(List.of()) : it)),
                fault(
                        "believes-the-version-of-the-request",
                        "does not compare the version of the request with that of the image",
                        "SR-03",
                        under(it -> it.waiving(RequestFault.VERSION_DIFFERS))),
                fault(
                                "takes-a-date-for-a-fault",
                                "refuses an image with an activation date-time behind it",
                                "DSP-02 FRG-05 NOT-01 SR-01 SR-03 SR-05",
                                refuses(RequestFault.IMAGE_MALFORMED, (request, user) -> isFutureDated(request)))
                        .underBaseline("2019"),
                fault(
                                "takes-30-days-and-a-second",
                                "takes an activation date-time that is a second too late",
                                "SR-05",
                                under(it -> it.with(it.limits()
                                        .withFurthestActivation(
                                                it.limits().furthestActivation().plus(SECOND)))))
                        .underBaseline("2019"),
                fault(
                                "takes-less-than-30-days",
                                "refuses an activation date-time 30 days ahead",
                                "SR-05",
                                under(it -> it.with(it.limits()
                                        .withFurthestActivation(
                                                it.limits().furthestActivation().minus(SECOND)))))
                        .underBaseline("2019"));
    }

    private static List<Misbehaviour<DccState, DccEvent, DccEffect>> ofRequests() {
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
                        "counts requests that are more than a day old",
                        "DSP-17",
                        honest -> (event, state, now) -> honest.on(event, countedNow(state, now), now)),
                fault(
                        "takes-requests-from-anybody",
                        "does not look at a user's role",
                        "SR-11",
                        under(it -> it.waiving(RequestFault.USER_NOT_ELIGIBLE))),
                fault(
                                "goes-on-with-sr-11.5",
                                "takes SR 11.5, which the approved solution does not have",
                                "SR-10",
                                under(it -> it.waiving(RequestFault.NOT_IN_BASELINE)))
                        .underBaseline("2020"),
                fault(
                        "takes-sr-11.4-of-electricity-suppliers-only",
                        "takes SR 11.4 from no Gas Supplier",
                        "DIS-02 DIS-04 DSP-03 DSP-16 DUA-01 DUA-04 NOT-02 NOT-08 SCO-01 SR-11",
                        rejects(
                                RejectionReason.NOT_RESPONSIBLE,
                                (device, user, request, state) ->
                                        request instanceof UpdatePpmidFirmware && isGasSupplier(user, device, state))),
                fault(
                        "updates-one-display-of-a-home",
                        "takes the second PPMID of a home for a copy of the first",
                        "DIS-02 DIS-04 DSP-10 DSP-11 NOT-01 SR-06 SR-11",
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
                        "HCA-01 HCA-11 SR-12",
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

    private static List<Misbehaviour<DccState, DccEvent, DccEffect>> ofDevices() {
        return List.of(
                waiving("takes-devices-of-any-type", RejectionReason.WRONG_DEVICE_TYPE, "DSP-04 SCO-02"),
                waiving("takes-ihds-after-all", RejectionReason.WRONG_DEVICE_TYPE, "DSP-04 SCO-01 SCO-02")
                        .underBaseline("2020"),
                waiving("compares-no-models", RejectionReason.MODEL_NOT_LISTED, "DSP-05"),
                waiving("updates-what-is-not-commissioned", RejectionReason.NOT_COMMISSIONED, "DSP-10"),
                waiving("updates-devices-of-any-gbcs-version", RejectionReason.NOT_UPGRADEABLE, "DSP-13"),
                waiving("looks-for-no-hub", RejectionReason.NO_HUB, "DSP-06"),
                waiving("sends-to-any-hub", RejectionReason.HUB_NOT_CAPABLE, "DSP-14"),
                waiving("lets-any-supplier-update-any-device", RejectionReason.NOT_RESPONSIBLE, "DSP-07 HCA-11"),
                fault(
                        "lists-the-first-failed-device-only",
                        "answers with one of the devices that have failed",
                        "DSP-10",
                        answers(it -> it instanceof Accepted(var rejected) && rejected.size() > 1
                                ? new Accepted(rejected.subList(0, 1))
                                : it)),
                fault(
                        "stops-for-one-failed-device",
                        "delivers nothing when one of the devices has failed",
                        "DIS-09 DSP-10 DSP-11",
                        honest -> (event, state, now) -> {
                            var step = honest.on(event, state, now);
                            boolean failed = step.effects().stream().anyMatch(AdmittingFaults::tellsOfFailure);
                            return failed
                                    ? new io.hanproof.lab.Machine.Step<>(
                                            state,
                                            step.effects().stream()
                                                    .filter(AdmittingFaults::tellsOfFailure)
                                                    .toList())
                                    : step;
                        }),
                fault(
                        "compares-the-header-with-the-device",
                        "rejects devices whose hardware the OTA header does not admit",
                        "DSP-12",
                        rejects(
                                RejectionReason.MODEL_NOT_LISTED,
                                (device, user, request, state) -> image(request)
                                        .flatMap(it -> it.header().hardware())
                                        .filter(it -> !it.admits(HardwareVersion.of(device.hardwareVersion())))
                                        .isPresent())),
                fault(
                                "knows-no-ihd-on-the-list",
                                "takes no entry of the CPL for an IHD's",
                                "CPL-07 CPL-13 DSP-13 SCO-01",
                                rejects(
                                        RejectionReason.MODEL_NOT_LISTED,
                                        (device, user, request, state) -> device.type() == DeviceType.IHD))
                        .underBaseline("2019"),
                fault(
                        "throws-out-an-entry-that-comes-twice",
                        "takes a hash on two entries of one product for a mistake",
                        "CPL-08",
                        hears((event, state) -> event instanceof DccEvent.CplChanged(var cpl)
                                ? new DccEvent.CplChanged(CplFaults.withoutTwins(cpl))
                                : event)),
                fault(
                        "wants-the-part-before",
                        "takes the last part's entry for void without the first's",
                        "CPL-10",
                        hears((event, state) -> event instanceof DccEvent.CplChanged(var cpl)
                                ? new DccEvent.CplChanged(CplFaults.withoutFollowers(
                                        cpl, state.books().cpl()))
                                : event)),
                fault(
                        "wants-the-part-after",
                        "takes the first part's entry for void without the last's",
                        "CPL-10",
                        hears((event, state) -> event instanceof DccEvent.CplChanged(var cpl)
                                ? new DccEvent.CplChanged(CplFaults.withoutForerunners(
                                        cpl, state.books().cpl()))
                                : event)),
                fault(
                        "looks-at-one-entry-only",
                        "takes the first entry with a hash for the only one",
                        "CPL-11",
                        under(it -> it.with(Reading.ONE_ENTRY, true))),
                fault(
                                "looks-at-all-entries",
                                "takes every entry with a hash",
                                "CPL-11",
                                under(it -> it.with(Reading.ONE_ENTRY, false)))
                        .under("cpl-versions", "one"),
                fault(
                        "sends-removed-firmware",
                        "does not see that an entry of the CPL has been removed",
                        "CPL-12 CPL-13",
                        hears((event, state) -> event instanceof DccEvent.CplChanged(var cpl)
                                ? new DccEvent.CplChanged(CplFaults.withNothingRemoved(cpl))
                                : event)),
                fault(
                                "suspends-ihds",
                                "suspends IHDs whose firmware is removed",
                                "CPL-13",
                                under(it -> it.with(Reading.SUSPENDS_IHDS, true)))
                        .underBaseline("2019"),
                fault(
                                "suspends-no-ihds",
                                "leaves IHDs whose firmware is removed as they are",
                                "CPL-13",
                                under(it -> it.with(Reading.SUSPENDS_IHDS, false)))
                        .under("ihd-removal", "suspend"));
    }

    private static Misbehaviour<DccState, DccEvent, DccEffect> waiving(
            String name, RejectionReason reason, String breaks) {
        return fault(name, "does not check whether " + reason.text(), breaks, under(it -> it.waiving(reason)));
    }

    private static boolean tellsOfFailure(DccEffect effect) {
        return effect
                        instanceof
                        DccEffect.Tell(var user, io.hanproof.duis.ServiceResponse(var to, Accepted(var rejected)))
                && !rejected.isEmpty();
    }

    static boolean isFutureDated(ServiceRequest request) {
        return request instanceof Distribution it
                && image(it)
                        .flatMap(OtaImage::activation)
                        .flatMap(ActivationDateTime::instant)
                        .isPresent();
    }

    private static Optional<OtaImage> image(Distribution request) {
        try {
            var octets = Octets.copyOf(Base64.getDecoder().decode(request.firmwareImage()));
            return ImageFile.inspect(octets, Form.GB).image();
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
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
