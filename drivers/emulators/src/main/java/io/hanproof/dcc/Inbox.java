package io.hanproof.dcc;

import io.hanproof.duis.DccAlert;
import io.hanproof.duis.DeviceAlert;
import io.hanproof.duis.RequestFault;
import io.hanproof.duis.ServiceResponse;
import io.hanproof.gbcs.ActivateFirmwareAccepted;
import io.hanproof.gbcs.ActivateFirmwareAlert;
import io.hanproof.gbcs.ActivateFirmwareResult;
import io.hanproof.gbcs.ActivateImageResponseCode;
import io.hanproof.gbcs.Content;
import io.hanproof.gbcs.Cra;
import io.hanproof.gbcs.DeviceModel;
import io.hanproof.gbcs.DutyCycleAlert;
import io.hanproof.gbcs.ElectricityFirmwareVersion;
import io.hanproof.gbcs.FirmwareActivationAlert;
import io.hanproof.gbcs.FirmwareReceiptAlert;
import io.hanproof.gbcs.FirmwareVersion;
import io.hanproof.gbcs.GasFirmwareVersion;
import io.hanproof.gbcs.GbcsMessage;
import io.hanproof.gbcs.HubFirmwareAlert;
import io.hanproof.gbcs.ReadResponseCode;
import io.hanproof.octets.Decoded;
import io.hanproof.octets.Eui64;
import io.hanproof.octets.Octets;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What comes from hubs and their devices: checked, then told to whom it concerns, and to the inventory. */
final class Inbox {
    /** What SR 11.1 and 11.3 are for, and so tells what became of an image and of an order. */
    private static final Set<DeviceType> TAKE_COMMANDS = Set.of(DeviceType.ESME, DeviceType.GSME, DeviceType.HCALCS);

    private final DccRules rules;
    private final Seals seals;
    private final SupplierAlerts alerts;
    private final Queues queues;
    private final Commands commands;
    private final InventoryDesk inventory;

    Inbox(
            DccRules rules,
            Seals seals,
            SupplierAlerts alerts,
            Queues queues,
            Commands commands,
            InventoryDesk inventory) {
        this.rules = rules;
        this.seals = seals;
        this.alerts = alerts;
        this.queues = queues;
        this.commands = commands;
        this.inventory = inventory;
    }

    void on(Turn turn, Eui64 hub, Octets octets) {
        switch (GbcsMessage.read(octets)) {
            case Decoded.Malformed<GbcsMessage> malformed ->
                turn.want(new DccEffect.Note(hub, "malformed message: " + malformed.message(), octets));
            case Decoded.Value<GbcsMessage>(var message) -> {
                var finding = finding(turn, hub, message, octets).or(() -> pretence(turn, hub, message));
                if (finding.isPresent()) {
                    turn.want(new DccEffect.Note(hub, finding.get(), octets));
                } else if (message.header().cra() == Cra.ALERT) {
                    onAlert(turn, hub, message, octets);
                } else {
                    commands.answered(turn, message)
                            .ifPresentOrElse(
                                    it -> onResponse(turn, it, message.content()),
                                    () -> turn.want(new DccEffect.Note(hub, "response to no command", octets)));
                }
            }
        }
    }

    private Optional<String> finding(Turn turn, Eui64 hub, GbcsMessage message, Octets octets) {
        Eui64 originator = message.header().originator();
        if (!originator.equals(hub) && !isBehind(turn.books(), originator, hub)) {
            return Optional.of("unknown originator");
        }
        if (message.header().cra() == Cra.COMMAND) {
            return Optional.of("a command from a hub");
        }
        var guards = seals.finding(message, octets);
        if (guards.isPresent() || message.header().cra() != Cra.ALERT) {
            return guards;
        }
        long counter = message.header().counter();
        if (Long.compareUnsigned(counter, turn.traffic().counters().getOrElse(originator, 0L)) <= 0) {
            return Optional.of("counter went back");
        }
        turn.become(turn.traffic().withCounter(originator, counter));
        return Optional.empty();
    }

    /** A genuine alert that is another's to send: the hub's by a device, or a device's by the hub or a device of another type. */
    private static Optional<String> pretence(Turn turn, Eui64 hub, GbcsMessage message) {
        Eui64 originator = message.header().originator();
        var type = turn.books().inventory().find(originator).map(InventoryDevice::type);
        boolean own = switch (message.content()) {
            case HubFirmwareAlert it -> originator.equals(hub);
            case DutyCycleAlert it -> originator.equals(hub);
            case FirmwareActivationAlert it -> type.equals(Optional.of(DeviceType.PPMID));
            case FirmwareReceiptAlert it -> type.filter(TAKE_COMMANDS::contains).isPresent();
            case ActivateFirmwareAlert it ->
                type.filter(TAKE_COMMANDS::contains).isPresent();
            case Content other -> true;
        };
        return own ? Optional.empty() : Optional.of("alert that is another's to send");
    }

    private static boolean isBehind(Books books, Eui64 device, Eui64 hub) {
        return books.inventory()
                .find(device)
                .filter(it -> it.hub().equals(Optional.of(hub)))
                .isPresent();
    }

    private void onAlert(Turn turn, Eui64 hub, GbcsMessage message, Octets octets) {
        Eui64 device = message.header().originator();
        switch (message.content()) {
            case HubFirmwareAlert alert
            when isBehind(turn.books(), alert.entity(), hub) -> onHubAlert(turn, hub, alert);
            case FirmwareActivationAlert alert when !rules.year2019() -> onActivation(turn, device, alert);
            case FirmwareReceiptAlert alert -> {
                forward(turn, hub, message, octets);
                queues.heardOf(turn, hub, device, it -> it.hash().equals(alert.calculatedHash()));
            }
            case ActivateFirmwareAlert alert -> {
                forward(turn, hub, message, octets);
                onResult(turn, device, alert.result());
            }
            case Content other -> forward(turn, hub, message, octets);
        }
    }

