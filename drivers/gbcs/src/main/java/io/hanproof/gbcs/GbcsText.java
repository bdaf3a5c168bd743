package io.hanproof.gbcs;

import io.hanproof.octets.Decoded;
import io.hanproof.octets.Octets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Messages in words, for evidence: one {@code field: value} a line. */
public final class GbcsText {
    private static final String NON_NORMATIVE = "non-normative: the 2019 text gives this message no octets";

    private final List<String> lines = new ArrayList<>();

    private GbcsText() {}

    /** Any octets: a message, a pre-command, or why they are neither. */
    public static List<String> of(Octets octets) {
        return switch (PreCommand.read(octets)) {
            case Decoded.Value<PreCommand>(var command) -> of(command);
            case Decoded.Malformed<PreCommand> none ->
                switch (GbcsMessage.read(octets)) {
                    case Decoded.Value<GbcsMessage>(var message) -> of(message);
                    case Decoded.Malformed<GbcsMessage> malformed -> List.of("malformed: " + malformed.message());
                };
        };
    }

    public static List<String> of(GbcsMessage message) {
        var text = new GbcsText();
        text.header(name(message.content()), message.header());
        text.content(message.content());
        text.add("signature", message.signature().map(Octets::hex).orElse("none"));
        text.add("MAC", message.mac().map(Octets::hex).orElse("none"));
        return List.copyOf(text.lines);
    }

    public static List<String> of(PreCommand command) {
        var text = new GbcsText();
        text.header("pre-command, " + name(command.content()), command.header());
        text.content(command.content());
        return List.copyOf(text.lines);
    }

    /** A message's kind, as {@code Firmware Transfer Alert} or {@code Activate Firmware response}. */
    static String name(Content content) {
        var title = content.useCase().title();
        return switch (content.cra()) {
            case COMMAND -> title + " command";
            case RESPONSE -> title + " response";
            case ALERT -> title;
        };
    }

    static String coded(Coded code) {
        return code.code() > 0xFF
                ? "0x%04X (%s)".formatted(code.code(), code.title())
                : "%d (%s)".formatted(code.code(), code.title());
    }

    private void header(String name, GroupingHeader header) {
        add("message", name);
        add(
                "message code",
                "0x%04X (%s)"
                        .formatted(
                                header.other().messageCode(),
                                UseCase.of(header.other().messageCode())
                                        .map(UseCase::name)
                                        .orElse("no firmware use case")));
        add("originator", header.originator().toString());
        add("recipient", header.recipient().toString());
        add("originator counter", unsigned(header.counter()));
        header.dateTime().ifPresent(it -> add("date-time", it.toString()));
        header.other().remoteParty().ifPresent(it -> {
            add("remote party", it.id().toString());
            add("remote party counter", unsigned(it.counter()));
            it.originatorCounter().ifPresent(counter -> add("supplementary originator counter", unsigned(counter)));
            it.certificate().ifPresent(certificate -> add("remote party certificate", certificate.hex()));
        });
    }

