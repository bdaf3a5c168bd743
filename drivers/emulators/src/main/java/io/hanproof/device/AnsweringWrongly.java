package io.hanproof.device;

import static io.hanproof.device.DisplayMisbehaviours.breaking;

import io.hanproof.gbcs.ActivateFirmwareAccepted;
import io.hanproof.gbcs.ActivateFirmwareAlert;
import io.hanproof.gbcs.ActivateFirmwareResult;
import io.hanproof.gbcs.ActivateImageResponseCode;
import io.hanproof.gbcs.AlertCode;
import io.hanproof.gbcs.FirmwareReceiptAlert;
import io.hanproof.gbcs.FirmwareVersion;
import io.hanproof.gbcs.ReadResponseCode;
import io.hanproof.lab.Machine.Mutation;
import io.hanproof.lab.Misbehaviour;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.UnaryOperator;

/** Wrong things that a meter or a switch says in GBCS messages, or wrong ways to say them. */
final class AnsweringWrongly {
    private AnsweringWrongly() {}

    static List<Misbehaviour<DisplayState, DisplayEvent, DisplayEffect>> all() {
        return List.of(
                breaking(
                        Set.of("HCA-02", "HCA-10", "OPT-08"),
                        "does-not-answer-orders",
                        "follows its supplier's orders without a word",
                        telling(it -> it.content() instanceof ActivateFirmwareResult
                                        || it.content() instanceof ActivateFirmwareAccepted
                                ? Optional.empty()
                                : Optional.of(it))),
                breaking(
                        Set.of("HCA-02", "HCA-10"),
                        "calls-every-order-a-success",
                        "answers success when there was nothing to activate, or another image, or one that did not start",
                        results(ActivateImageResponseCode.SUCCESS)),
                breaking(
                        Set.of("HCA-02", "OPT-08"),
                        "answers-with-its-old-version",
                        "answers an order that it has followed with the version that it ran before",
                        saying(
                                ActivateFirmwareResult.class,
                                it -> new ActivateFirmwareResult(it.responseCode(), 0x10))),
                Misbehaviour.of(
                        "reports-orders-for-later-as-carried-out",
                        "sends the alert for an order that was carried out when it could not be",
                        "HCA-02",
                        saying(
                                ActivateFirmwareAlert.class,
                                it -> new ActivateFirmwareAlert(
                                        AlertCode.FUTURE_DATED_ACTIVATION_ACTIONED,
                                        it.executionDateTime(),
                                        it.originatorCounter(),
                                        new ActivateFirmwareResult(
                                                ActivateImageResponseCode.SUCCESS,
                                                it.result().firmwareVersion())))),
                Misbehaviour.of(
                        "mistakes-a-failure-for-another-image",
                        "says of an image that did not start at its time that it held another one",
                        "HCA-02",
                        saying(
                                ActivateFirmwareAlert.class,
                                it -> it.result().responseCode() == ActivateImageResponseCode.ACTIVATION_FAILURE
                                        ? new ActivateFirmwareAlert(
                                                it.alertCode(),
                                                it.executionDateTime(),
                                                it.originatorCounter(),
                                                new ActivateFirmwareResult(
                                                        ActivateImageResponseCode.HASH_MISMATCH,
                                                        it.result().firmwareVersion()))
                                        : it)),
                Misbehaviour.of(
                        "does-not-confirm-receipt",
                        "sends no alert when an image has come and is good",
                        "OPT-08",
                        telling(it -> isReceipt(it, AlertCode.FIRMWARE_VERIFIED) ? Optional.empty() : Optional.of(it))),
                Misbehaviour.of(
                        "keeps-a-bad-image-to-itself",
                        "sends no alert when an image does not verify",
                        "HCA-10",
                        telling(it -> isReceipt(it, AlertCode.FIRMWARE_VERIFICATION_FAILED)
                                ? Optional.empty()
                                : Optional.of(it))),
                breaking(
                        Set.of("HCA-10", "OPT-08"),
                        "calculates-another-hash",
                        "reports a hash of which one bit is wrong",
                        saying(
                                FirmwareReceiptAlert.class,
                                it -> new FirmwareReceiptAlert(
                                        it.alertCode(),
                                        it.form(),
                                        it.calculatedHash()
                                                .with(31, it.calculatedHash().u8(31) ^ 1)))),
                breaking(
                        Set.of("HCA-10", "OPT-08"),
                        "leaves-its-receipts-unsigned",
                        "sends its receipt alerts without a signature",
                        sealing(FirmwareReceiptAlert.class, Seal.NONE)),
                breaking(
                        Set.of("HCA-10", "OPT-08"),
                        "cuts-its-receipts-short",
                        "loses the last octet of its receipt alerts",
                        sealing(FirmwareReceiptAlert.class, Seal.CUT_SHORT)),
                Misbehaviour.of(
                        "signs-alerts-with-another-key",
                        "signs what it says of orders for later with a key that its certificate is not for",
                        "HCA-02",
                        sealing(ActivateFirmwareAlert.class, Seal.ANOTHERS_KEY)),
                Misbehaviour.of(
                        "alerts-in-its-suppliers-name",
                        "says what became of an order for later as if its supplier said it",
                        "HCA-02",
                        sealing(ActivateFirmwareAlert.class, Seal.SUPPLIERS_NAME)),
                Misbehaviour.of(
                        "counts-its-alerts-back",
                        "gives an alert a counter that it has used",
                        "HCA-02",
                        telling(it -> Optional.of(
                                it.content() instanceof ActivateFirmwareAlert
                                        ? new DisplayEffect.Tell(it.header().withCounter(1), it.content(), it.seal())
                                        : it))),
                breaking(
                        Set.of("HCA-02", "HCA-10", "OPT-08"),
                        "signs-answers-with-another-key",
                        "signs its answers to orders with a key that its certificate is not for",
                        sealing(ActivateFirmwareResult.class, Seal.ANOTHERS_KEY)),
                Misbehaviour.of(
                        "answers-reads-without-a-mac",
                        "tells its firmware version in a message that anybody could have made",
                        "RDB-07",
                        sealing(FirmwareVersion.class, Seal.NONE)),
                Misbehaviour.of(
                        "cannot-read-its-firmware",
                        "answers the DCC that it cannot read its firmware version",
                        "RDB-07",
                        DisplayScripts.cannotReadItsFirmware()),
                Misbehaviour.of(
                        "tells-the-version-that-waits",
                        "tells the DCC the version of the image that it holds",
                        "RDB-07",
                        Mutations.after((step, event, before, now) -> Mutations.replacing(
                                step,
                                effect -> List.of(
                                        effect instanceof DisplayEffect.Tell tell
                                                        && tell.content() instanceof FirmwareVersion
                                                        && before.flash().held().isPresent()
                                                ? tell.with(new FirmwareVersion(
                                                        before.flash()
                                                                .held()
                                                                .get()
                                                                .image()
                                                                .fileVersion(),
                                                        ReadResponseCode.READ_SUCCESS))
                                                : effect)))));
    }

