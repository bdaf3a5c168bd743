package io.hanproof.lab;

import io.hanproof.duis.DccAlert;
import io.hanproof.duis.DeviceAlert;
import io.hanproof.duis.Incident;
import io.hanproof.duis.ServiceRequest;
import io.hanproof.duis.ServiceResponse;
import io.hanproof.duis.UserMessage;
import io.hanproof.octets.Eui64;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/** What one message of the DCC User Interface says: a name, and its fields in words. */
final class UserWords {
    private static final int MOST = 8;

    private final Function<Eui64, String> names;
    private final GbcsWords gbcs;

    UserWords(Function<Eui64, String> names) {
        this.names = names;
        this.gbcs = new GbcsWords(names);
    }

    FrameWords of(UserMessage message) {
        return switch (message) {
            case ServiceRequest it -> words("SR " + it.variant(), request(it));
            case ServiceResponse(var to, var answer) ->
                words("Response", "to request %d, %s".formatted(to.counter(), answer(answer)));
            case DccAlert it -> words("DccAlert", alert(it));
            case DeviceAlert(var device, var octets) ->
                words("DeviceAlert", "of %s, Gbcs %s".formatted(names.apply(device), gbcs.of(octets)));
            case Incident.Raised(var device) -> words("Incident", "who sent firmware to " + names.apply(device));
            case Incident.Answered(var device, var images) ->
                words("IncidentAnswer", "%s was sent %s".formatted(names.apply(device), some(images, this::sent)));
        };
    }

    /** One log line stays one line, whatever a user puts into a field. */
    private static FrameWords words(String name, String fields) {
        return new FrameWords(name, fields.replaceAll("\\p{Cntrl}", "?"));
    }

    private String request(ServiceRequest request) {
        String fields = switch (request) {
            case ServiceRequest.Distribution it ->
                "version %s, image of %d characters, %s"
                        .formatted(it.firmwareVersion(), it.firmwareImage().length(), devices(it.devices()));
            case ServiceRequest.ReadFirmwareVersion it -> "read the version of " + names.apply(it.device());
            case ServiceRequest.ActivateFirmware it ->
                "activate on %s, hash %s, %s"
                        .formatted(
                                names.apply(it.device()),
                                it.firmwareHash().hex(),
                                it.executionDateTime().map(Instant::toString).orElse("at once"));
            case ServiceRequest.SignedPreCommand it -> "signed, Gbcs " + gbcs.of(it.message());
            case ServiceRequest.ReadDeviceModel it -> "read the device model of " + names.apply(it.device());
            case ServiceRequest.ReadInventory it -> "inventory of " + names.apply(it.device());
            case ServiceRequest.UpdateInventory it ->
                "%s has version %08X".formatted(names.apply(it.device()), it.firmwareVersion());
            case ServiceRequest.DevicePrenotification it ->
                "%s %s %s"
                        .formatted(
                                it.deviceType(),
                                names.apply(it.device()),
                                model(
                                        it.manufacturerCode(),
                                        it.model(),
                                        it.hardwareVersion(),
                                        Optional.of(it.firmwareVersion())));
        };
        return "request %d, %s".formatted(request.id().counter(), fields);
    }

    private String answer(ServiceResponse.Answer answer) {
        return switch (answer) {
            case ServiceResponse.Accepted(var rejected) ->
                rejected.isEmpty()
                        ? "accepted"
                        : "accepted but for "
                                + some(rejected, it -> "%s (%s)".formatted(names.apply(it.device()), it.reason()));
            case ServiceResponse.Refused(var fault) -> "refused: %s, %s".formatted(fault, fault.text());
            case ServiceResponse.PreCommand(var octets) -> "to be signed, Gbcs " + gbcs.of(octets);
            case ServiceResponse.DeviceFirmware(var device, var version) ->
                "%s runs %s".formatted(names.apply(device), version(version));
            case ServiceResponse.DeviceModel(var device, var read) ->
                "%s is %s"
                        .formatted(
                                names.apply(device),
                                read.map(it -> model(
                                                it.manufacturerCode(),
                                                it.model(),
                                                it.hardwareVersion(),
                                                Optional.of(it.firmwareVersion())))
                                        .orElse("not to be read"));
            case ServiceResponse.InventoryEntry it ->
                "%s %s %s %s"
                        .formatted(
                                it.deviceType(),
                                names.apply(it.device()),
                                it.status(),
                                model(it.manufacturerCode(), it.model(), it.hardwareVersion(), it.firmwareVersion()));
        };
    }

    private String alert(DccAlert alert) {
        String fields = switch (alert) {
            case DccAlert.UpdateRequested(var hash, var devices, var activation) ->
                "hash %s, %s, %s"
                        .formatted(
                                hash.hex(),
                                devices(devices),
                                activation.map(Instant::toString).orElse("at once"));
            case DccAlert.FirmwareUpgradeRequested(var type, long version, var devices) ->
                "%s, version %08X, %s".formatted(type, version, devices(devices));
            case DccAlert.FirmwareTransfer(var hub, var device, long version, var responseCode) ->
                "%s, device %s, version %08X".formatted(responseCode, names.apply(device), version);
            case DccAlert.FirmwareRead(var device, var version) ->
                "device %s, %s".formatted(names.apply(device), version(version));
            case DccAlert.PpmidFirmwareUpgrade(var device, long version, boolean activated) ->
                "device %s, version %08X, %s"
                        .formatted(names.apply(device), version, activated ? "activated" : "not activated");
            case DccAlert.FirmwareDistributionFailure(var hub, var devices, long version) ->
                "hub %s, version %08X, %s".formatted(names.apply(hub), version, devices(devices));
            case DccAlert.DevicesRejected(var devices, long version) ->
                "version %08X, %s".formatted(version, devices(devices));
            case DccAlert.FirmwareVersionMismatch(var device, var inInventory, long onDevice) ->
                "device %s runs %08X, the inventory has %s"
                        .formatted(names.apply(device), onDevice, version(inInventory));
        };
        return alert.getClass().getSimpleName() + ", " + fields;
    }

    private String sent(Incident.Sent it) {
        return "version %08X, hash %s, by %s at %s in request %d"
                .formatted(
                        it.firmwareVersion(),
                        it.hash().hex(),
                        names.apply(it.sender()),
                        it.at(),
                        it.request().counter());
    }

    private String devices(List<Eui64> devices) {
        return devices.isEmpty()
                ? "no device"
                : "%s %s".formatted(devices.size() == 1 ? "device" : devices.size() + " devices", some(devices, names));
    }

    /** As many as a line can take. */
    private static <T> String some(List<T> all, Function<T, String> words) {
        String shown = all.stream().limit(MOST).map(words).collect(Collectors.joining(" "));
        return all.isEmpty()
                ? "none"
                : all.size() > MOST ? "%s and %d more".formatted(shown, all.size() - MOST) : shown;
    }

    private static String version(Optional<Long> version) {
        return version.map("version %08X"::formatted).orElse("no version");
    }

    private static String model(int manufacturer, int model, int hardware, Optional<Long> version) {
        return "manufacturer %04X, type %04X, hardware %04X, %s"
                .formatted(manufacturer, model, hardware, version(version));
    }
}
