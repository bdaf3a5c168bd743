package io.hanproof.device;

import io.hanproof.device.Correspondence.ActivationOrder;
import io.hanproof.gbcs.ActivateFirmwareAccepted;
import io.hanproof.gbcs.ActivateFirmwareAlert;
import io.hanproof.gbcs.ActivateFirmwareResult;
import io.hanproof.gbcs.ActivateImageResponseCode;
import io.hanproof.gbcs.AlertCode;
import io.hanproof.gbcs.CosemDateTime;
import io.hanproof.gbcs.Cra;
import io.hanproof.gbcs.FirmwareActivationAlert;
import io.hanproof.gbcs.FirmwareActivationAlert.ActivateImage;
import io.hanproof.gbcs.FirmwareReceiptAlert;
import io.hanproof.gbcs.FirmwareReceiptAlert.DlmsForm;
import io.hanproof.gbcs.FirmwareReceiptAlert.GbzForm;
import io.hanproof.gbcs.GroupingHeader;
import io.hanproof.gbcs.OtherInformation;
import io.hanproof.gbcs.UseCase;
import io.hanproof.octets.Eui64;
import io.hanproof.octets.Octets;
import io.hanproof.profile.Baseline;
import io.hanproof.profile.DeviceKind;
import io.hanproof.profile.Policies;
import io.hanproof.profile.Policy;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What a device says in GBCS messages. One without credentials says nothing. */
final class Reports {
    private final DisplayModel model;
    private final boolean tellsOfActivation;
    private final boolean tellsOfChange;

    Reports(DisplayModel model, Policies policies) {
        this.model = model;
        this.tellsOfActivation = model.kind() == DeviceKind.PPMID && model.baseline() == Baseline.BASELINE_2020;
        this.tellsOfChange = model.kind().isDisplay() && policies.is(Policy.REPORTING, "firmware-changed-alert");
    }

    /** What the device remembers afterwards, and what it sends. */
    record Said(Flash flash, List<DisplayEffect> effects) {
        static Said nothing(Flash flash) {
            return new Said(flash, List.of());
        }

        private Said and(Said more) {
            var both = new ArrayList<>(effects);
            both.addAll(more.effects());
            return new Said(more.flash(), List.copyOf(both));
        }
    }

    /** A meter or a switch has checked an image that came to it. */
    Said received(boolean sound, Octets hash, Flash flash, Instant now) {
        if (model.credentials().isEmpty() || model.kind().isDisplay()) {
            return Said.nothing(flash);
        }
        var code = sound ? AlertCode.FIRMWARE_VERIFIED : AlertCode.FIRMWARE_VERIFICATION_FAILED;
        long counter = flash.correspondence().sent() + 1;
        var form = model.kind() == DeviceKind.GSME ? new GbzForm(now) : DlmsForm.of(counter, now);
        return alert(supplier(), new FirmwareReceiptAlert(code, form, hash), flash);
    }

    /** The held image was started or stored, or could not be. */
    Said activated(Flash before, Instant now) {
        var after = before.activated();
        if (model.credentials().isEmpty() || before.held().isEmpty()) {
            return changed(after, now);
        }
        boolean success = before.isStartable();
        var order = before.correspondence().order();
        if (!model.kind().isDisplay() && order.isPresent()) {
            var code = success ? ActivateImageResponseCode.SUCCESS : ActivateImageResponseCode.ACTIVATION_FAILURE;
            return outcome(order.get(), code, after, now);
        }
        var told = tellsOfActivation ? activation(success, after, now) : Said.nothing(after);
        return told.and(changed(told.flash(), now));
    }

    /** Tells of a version that the DCC has not been told yet, where the device is one that does so. */
    Said changed(Flash flash, Instant now) {
        boolean told = flash.running() == flash.correspondence().reported();
        return tellsOfChange && !told && model.credentials().isPresent()
                ? activation(true, flash, now)
                : Said.nothing(flash);
    }

    private Said activation(boolean success, Flash flash, Instant now) {
        var outcome = success ? ActivateImage.ACTIVATION_SUCCESS : ActivateImage.ACTIVATION_FAILURE;
        var reported = flash.withCorrespondence(flash.correspondence().withReported(flash.running()));
        return alert(broker(), new FirmwareActivationAlert(now, flash.running(), outcome), reported);
    }

    /** What became of an order: the response to one for at once, an alert for one for later. */
    Said outcome(ActivationOrder order, ActivateImageResponseCode code, Flash flash, Instant now) {
        var done = flash.withCorrespondence(flash.correspondence().without(order));
        var result = new ActivateFirmwareResult(code, flash.running());
        if (order.at().isEmpty()) {
            return new Said(done, List.of(new DisplayEffect.Tell(response(order, now), result, Seal.PROPER)));
        }
        var actioned = code == ActivateImageResponseCode.SUCCESS
                ? AlertCode.FUTURE_DATED_ACTIVATION_ACTIONED
                : AlertCode.FUTURE_DATED_ACTIVATION_NOT_ACTIONED;
        var alert = new ActivateFirmwareAlert(actioned, order.at().get(), order.counter(), result);
        return alert(order.supplier(), alert, done);
    }

    DisplayEffect accepted(ActivationOrder order, Instant now) {
        return new DisplayEffect.Tell(response(order, now), new ActivateFirmwareAccepted(), Seal.PROPER);
    }

    /** Responses to critical commands carry the time. */
    private GroupingHeader response(ActivationOrder order, Instant now) {
        return new GroupingHeader(
                Cra.RESPONSE,
                order.counter(),
                model.address(),
                order.supplier(),
                Optional.of(CosemDateTime.of(now)),
                OtherInformation.of(UseCase.CS06));
    }

    private Said alert(Eui64 recipient, io.hanproof.gbcs.Content content, Flash flash) {
        long counter = flash.correspondence().sent() + 1;
        var header = new GroupingHeader(
                Cra.ALERT, counter, model.address(), recipient, OtherInformation.of(content.useCase()));
        return new Said(
                flash.withCorrespondence(flash.correspondence().withSent(counter)),
                List.of(new DisplayEffect.Tell(header, content, Seal.PROPER)));
    }

    private Eui64 supplier() {
        return model.credentials().orElseThrow().supplier();
    }

    private Eui64 broker() {
        return model.credentials().orElseThrow().broker();
    }
}