    private void content(Content content) {
        switch (content) {
            case HubFirmwareAlert it -> alert(it);
            case FirmwareActivationAlert it -> {
                add("alert code", coded(it.alertCode()));
                add("execution date-time", it.executionDateTime().toString());
                version(it.firmwareVersion());
                add("activate image", coded(it.activateImage()));
            }
            case FirmwareReceiptAlert it -> receipt(it);
            case DutyCycleAlert it -> dutyCycle(it);
            case ActivateFirmware it -> {
                add("image hash", it.imageHash().hex());
                add("command counter", unsigned(it.originatorCounter()));
                add("execution date-time", execution(it));
            }
            case ActivateFirmwareAccepted it -> add("activation", "accepted, result to come");
            case ActivateFirmwareResult it -> result(it);
            case ActivateFirmwareAlert it -> {
                add("alert code", coded(it.alertCode()));
                add("execution date-time", it.executionDateTime().toString());
                add("command counter", unsigned(it.originatorCounter()));
                result(it.result());
            }
            case FirmwareVersion it -> {
                version(it.firmwareVersion());
                add("response code", coded(it.responseCode()));
            }
            case ReadElectricityFirmwareVersion it -> {
                add("invoke id", Integer.toString(it.invokeId()));
                add("reads", "data object 0-0:0.2.1.255, attribute 2");
            }
            case ElectricityFirmwareVersion it -> {
                add("invoke id", Integer.toString(it.invokeId()));
                version(it.firmwareVersion());
                add("data access result", "%d (%s)".formatted(it.dataAccessResult(), word(it.dataAccessResult())));
            }
            case ReadGasFirmwareVersion it -> add("reads", "metering cluster 0x0702, attribute 0x0206");
            case GasFirmwareVersion it -> {
                version(it.firmwareVersion());
                add("status", "0x%02X (%s)".formatted(it.status(), word(it.status())));
            }
            case ReadFirmwareVersion it -> add("reads", "the firmware version");
            case ReadDeviceModel it -> {
                add("note", NON_NORMATIVE);
                add("device", it.device().toString());
            }
            case DeviceModel it -> model(it);
        }
    }

    private void alert(HubFirmwareAlert alert) {
        if (alert.alertCode() == AlertCode.FIRMWARE_VERSION_READ) {
            add("note", NON_NORMATIVE);
        }
        add("alert code", coded(alert.alertCode()));
        add("execution date-time", alert.executionDateTime().toString());
        add("entity", alert.entity().toString());
        version(alert.firmwareVersion());
        add("response code", coded(alert.responseCode()));
    }

    private void receipt(FirmwareReceiptAlert alert) {
        add("alert code", coded(alert.alertCode()));
        switch (alert.form()) {
            case FirmwareReceiptAlert.DlmsForm(int invokeId, var time) -> {
                add("invoke id", Integer.toString(invokeId));
                add("date-time", time.toString());
            }
            case FirmwareReceiptAlert.GbzForm(var time) -> add("date-time", time.toString());
        }
        add("calculated hash", alert.calculatedHash().hex());
    }

    private void dutyCycle(DutyCycleAlert alert) {
        add("alert code", coded(alert.alertCode()));
        add("invoke id", Integer.toString(alert.invokeId()));
        add("date-time", alert.time().toString());
        switch (alert.subject()) {
            case DutyCycleAlert.Device(var device) -> add("device", device.toString());
            case DutyCycleAlert.DiscardedMessage(var originator, var target, var cra, long counter) ->
                add(
                        "discarded",
                        "%s %s from %s to %s"
                                .formatted(cra.name().toLowerCase(Locale.ROOT), unsigned(counter), originator, target));
        }
    }

    private void model(DeviceModel model) {
        add("note", NON_NORMATIVE);
        add("device", model.device().toString());
        add("manufacturer code", "0x%04X".formatted(model.manufacturerCode()));
        add("image type", "0x%04X".formatted(model.imageType()));
        add("hardware version", "0x%04X".formatted(model.hardwareVersion()));
        version(model.firmwareVersion());
        add("response code", coded(model.responseCode()));
    }

    private void result(ActivateFirmwareResult result) {
        add("activate image response code", coded(result.responseCode()));
        version(result.firmwareVersion());
    }

    private static String execution(ActivateFirmware command) {
        return command.cancels()
                ? ActivateFirmware.CANCEL + " (cancels)"
                : command.executionDateTime().map(Object::toString).orElse("at once");
    }

    private void version(long firmwareVersion) {
        add("firmware version", "0x%08X".formatted(firmwareVersion));
    }

    private void version(Optional<Long> firmwareVersion) {
        firmwareVersion.ifPresentOrElse(this::version, () -> add("firmware version", "none"));
    }

    private static String word(int status) {
        return status == 0 ? "success" : "failure";
    }

    private static String unsigned(long counter) {
        return Long.toUnsignedString(counter);
    }

    private void add(String field, String value) {
        lines.add(field + ": " + value);
    }
}