    static boolean isReceipt(DisplayEffect.Tell tell, AlertCode code) {
        return tell.content() instanceof FirmwareReceiptAlert receipt && receipt.alertCode() == code;
    }

    /** Says something else, or nothing. */
    static Mutation<DisplayState, DisplayEvent, DisplayEffect> telling(
            Function<DisplayEffect.Tell, Optional<DisplayEffect>> other) {
        return Mutations.effects(it -> it instanceof DisplayEffect.Tell tell
                ? other.apply(tell).stream().toList()
                : List.of(it));
    }

    static <C extends io.hanproof.gbcs.Content> Mutation<DisplayState, DisplayEvent, DisplayEffect> saying(
            Class<C> kind, UnaryOperator<C> other) {
        return telling(
                it -> Optional.of(kind.isInstance(it.content()) ? it.with(other.apply(kind.cast(it.content()))) : it));
    }

    static Mutation<DisplayState, DisplayEvent, DisplayEffect> sealing(
            Class<? extends io.hanproof.gbcs.Content> kind, Seal seal) {
        return telling(it -> Optional.of(
                kind.isInstance(it.content()) ? new DisplayEffect.Tell(it.header(), it.content(), seal) : it));
    }

    private static Mutation<DisplayState, DisplayEvent, DisplayEffect> results(ActivateImageResponseCode code) {
        return saying(ActivateFirmwareResult.class, it -> new ActivateFirmwareResult(code, it.firmwareVersion()));
    }
}
