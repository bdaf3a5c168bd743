package io.hanproof.device;

import io.hanproof.gbcs.ActivateFirmwareAlert;
import io.hanproof.gbcs.ActivateFirmwareResult;
import io.hanproof.gbcs.ActivateImageResponseCode;
import io.hanproof.gbcs.AlertCode;
import io.hanproof.gbcs.Content;
import io.hanproof.gbcs.CosemDateTime;
import io.hanproof.gbcs.Cra;
import io.hanproof.gbcs.FirmwareReceiptAlert;
import io.hanproof.gbcs.FirmwareVersion;
import io.hanproof.lab.Machine.Mutation;
import io.hanproof.lab.Machine.Step;
import io.hanproof.lab.Misbehaviour;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** Devices that say a thing and its contrary, or say it again: no sentence asks whether they do. */
final class SayingTwice {
    private static final Duration A_WHILE = Duration.ofSeconds(2);

    private SayingTwice() {}

    static List<Misbehaviour<DisplayState, DisplayEvent, DisplayEffect>> ofSwitches() {
        return List.of(
                Misbehaviour.of(
                        "confirms-receipt-and-denies-it",
                        "sends alert 0x8F1C after 0x8F72 for the same image",
                        "HCA-10",
                        adding(SayingTwice::contrary)),
                Misbehaviour.of(
                        "reports-an-order-for-later-both-ways",
                        "sends alert 0x8F67 after 0x8F66 for the same order",
                        "HCA-02",
                        adding(SayingTwice::notActioned)),
                Misbehaviour.of(
                        "answers-an-order-again",
                        "sends its response to an order a second time",
                        "HCA-02",
                        Mutations.after((step, event, before, now) -> Mutations.replacing(
                                step,
                                it -> it instanceof DisplayEffect.Tell tell
                                                && tell.content() instanceof ActivateFirmwareResult
                                                && tell.header().cra() == Cra.RESPONSE
                                        ? List.of(
                                                tell,
                                                later(new DisplayEffect.Tell(
                                                        tell.header().at(CosemDateTime.of(now.plus(A_WHILE))),
                                                        tell.content(),
                                                        tell.seal())))
                                        : List.of(it)))));
    }

    static List<Misbehaviour<DisplayState, DisplayEvent, DisplayEffect>> ofDisplays() {
        return List.of(Misbehaviour.of(
                        "answers-a-read-again",
                        "tells the DCC its firmware version a second time",
                        "RDB-07",
                        Mutations.effects(
                                it -> it instanceof DisplayEffect.Tell tell && tell.content() instanceof FirmwareVersion
                                        ? List.of(tell, later(tell))
                                        : List.of(it)))
                .underBaseline("2020"));
    }

    private static DisplayEffect later(DisplayEffect.Tell tell) {
        return new DisplayEffect.Later(A_WHILE, tell);
    }

    private static Optional<Content> contrary(Content content) {
        return content instanceof FirmwareReceiptAlert(var code, var form, var hash)
                        && code == AlertCode.FIRMWARE_VERIFIED
                ? Optional.of(new FirmwareReceiptAlert(AlertCode.FIRMWARE_VERIFICATION_FAILED, next(form), hash))
                : Optional.empty();
    }

    /** The number of a DLMS message is its header's. */
    private static FirmwareReceiptAlert.Form next(FirmwareReceiptAlert.Form form) {
        return switch (form) {
            case FirmwareReceiptAlert.DlmsForm(int invokeId, var time) ->
                new FirmwareReceiptAlert.DlmsForm(invokeId + 1, time);
            case FirmwareReceiptAlert.GbzForm it -> it;
        };
    }

    private static Optional<Content> notActioned(Content content) {
        return content instanceof ActivateFirmwareAlert alert
                        && alert.alertCode() == AlertCode.FUTURE_DATED_ACTIVATION_ACTIONED
                ? Optional.of(new ActivateFirmwareAlert(
                        AlertCode.FUTURE_DATED_ACTIVATION_NOT_ACTIONED,
                        alert.executionDateTime(),
                        alert.originatorCounter(),
                        new ActivateFirmwareResult(
                                ActivateImageResponseCode.ACTIVATION_FAILURE,
                                alert.result().firmwareVersion())))
                : Optional.empty();
    }

    /** Sends another alert right after one, with the next number. */
    private static Mutation<DisplayState, DisplayEvent, DisplayEffect> adding(
            Function<Content, Optional<Content>> another) {
        return Mutations.after((step, event, before, now) -> {
            var effects = new ArrayList<DisplayEffect>();
            var state = step.state();
            for (var effect : step.effects()) {
                effects.add(effect);
                if (effect instanceof DisplayEffect.Tell tell
                        && another.apply(tell.content()).isPresent()) {
                    long counter = tell.header().counter() + 1;
                    effects.add(new DisplayEffect.Tell(
                            tell.header().withCounter(counter),
                            another.apply(tell.content()).orElseThrow(),
                            tell.seal()));
                    var flash = state.flash();
                    state = state.with(
                            flash.withCorrespondence(flash.correspondence().withSent(counter)));
                }
            }
            return new Step<>(state, List.copyOf(effects));
        });
    }
}
