package io.hanproof.hub;

import io.hanproof.gbcs.AlertCode;
import io.hanproof.gbcs.CosemDateTime;
import io.hanproof.gbcs.DutyCycleAlert;
import io.hanproof.gbcs.GbcsMessage;
import io.hanproof.gbcs.GroupingHeader;
import io.hanproof.gbcs.HubFirmwareAlert;
import io.hanproof.gbcs.HubFirmwareAlert.ResponseCode;
import io.hanproof.gbcs.UseCase;
import io.hanproof.lab.WanMessage;
import io.hanproof.lab.WanMessage.ImageResponseCode;
import io.hanproof.lab.WanMessage.ReadAlert;
import io.hanproof.lab.WanMessage.TransferAlert;
import io.hanproof.octets.Decoded;
import io.hanproof.octets.Eui64;
import io.hanproof.octets.Octets;
import java.time.Instant;
import java.util.Arrays;
import java.util.Optional;

/** A hub's alert as GBCS says it (CCS08), and as the domain does. */
public final class AlertContent {
    private static final long INVOKE_ID = 0xFF_FFFF;

    private AlertContent() {}

    static HubFirmwareAlert of(WanMessage message, Instant now) {
        return switch (message) {
            case TransferAlert it -> of(it, now);
            case ReadAlert it -> of(it, now);
            case WanMessage.ContradictoryAlert it -> of(it, now);
            case WanMessage.FirmwareDelivery it -> throw new IllegalArgumentException("a delivery is no alert");
            case WanMessage.Gbcs it -> throw new IllegalArgumentException("an alert is told in words");
        };
    }

    private static HubFirmwareAlert of(TransferAlert alert, Instant now) {
        var code = alert.responseCode() == ImageResponseCode.FILE_TRANSFER_SUCCESS
                ? AlertCode.FIRMWARE_TRANSFERRED
                : AlertCode.FIRMWARE_TRANSFER_FAILED;
        return new HubFirmwareAlert(code, now, alert.device(), alert.fileVersion(), code(alert.responseCode()));
    }

    private static HubFirmwareAlert of(WanMessage.ContradictoryAlert alert, Instant now) {
        var code = Arrays.stream(AlertCode.values())
                .filter(it -> it.code() == alert.alertCode())
                .findFirst()
                .orElseThrow();
        return new HubFirmwareAlert(code, now, alert.device(), alert.version().orElse(0L), code(alert.responseCode()));
    }

    private static HubFirmwareAlert of(ReadAlert alert, Instant now) {
        return new HubFirmwareAlert(
                AlertCode.FIRMWARE_VERSION_READ,
                now,
                alert.device(),
                alert.firmwareVersion().orElse(0L),
                code(alert.responseCode()));
    }

    /**
     * What the sub-GHz duty cycle makes the hub do. Which code says what, and which use case carries it, is public for the
     * limited duty cycle only; the others are in the order of their numbers, action and recovery in turn.
     */
    static DutyCycleAlert of(HubEffect.DutyAlert turn, Eui64 hub, long counter, Instant now) {
        boolean worse = turn.now().compareTo(turn.before()) > 0;
        var subject = new DutyCycleAlert.Device(hub);
        return switch (worse ? turn.now() : turn.before()) {
            case NORMAL, LIMITED ->
                worse
                        ? duty(UseCase.DBCH06, AlertCode.LIMITED_DUTY_CYCLE, subject, counter, now)
                        : duty(UseCase.DBCH07, AlertCode.DUTY_CYCLE_8F21, subject, counter, now);
            case CRITICAL ->
                worse
                        ? duty(UseCase.DBCH08, AlertCode.DUTY_CYCLE_8F22, subject, counter, now)
                        : duty(UseCase.DBCH09, AlertCode.DUTY_CYCLE_8F23, subject, counter, now);
            // DBCH10 is the discarded message's
            case SUSPENDED ->
                duty(
                        UseCase.DBCH11,
                        worse ? AlertCode.DUTY_CYCLE_8F24 : AlertCode.DUTY_CYCLE_8F25,
                        subject,
                        counter,
                        now);
        };
    }

    /** A message that the duty cycle did not let the hub pass on. */
    static DutyCycleAlert of(GroupingHeader discarded, long counter, Instant now) {
        var message = new DutyCycleAlert.DiscardedMessage(
                discarded.originator(), discarded.recipient(), discarded.cra(), discarded.counter());
        return duty(UseCase.DBCH10, AlertCode.MESSAGE_DISCARDED, message, counter, now);
    }

    private static DutyCycleAlert duty(
            UseCase useCase, AlertCode code, DutyCycleAlert.Subject subject, long counter, Instant now) {
        return new DutyCycleAlert(useCase, code, (int) (counter & INVOKE_ID), CosemDateTime.of(now), subject);
    }

    /** What a hub's message says in the domain's words; nothing when it is no firmware alert of a hub's. */
    public static Optional<WanMessage> read(Octets gbcs) {
        return GbcsMessage.read(gbcs) instanceof Decoded.Value<GbcsMessage>(var message)
                        && message.content() instanceof HubFirmwareAlert alert
                ? Optional.of(read(alert))
                : Optional.empty();
    }

    private static WanMessage read(HubFirmwareAlert alert) {
        var code = switch (alert.responseCode()) {
            case FILE_TRANSFER_SUCCESS -> ImageResponseCode.FILE_TRANSFER_SUCCESS;
            case FIRMWARE_IMAGE_DISCARDED -> ImageResponseCode.IMAGE_DISCARDED;
            case HARDWARE_VERSION_MISMATCH -> ImageResponseCode.HARDWARE_VERSION_MISMATCH;
            case FILE_TRANSFER_FAILURE -> ImageResponseCode.FILE_TRANSFER_FAILURE;
            case FIRMWARE_READ_SUCCESS -> ImageResponseCode.FIRMWARE_READ_SUCCESS;
            case FIRMWARE_READ_FAILURE -> ImageResponseCode.FIRMWARE_READ_FAILURE;
        };
        boolean none = code == ImageResponseCode.FIRMWARE_READ_FAILURE && alert.firmwareVersion() == 0;
        Optional<Long> version = none ? Optional.empty() : Optional.of(alert.firmwareVersion());
        return WanMessage.alert(alert.alertCode().code(), alert.entity(), version, code);
    }

    private static ResponseCode code(ImageResponseCode code) {
        return switch (code) {
            case FILE_TRANSFER_SUCCESS -> ResponseCode.FILE_TRANSFER_SUCCESS;
            case IMAGE_DISCARDED -> ResponseCode.FIRMWARE_IMAGE_DISCARDED;
            case HARDWARE_VERSION_MISMATCH -> ResponseCode.HARDWARE_VERSION_MISMATCH;
            case FILE_TRANSFER_FAILURE -> ResponseCode.FILE_TRANSFER_FAILURE;
            case FIRMWARE_READ_SUCCESS -> ResponseCode.FIRMWARE_READ_SUCCESS;
            case FIRMWARE_READ_FAILURE -> ResponseCode.FIRMWARE_READ_FAILURE;
        };
    }
}
