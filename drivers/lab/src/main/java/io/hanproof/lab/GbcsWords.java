package io.hanproof.lab;

import io.hanproof.gbcs.ActivateFirmware;
import io.hanproof.gbcs.ActivateFirmwareAccepted;
import io.hanproof.gbcs.ActivateFirmwareAlert;
import io.hanproof.gbcs.ActivateFirmwareResult;
import io.hanproof.gbcs.Coded;
import io.hanproof.gbcs.Content;
import io.hanproof.gbcs.DeviceModel;
import io.hanproof.gbcs.DutyCycleAlert;
import io.hanproof.gbcs.ElectricityFirmwareVersion;
import io.hanproof.gbcs.FirmwareActivationAlert;
import io.hanproof.gbcs.FirmwareReceiptAlert;
import io.hanproof.gbcs.FirmwareVersion;
import io.hanproof.gbcs.GasFirmwareVersion;
import io.hanproof.gbcs.GbcsMessage;
import io.hanproof.gbcs.GroupingHeader;
import io.hanproof.gbcs.HubFirmwareAlert;
import io.hanproof.gbcs.PreCommand;
import io.hanproof.gbcs.ReadDeviceModel;
import io.hanproof.gbcs.ReadElectricityFirmwareVersion;
import io.hanproof.gbcs.ReadFirmwareVersion;
import io.hanproof.gbcs.ReadGasFirmwareVersion;
import io.hanproof.octets.Decoded;
import io.hanproof.octets.Eui64;
import io.hanproof.octets.Octets;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;

/** What one GBCS message says, in a line: use case, who to whom, counter and main fields. */
final class GbcsWords {
    private final Function<Eui64, String> names;

    /** @param names what entities are called */
    GbcsWords(Function<Eui64, String> names) {
        this.names = names;
    }

    String of(Octets message) {
        return switch (PreCommand.read(message)) {
            case Decoded.Value<PreCommand>(var read) -> of(read.header(), read.content()) + ", not signed";
            case Decoded.Malformed<PreCommand> none ->
                switch (GbcsMessage.read(message)) {
                    case Decoded.Value<GbcsMessage>(var read) -> of(read.header(), read.content());
                    case Decoded.Malformed<GbcsMessage> malformed ->
                        "Malformed, %s, octets %s".formatted(malformed.message(), message.hex());
                };
        };
    }

    private String of(GroupingHeader header, Content content) {
        String fields = fields(content);
        return "%s %s (0x%04X), %s to %s%s, counter %s%s%s"
                .formatted(
                        content.useCase(),
                        header.cra().name().toLowerCase(Locale.ROOT),
                        header.other().messageCode(),
                        names.apply(header.originator()),
                        names.apply(header.recipient()),
                        header.other()
                                .remoteParty()
                                .map(it -> " for " + names.apply(it.id()))
                                .orElse(""),
                        Long.toUnsignedString(header.counter()),
                        fields.isEmpty() ? "" : ", ",
                        fields);
    }

    private String fields(Content content) {
        return switch (content) {
            case HubFirmwareAlert it ->
                "%s, device %s, version %08X, %s"
                        .formatted(
                                code(it.alertCode()),
                                names.apply(it.entity()),
                                it.firmwareVersion(),
                                code(it.responseCode()));
            case ReadFirmwareVersion it -> "";
            case FirmwareVersion(long version, var responseCode) ->
                "version %08X, %s".formatted(version, code(responseCode));
            case FirmwareActivationAlert it ->
                "%s, version %08X, %s".formatted(code(it.alertCode()), it.firmwareVersion(), code(it.activateImage()));
            case ActivateFirmware it -> "hash %s, %s".formatted(it.imageHash().hex(), when(it));
            case ActivateFirmwareAccepted it -> "accepted";
            case ActivateFirmwareResult it -> result(it);
            case ActivateFirmwareAlert it ->
                "%s, of command %s, %s"
                        .formatted(
                                code(it.alertCode()),
                                Long.toUnsignedString(it.originatorCounter()),
                                result(it.result()));
            case FirmwareReceiptAlert it ->
                "%s, hash %s"
                        .formatted(code(it.alertCode()), it.calculatedHash().hex());
            case DutyCycleAlert it -> "%s, %s".formatted(code(it.alertCode()), subject(it.subject()));
            case ReadElectricityFirmwareVersion it -> "";
            case ElectricityFirmwareVersion it -> version(it.firmwareVersion());
            case ReadGasFirmwareVersion it -> "";
            case GasFirmwareVersion it -> version(it.firmwareVersion());
            case ReadDeviceModel(var device) -> "device " + names.apply(device);
            case DeviceModel it ->
                "device %s, manufacturer %04X, type %04X, hardware %04X, version %08X, %s"
                        .formatted(
                                names.apply(it.device()),
                                it.manufacturerCode(),
                                it.imageType(),
                                it.hardwareVersion(),
                                it.firmwareVersion(),
                                code(it.responseCode()));
        };
    }

    private static String when(ActivateFirmware command) {
        return command.cancels()
                ? "cancels"
                : command.executionDateTime().map(Instant::toString).orElse("at once");
    }

    private static String result(ActivateFirmwareResult result) {
        return "%s, version %08X".formatted(code(result.responseCode()), result.firmwareVersion());
    }

    private static String version(Optional<Long> version) {
        return version.map("version %08X"::formatted).orElse("no version");
    }

    private String subject(DutyCycleAlert.Subject subject) {
        return switch (subject) {
            case DutyCycleAlert.Device(var device) -> "device " + names.apply(device);
            case DutyCycleAlert.DiscardedMessage(var originator, var target, var cra, long counter) ->
                "%s of %s to %s, counter %s"
                        .formatted(
                                cra.name().toLowerCase(Locale.ROOT),
                                names.apply(originator),
                                names.apply(target),
                                Long.toUnsignedString(counter));
        };
    }

    private static String code(Coded code) {
        return code.code() > 0xFF
                ? "alert 0x%04X %s".formatted(code.code(), code.title())
                : "%d %s".formatted(code.code(), code.title());
    }
}
