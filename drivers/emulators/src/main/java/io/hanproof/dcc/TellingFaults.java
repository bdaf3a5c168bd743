package io.hanproof.dcc;

import static io.hanproof.dcc.DccChanges.rewrites;
import static io.hanproof.dcc.DccChanges.silent;
import static io.hanproof.dcc.DccChanges.under;
import static io.hanproof.dcc.DccMisbehaviours.fault;

import io.hanproof.dcc.DccRules.Reading;
import io.hanproof.duis.DccAlert;
import io.hanproof.duis.DccAlert.FirmwareRead;
import io.hanproof.duis.DccAlert.FirmwareTransfer;
import io.hanproof.duis.DccAlert.FirmwareUpgradeRequested;
import io.hanproof.duis.DccAlert.PpmidFirmwareUpgrade;
import io.hanproof.duis.DccAlert.UpdateRequested;
import io.hanproof.lab.Machine.Mutation;
import io.hanproof.lab.Misbehaviour;
import io.hanproof.octets.Eui64;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** DCCs that tell users what is wrong, or nothing. */
final class TellingFaults {
    private static final Instant YEAR_2000 = Instant.parse("2000-01-01T00:00:00Z");
    private static final Duration MEMORY = Duration.ofDays(90);

    private TellingFaults() {}

    static List<Misbehaviour<DccState, DccEvent, DccEffect>> all() {
        var all = new ArrayList<Misbehaviour<DccState, DccEvent, DccEffect>>();
        all.addAll(ofRequests());
        all.addAll(ofOutcomes());
        return all;
    }

    private static List<Misbehaviour<DccState, DccEvent, DccEffect>> ofRequests() {
        return List.of(
                fault(
                                "tells-of-the-year-2000",
                                "takes an activation date-time of zero for the beginning of 2000",
                                "NOT-02 NOT-08 SR-04",
                                alerts(it -> it instanceof UpdateRequested(var hash, var devices, var activation)
                                                && activation.isEmpty()
                                        ? new UpdateRequested(hash, devices, Optional.of(YEAR_2000))
                                        : it))
                        .underBaseline("2019"),
                fault(
                                "tells-of-the-first-device-only",
                                "names one device in the first alert",
                                "NOT-01",
                                alerts(it -> it instanceof UpdateRequested(var hash, var devices, var activation)
                                        ? new UpdateRequested(hash, devices.subList(0, 1), activation)
                                        : it))
                        .underBaseline("2019"),
                fault(
                        "tells-the-sender-nothing",
                        "leaves the sender out of the first alert",
                        "NOT-02 SR-04",
                        under(it -> it.with(Reading.OTHERS_ONLY, true))),
                fault(
                                "tells-the-sender-too",
                                "does not leave the sender out of the first alert",
                                "NOT-02",
                                under(it -> it.with(Reading.OTHERS_ONLY, false)))
                        .under("first-alert-to", "others"),
                fault(
                        "tells-the-sender-only",
                        "sends the first alert to nobody but the sender",
                        "FRG-05 NOT-01 NOT-02 NOT-08 SR-04",
                        rewrites((effect, event, before, now) -> isFirst(effect)
                                        && event instanceof DccEvent.Requested(var sender, var request)
                                        && effect instanceof DccEffect.Tell(var user, var message)
                                        && !user.equals(sender)
                                ? List.of()
                                : List.of(effect))));
    }