    private void onHubAlert(Turn turn, Eui64 hub, HubFirmwareAlert alert) {
        Eui64 device = alert.entity();
        switch (alert.responseCode()) {
            case FILE_TRANSFER_SUCCESS -> onTransfer(turn, hub, alert, "fileTransferSuccess");
            case FIRMWARE_IMAGE_DISCARDED -> onTransfer(turn, hub, alert, "imageDiscarded");
            case HARDWARE_VERSION_MISMATCH -> onTransfer(turn, hub, alert, "hardwareVersionMismatch");
            case FILE_TRANSFER_FAILURE -> onTransfer(turn, hub, alert, "fileTransferFailure");
            case FIRMWARE_READ_SUCCESS -> {
                alerts.ran(turn, device, new DccAlert.FirmwareRead(device, Optional.of(alert.firmwareVersion())));
                inventory.learn(turn, device, alert.firmwareVersion());
            }
            case FIRMWARE_READ_FAILURE -> alerts.ran(turn, device, new DccAlert.FirmwareRead(device, Optional.empty()));
        }
    }

    private void onTransfer(Turn turn, Eui64 hub, HubFirmwareAlert alert, String responseCode) {
        Eui64 device = alert.entity();
        long version = alert.firmwareVersion();
        alerts.transferred(
                turn,
                device,
                version,
                alert.responseCode() == HubFirmwareAlert.ResponseCode.FILE_TRANSFER_SUCCESS,
                new DccAlert.FirmwareTransfer(hub, device, version, responseCode));
        queues.heardOf(turn, hub, device, it -> it.firmwareVersion() == version);
    }

    private void onActivation(Turn turn, Eui64 device, FirmwareActivationAlert alert) {
        boolean activated = alert.activateImage() == FirmwareActivationAlert.ActivateImage.ACTIVATION_SUCCESS;
        alerts.ran(turn, device, new DccAlert.PpmidFirmwareUpgrade(device, alert.firmwareVersion(), activated));
        if (activated) {
            inventory.learn(turn, device, alert.firmwareVersion());
        }
    }

    /** What a device tells its supplier is passed on as it came. */
    private static void forward(Turn turn, Eui64 hub, GbcsMessage message, Octets octets) {
        Eui64 recipient = message.header().recipient();
        if (turn.books().users().find(recipient).isPresent()) {
            turn.tell(recipient, new DeviceAlert(message.header().originator(), octets));
        } else {
            turn.want(new DccEffect.Note(hub, "alert for nobody to be told", octets));
        }
    }

    private void onResponse(Turn turn, Awaited awaited, Content content) {
        switch (content) {
            case FirmwareVersion it ->
                onVersion(
                        turn,
                        awaited,
                        it.responseCode() == ReadResponseCode.READ_SUCCESS
                                ? Optional.of(it.firmwareVersion())
                                : Optional.empty());
            case ElectricityFirmwareVersion it -> onVersion(turn, awaited, it.firmwareVersion());
            case GasFirmwareVersion it -> onVersion(turn, awaited, it.firmwareVersion());
            case DeviceModel it -> onModel(turn, awaited, it);
            case ActivateFirmwareAccepted it ->
                turn.answer(awaited.user(), awaited.request(), new ServiceResponse.Accepted(List.of()));
            case ActivateFirmwareResult it -> {
                var version = it.responseCode() == ActivateImageResponseCode.SUCCESS
                        ? Optional.of(it.firmwareVersion())
                        : Optional.<Long>empty();
                turn.answer(
                        awaited.user(),
                        awaited.request(),
                        new ServiceResponse.DeviceFirmware(awaited.about(), version));
                onResult(turn, awaited.about(), it);
            }
            case Content other -> turn.refuse(awaited.user(), awaited.request(), RequestFault.NO_ANSWER);
        }
    }

    private void onVersion(Turn turn, Awaited awaited, Optional<Long> version) {
        turn.answer(awaited.user(), awaited.request(), new ServiceResponse.DeviceFirmware(awaited.about(), version));
        version.ifPresent(it -> inventory.learn(turn, awaited.about(), it));
    }

    /** The response to SR 11.5 goes to all Responsible Suppliers (S002:2893-2897). */
    private void onModel(Turn turn, Awaited awaited, DeviceModel read) {
        boolean success = read.responseCode() == ReadResponseCode.READ_SUCCESS;
        var model = success
                ? Optional.of(new ServiceResponse.Model(
                        read.manufacturerCode(), read.imageType(), read.hardwareVersion(), read.firmwareVersion()))
                : Optional.<ServiceResponse.Model>empty();
        var answer = new ServiceResponse.DeviceModel(read.device(), model);
        turn.answer(awaited.user(), awaited.request(), answer);
        for (var each : alerts.responsible(turn, read.device())) {
            if (!each.equals(awaited.user())) {
                turn.answer(each, awaited.request(), answer);
            }
        }
        if (success) {
            inventory.learn(turn, read.device(), read.firmwareVersion());
        }
    }

    private void onResult(Turn turn, Eui64 device, ActivateFirmwareResult result) {
        if (result.responseCode() == ActivateImageResponseCode.SUCCESS) {
            inventory.learn(turn, device, result.firmwareVersion());
        }
    }
}
