package io.hanproof.dcc;

import static io.hanproof.dcc.DccChanges.answers;
import static io.hanproof.dcc.DccChanges.hears;
import static io.hanproof.dcc.DccChanges.reads;
import static io.hanproof.dcc.DccChanges.rejects;
import static io.hanproof.dcc.DccChanges.under;
import static io.hanproof.dcc.DccMisbehaviours.fault;

import io.hanproof.dcc.DccRules.Reading;
import io.hanproof.duis.RejectionReason;
import io.hanproof.duis.RequestFault;
import io.hanproof.duis.ServiceResponse;
import io.hanproof.duis.ServiceResponse.Accepted;
import io.hanproof.duis.ServiceResponse.Rejected;
import io.hanproof.lab.Machine.Step;
import io.hanproof.lab.Misbehaviour;
import io.hanproof.zcl.ota.HardwareVersion;
import java.util.List;

/** DCCs that let devices through that they should reject, or reject what they should let through. */
final class DeviceFaults {
    private DeviceFaults() {}

    static List<Misbehaviour<DccState, DccEvent, DccEffect>> all() {
        return List.of(
                waiving("takes-devices-of-any-type", RejectionReason.WRONG_DEVICE_TYPE, "DSP-04 DSP-10 SCO-02 SR-09"),
                waiving("takes-ihds-after-all", RejectionReason.WRONG_DEVICE_TYPE, "DSP-04 DSP-10 SCO-01 SCO-02 SR-09")
                        .underBaseline("2020"),
                waiving("compares-no-models", RejectionReason.MODEL_NOT_LISTED, "DSP-05"),
                waiving("updates-devices-of-any-gbcs-version", RejectionReason.NOT_UPGRADEABLE, "DSP-13 SMI-08"),
                waiving("looks-for-no-hub", RejectionReason.NO_HUB, "DSP-06"),
                waiving("sends-to-any-hub", RejectionReason.HUB_NOT_CAPABLE, "DSP-14"),
                waiving("lets-any-supplier-update-any-device", RejectionReason.NOT_RESPONSIBLE, "DSP-07"),
                fault(
                        "compares-no-manufacturers",
                        "takes a device for one of the manufacturer that it was first recorded with",
                        "DSP-05",
                        hears((event, state) -> event instanceof DccEvent.InventoryChanged(var device)
                                ? new DccEvent.InventoryChanged(withManufacturerBefore(device, state))
                                : event)),
                fault(
                        "gives-one-reason-for-all",
                        "gives the reason of the first failed device for all others, too",
                        "DSP-10",
                        answers(it -> it instanceof Accepted(var rejected)
                                ? new Accepted(rejected.stream()
                                        .map(one -> new Rejected(
                                                one.device(),
                                                rejected.getFirst().reason()))
                                        .toList())
                                : it)),
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
                        "DIS-09 DSP-10 DSP-11 SR-06",
                        honest -> (event, state, now) -> {
                            var step = honest.on(event, state, now);
                            boolean failed = step.effects().stream().anyMatch(DeviceFaults::tellsOfFailure);
                            return failed
                                    ? new Step<>(
                                            state,
                                            step.effects().stream()
                                                    .filter(DeviceFaults::tellsOfFailure)
                                                    .toList())
                                    : step;
                        }),
                fault(
                        "compares-the-header-with-the-device",
                        "rejects devices whose hardware the OTA header does not admit",
                        "DSP-12",
                        rejects(
                                RejectionReason.MODEL_NOT_LISTED,
                                (device, user, request, state) -> ImageFaults.image(request)
                                        .flatMap(it -> it.header().hardware())
                                        .filter(it -> !it.admits(HardwareVersion.of(device.hardwareVersion())))
                                        .isPresent())),
                fault(
                                "knows-no-ihd-on-the-list",
                                "takes no entry of the CPL for an IHD's",
                                "CPL-07 DSP-13 SCO-01 SMI-08",
                                rejects(
                                        RejectionReason.MODEL_NOT_LISTED,
                                        (device, user, request, state) -> device.type() == DeviceType.IHD))
                        .underBaseline("2019"),
                fault(
                        "throws-out-an-entry-that-comes-twice",
                        "takes a hash on two entries of one product for a mistake",
                        "CPL-11",
                        reads((cpl, before) -> CplFaults.withoutTwins(cpl))),
                fault(
                        "expects-no-hash-of-a-ppmid",
                        "takes a PPMID's entry without its hash when a new list comes in",
                        "CPL-01 CPL-08 DSP-01 DSP-05 DSP-12",
                        reads((cpl, before) -> CplFaults.withoutNewHashes(cpl, before, DeviceType.PPMID))),
                fault(
                        "wants-the-part-before",
                        "takes the last part's entry for void without the first's",
                        "CPL-10 SMI-08",
                        reads(CplFaults::withoutFollowers)),
                fault(
                        "wants-the-part-after",
                        "takes the first part's entry for void without the last's",
                        "CPL-10",
                        reads(CplFaults::withoutForerunners)),
                fault(
                        "looks-at-one-entry-only",
                        "takes the first entry with a hash for the only one",
                        "CPL-11",
                        under(it -> it.with(Reading.ONE_ENTRY, true))),
                fault(
                        "sends-removed-firmware",
                        "does not see that an entry of the CPL has been removed",
                        "CPL-12 CPL-13",
                        reads((cpl, before) -> CplFaults.withNothingRemoved(cpl))),
                fault(
                                "prenotifies-removed-firmware",
                                "takes SR 12.2 for firmware whose entry has been removed",
                                "CPL-13",
                                under(it -> it.waiving(RequestFault.NOT_ON_CPL)))
                        .underBaseline("2019"),
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

    private static InventoryDevice withManufacturerBefore(InventoryDevice device, DccState state) {
        return state.books()
                .inventory()
                .find(device.id())
                .map(it -> device.withModel(it.manufacturerCode(), device.model()))
                .orElse(device);
    }

    private static boolean tellsOfFailure(DccEffect effect) {
        return effect instanceof DccEffect.Tell(var user, ServiceResponse(var to, Accepted(var rejected)))
                && !rejected.isEmpty();
    }
}
