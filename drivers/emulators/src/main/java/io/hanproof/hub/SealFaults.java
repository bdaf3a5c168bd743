package io.hanproof.hub;

import static io.hanproof.hub.HubChanges.books;
import static io.hanproof.hub.HubChanges.rewrites;
import static io.hanproof.hub.HubMisbehaviours.fault;

import io.hanproof.gbcs.DeviceModel;
import io.hanproof.gbcs.GbcsFinding;
import io.hanproof.lab.Machine.Mutation;
import io.hanproof.lab.Misbehaviour;
import io.hanproof.lab.WanMessage.ImageResponseCode;
import io.hanproof.lab.WanMessage.TransferAlert;
import java.util.List;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;

/** Hubs that sign, count or answer wrongly in GBCS. */
final class SealFaults {
    private static final String YEAR = "2019";

    private SealFaults() {}

    static List<Misbehaviour<HubState, HubEvent, HubEffect>> all() {
        return List.of(
                fault(
                        "signs-with-another-key",
                        "signs its alerts with a key that its certificate is not for",
                        "ALT-07",
                        seals(it -> true, Seal.OTHER_KEYS)),
                fault("leaves-alerts-unsigned", "does not sign its alerts", "ALT-07", seals(it -> true, Seal.NONE)),
                fault(
                        "signs-in-a-suppliers-name",
                        "sends its alerts in the name of a supplier, with the supplier's signature",
                        "ALT-07",
                        seals(it -> true, Seal.AS_A_SUPPLIER)),
                fault(
                        "sets-its-counter-back",
                        "gives every alert the number of one before it",
                        "ALT-07",
                        seals(it -> true, Seal.OLD_COUNTER)),
                fault(
                        "cuts-its-alerts-short",
                        "sends the alert of a hardware mismatch without its last octet",
                        "ALT-07 ALT-03 HCA-05 HCA-09",
                        seals(SealFaults::isMismatch, Seal.CUT_SHORT)),
                fault(
                        "tells-of-the-duty-cycle-with-another-key",
                        "puts a MAC on its duty cycle alerts that is of no key it shares with the DCC",
                        "ALT-07",
                        sealsDutyAlerts(Seal.OTHER_KEYS)),
                fault(
                        "leaves-duty-cycle-alerts-unguarded",
                        "puts no MAC on its duty cycle alerts",
                        "ALT-07",
                        sealsDutyAlerts(Seal.NONE)),
                fault(
                                "answers-with-another-key",
                                "puts a MAC on its answers that is of no key it shares with the DCC",
                                "RDB-04 RDB-05",
                                responds(it -> new HubEffect.Respond(it.command(), it.answer(), Seal.OTHER_KEYS)))
                        .underBaseline(YEAR),
                fault(
                                "makes-a-model-up",
                                "answers what a device is with the model of another one",
                                "RDB-04 RDB-05",
                                responds(it -> it.answer() instanceof DeviceModel model && model.firmwareVersion() != 0
                                        ? new HubEffect.Respond(it.command(), another(model))
                                        : it))
                        .underBaseline(YEAR),
                fault(
                                "takes-any-mac",
                                "does what a command says although its MAC is wrong",
                                "RDB-04",
                                overlooks(it -> it == GbcsFinding.Code.WRONG_MAC))
                        .underBaseline(YEAR),
                fault(
                                "answers-a-command-twice",
                                "does what a command says each time that it comes",
                                "RDB-04",
                                overlooks(it -> it == GbcsFinding.Code.COUNTER_NOT_HIGHER))
                        .underBaseline(YEAR),
                fault(
                                "waits-a-minute-for-a-model",
                                "answers the DCC a minute after a device did not answer",
                                "RDB-05",
                                books(HubTimer.ModelTimeout.class, it -> it.plusSeconds(30)))
                        .underBaseline(YEAR),
                fault(
                                "waits-ten-seconds-for-a-model",
                                "answers the DCC with error values after ten seconds",
                                "RDB-05",
                                books(HubTimer.ModelTimeout.class, it -> it.minusSeconds(20)))
                        .underBaseline(YEAR));
    }

    private static boolean isMismatch(HubEffect.Alert alert) {
        return alert.message() instanceof TransferAlert transfer
                && transfer.responseCode() == ImageResponseCode.HARDWARE_VERSION_MISMATCH;
    }

    private static DeviceModel another(DeviceModel model) {
        return new DeviceModel(
                model.device(),
                model.manufacturerCode() ^ 1,
                model.imageType(),
                model.hardwareVersion(),
                model.firmwareVersion(),
                model.responseCode());
    }

    private static Mutation<HubState, HubEvent, HubEffect> seals(Predicate<HubEffect.Alert> which, Seal seal) {
        return rewrites((effect, event, state, now) -> List.of(
                effect instanceof HubEffect.Alert alert && which.test(alert)
                        ? new HubEffect.Alert(alert.message(), seal)
                        : effect));
    }

    private static Mutation<HubState, HubEvent, HubEffect> sealsDutyAlerts(Seal seal) {
        return rewrites((effect, event, state, now) -> List.of(
                effect instanceof HubEffect.DutyAlert alert
                        ? new HubEffect.DutyAlert(alert.before(), alert.now(), seal)
                        : effect));
    }

    private static Mutation<HubState, HubEvent, HubEffect> responds(UnaryOperator<HubEffect.Respond> other) {
        return rewrites((effect, event, state, now) ->
                List.of(effect instanceof HubEffect.Respond respond ? other.apply(respond) : effect));
    }

    /** Overlooks those findings in a command. */
    private static Mutation<HubState, HubEvent, HubEffect> overlooks(Predicate<GbcsFinding.Code> which) {
        return HubChanges.hears(event -> event instanceof HubEvent.Commanded command
                ? new HubEvent.Commanded(
                        command.header(),
                        command.content(),
                        command.findings().stream()
                                .filter(it -> !which.test(it.code()))
                                .toList())
                : event);
    }
}