    private static List<Misbehaviour<DccState, DccEvent, DccEffect>> ofOutcomes() {
        return List.of(
                withholding(
                        "keeps-successful-transfers-to-itself",
                        "fileTransferSuccess",
                        "DIS-15 DSP-08 DSP-09 HCA-11 NOT-03 SMI-01 SR-07"),
                withholding("keeps-hardware-mismatches-to-itself", "hardwareVersionMismatch", "NOT-03"),
                withholding("keeps-failed-transfers-to-itself", "fileTransferFailure", "DUA-04 NOT-05 NOT-09"),
                withholding("keeps-discarded-images-to-itself", "imageDiscarded", "DUA-04 NOT-09")
                        .underBaseline("2020"),
                fault(
                        "tells-of-one-transfer-an-image",
                        "sends the second alert for the first device of an image only",
                        "DIS-15",
                        rewrites((effect, event, before, now) ->
                                effect instanceof DccEffect.Tell(var user, FirmwareTransfer it)
                                                && isSecondOfItsUpdate(it, before)
                                        ? List.of()
                                        : List.of(effect))),
                fault(
                        "keeps-activations-to-itself",
                        "sends no third alert that shows the firmware",
                        "DSP-11 DUA-01 FRG-01 FRG-07 FRG-13 FRG-14 FRG-15 LOC-03 NOT-04 NOT-06 NOT-08 NOT-10 SCO-11 SMI-01"
                                + " SMI-02 SR-01 SR-04",
                        silent(it -> it instanceof PpmidFirmwareUpgrade
                                || (it instanceof FirmwareRead(var device, var version) && version.isPresent()))),
                fault(
                                "denies-activations",
                                "says of each activation that it has failed",
                                "DSP-11 DUA-01 FRG-01 FRG-13 FRG-14 FRG-15 LOC-03 NOT-06 NOT-08 SMI-01 SMI-02 SR-01",
                                alerts(it -> it instanceof PpmidFirmwareUpgrade(var device, var version, var activated)
                                        ? new PpmidFirmwareUpgrade(device, version, false)
                                        : it))
                        .underBaseline("2020"),
                fault(
                                "keeps-failed-reads-to-itself",
                                "sends no third alert when the firmware could not be read",
                                "NOT-04",
                                silent(it -> it instanceof FirmwareRead(var device, var version) && version.isEmpty()))
                        .underBaseline("2019"),
                fault(
                                "tells-of-changes-only",
                                "sends no third alert when the firmware is the one in the inventory",
                                "FRG-07 FRG-13 NOT-08 NOT-10 SMI-02",
                                rewrites((effect, event, before, now) -> effect
                                                        instanceof
                                                        DccEffect.Tell(var user, FirmwareRead(var device, var version))
                                                && before.books()
                                                        .inventory()
                                                        .find(device)
                                                        .flatMap(InventoryDevice::firmwareVersion)
                                                        .equals(version)
                                        ? List.of()
                                        : List.of(effect)))
                        .underBaseline("2019"),
                fault(
                        "forgets-after-90-days",
                        "forgets whom to tell of an update after 90 days",
                        "NOT-08",
                        rewrites((effect, event, before, now) -> effect instanceof DccEffect.Tell(var user, DccAlert it)
                                        && event instanceof DccEvent.Heard
                                        && lastSent(it, before)
                                                .filter(sent ->
                                                        sent.plus(MEMORY).isBefore(now))
                                                .isPresent()
                                ? List.of()
                                : List.of(effect))),
                fault(
                        "keeps-lost-images-to-itself",
                        "does not say that an image did not reach a hub",
                        "NOT-05",
                        silent(DccAlert.FirmwareDistributionFailure.class::isInstance)),
                fault(
                        "keeps-the-csps-word-to-itself",
                        "does not say for which devices the CSP takes no image",
                        "DIS-10 NOT-07",
                        silent(DccAlert.DevicesRejected.class::isInstance)));
    }

    private static Misbehaviour<DccState, DccEvent, DccEffect> withholding(String name, String code, String breaks) {
        return fault(
                name,
                "does not forward the second alert that says " + code,
                breaks,
                silent(it -> it instanceof FirmwareTransfer transfer
                        && transfer.responseCode().equals(code)));
    }

    private static Mutation<DccState, DccEvent, DccEffect> alerts(UnaryOperator<DccAlert> change) {
        return rewrites((effect, event, before, now) -> effect instanceof DccEffect.Tell(var user, DccAlert alert)
                ? List.of(new DccEffect.Tell(user, change.apply(alert)))
                : List.of(effect));
    }

    private static boolean isFirst(DccEffect effect) {
        return effect instanceof DccEffect.Tell(var user, var message)
                && (message instanceof UpdateRequested || message instanceof FirmwareUpgradeRequested);
    }

    private static boolean isSecondOfItsUpdate(FirmwareTransfer alert, DccState state) {
        return state.audit().reversed().stream()
                .filter(it -> it.devices().contains(alert.device()))
                .findFirst()
                .filter(it -> it.devices().stream()
                        .filter(other -> !other.equals(alert.device()))
                        .anyMatch(other -> state.traffic().recorded().getOrElse(other, List.of()).stream()
                                .anyMatch(Recorded::transferred)))
                .isPresent();
    }

    private static Optional<Instant> lastSent(DccAlert alert, DccState state) {
        var device = switch (alert) {
            case FirmwareTransfer it -> Optional.of(it.device());
            case FirmwareRead it -> Optional.of(it.device());
            case PpmidFirmwareUpgrade it -> Optional.of(it.device());
            default -> Optional.<Eui64>empty();
        };
        return device.flatMap(id -> state.audit().reversed().stream()
                .filter(it -> it.devices().contains(id))
                .findFirst()
                .map(Update::received));
    }
}
