package io.hanproof.gbcs;

import io.hanproof.gbcs.DutyCycleAlert.DiscardedMessage;
import io.hanproof.gbcs.FirmwareReceiptAlert.DlmsForm;
import io.hanproof.gbcs.FirmwareReceiptAlert.GbzForm;
import io.hanproof.gbcs.GbcsFinding.Code;
import io.hanproof.gbcs.HubFirmwareAlert.ResponseCode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Fields of one message that cannot both be true, or not at all. */
final class Contradictions {
    private Contradictions() {}

    static List<GbcsFinding> of(GroupingHeader header, Content content) {
        var findings = new ArrayList<>(fields(header, content));
        Stream.concat(header.dateTime().stream(), time(content).stream())
                .filter(it -> !it.isPossible())
                .forEach(it -> findings.add(new GbcsFinding(Code.NO_DATE, "date-time %s is none".formatted(it))));
        return List.copyOf(findings);
    }

    private static Optional<CosemDateTime> time(Content content) {
        return switch (content) {
            case FirmwareReceiptAlert it
            when it.form() instanceof DlmsForm(var invokeId, var time) -> Optional.of(time);
            case DutyCycleAlert it -> Optional.of(it.time());
            case Content other -> Optional.empty();
        };
    }

    private static List<GbcsFinding> fields(GroupingHeader header, Content content) {
        long counter = header.counter();
        return switch (content) {
            case HubFirmwareAlert it -> list(codes(it));
            case ActivateFirmwareAlert it -> list(codes(it));
            case ActivateFirmware it -> list(sameCounter("originator counter", it.originatorCounter(), counter));
            case FirmwareVersion it -> list(version(it.responseCode(), it.firmwareVersion()));
            case DeviceModel it -> list(version(it.responseCode(), it.firmwareVersion()));
            case ReadElectricityFirmwareVersion it -> list(invokeId(it.invokeId(), counter));
            case ElectricityFirmwareVersion it -> both(invokeId(it.invokeId(), counter), access(it));
            case DutyCycleAlert it -> both(invokeId(it.invokeId(), counter), codes(it));
            case FirmwareReceiptAlert it ->
                list(
                        switch (it.form()) {
                            case DlmsForm form -> invokeId(form.invokeId(), counter);
                            case GbzForm form -> Optional.empty();
                        });
            case FirmwareActivationAlert it -> List.of();
            case ActivateFirmwareAccepted it -> List.of();
            case ActivateFirmwareResult it -> List.of();
            case ReadFirmwareVersion it -> List.of();
            case ReadGasFirmwareVersion it -> List.of();
            case GasFirmwareVersion it -> List.of();
            case ReadDeviceModel it -> List.of();
        };
    }

    private static List<GbcsFinding> list(Optional<GbcsFinding> finding) {
        return finding.stream().toList();
    }

    private static List<GbcsFinding> both(Optional<GbcsFinding> one, Optional<GbcsFinding> other) {
        return List.of(one, other).stream().flatMap(Optional::stream).toList();
    }

    private static Optional<GbcsFinding> codes(HubFirmwareAlert alert) {
        boolean read = alert.responseCode().compareTo(ResponseCode.FIRMWARE_READ_SUCCESS) >= 0;
        boolean agree = switch (alert.alertCode()) {
            case FIRMWARE_TRANSFERRED -> alert.responseCode() == ResponseCode.FILE_TRANSFER_SUCCESS;
            case FIRMWARE_TRANSFER_FAILED -> !read && alert.responseCode() != ResponseCode.FILE_TRANSFER_SUCCESS;
            case FIRMWARE_VERSION_READ -> read;
            default -> false;
        };
        if (agree && alert.responseCode() == ResponseCode.FIRMWARE_READ_FAILURE && alert.firmwareVersion() != 0) {
            return Optional.of(mismatch("firmware version %08X with %s"
                    .formatted(alert.firmwareVersion(), GbcsText.coded(alert.responseCode()))));
        }
        return unless(agree, alert.alertCode(), alert.responseCode());
    }

    private static Optional<GbcsFinding> codes(ActivateFirmwareAlert alert) {
        boolean actioned = alert.alertCode() == AlertCode.FUTURE_DATED_ACTIVATION_ACTIONED;
        var result = alert.result().responseCode();
        return unless(actioned == (result == ActivateImageResponseCode.SUCCESS), alert.alertCode(), result);
    }

    private static Optional<GbcsFinding> codes(DutyCycleAlert alert) {
        boolean discarded = alert.alertCode() == AlertCode.MESSAGE_DISCARDED;
        boolean agree = switch (alert.useCase()) {
            case DBCH06 -> alert.alertCode() == AlertCode.LIMITED_DUTY_CYCLE;
            case DBCH10 -> discarded;
            default -> !discarded && alert.alertCode() != AlertCode.LIMITED_DUTY_CYCLE;
        };
        if (agree && discarded != alert.subject() instanceof DiscardedMessage) {
            return Optional.of(
                    mismatch("alert code %s with the subject of another".formatted(GbcsText.coded(alert.alertCode()))));
        }
        return agree
                ? Optional.empty()
                : Optional.of(mismatch("alert code %s in %s"
                        .formatted(
                                GbcsText.coded(alert.alertCode()),
                                alert.useCase().title())));
    }

    private static Optional<GbcsFinding> unless(boolean agree, Coded code, Coded other) {
        return agree
                ? Optional.empty()
                : Optional.of(mismatch("alert code %s with %s".formatted(GbcsText.coded(code), GbcsText.coded(other))));
    }

    private static Optional<GbcsFinding> version(ReadResponseCode code, long firmwareVersion) {
        return code == ReadResponseCode.READ_FAILURE && firmwareVersion != 0
                ? Optional.of(mismatch("firmware version %08X with read failure".formatted(firmwareVersion)))
                : Optional.empty();
    }

    private static Optional<GbcsFinding> access(ElectricityFirmwareVersion response) {
        return response.firmwareVersion().isPresent() == (response.dataAccessResult() == 0)
                ? Optional.empty()
                : Optional.of(mismatch("data access result %d with %s firmware version"
                        .formatted(
                                response.dataAccessResult(),
                                response.firmwareVersion().isPresent() ? "a" : "no")));
    }

    private static Optional<GbcsFinding> invokeId(int invokeId, long counter) {
        return sameCounter("invoke id", invokeId, Dlms.invokeId(counter));
    }

    private static Optional<GbcsFinding> sameCounter(String field, long found, long counter) {
        return found == counter
                ? Optional.empty()
                : Optional.of(new GbcsFinding(
                        Code.COUNTER_MISMATCH,
                        "%s %s under a header with %s"
                                .formatted(field, Long.toUnsignedString(found), Long.toUnsignedString(counter))));
    }

    private static GbcsFinding mismatch(String message) {
        return new GbcsFinding(Code.CODE_MISMATCH, message);
    }
}
