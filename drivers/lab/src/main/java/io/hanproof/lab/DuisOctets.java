package io.hanproof.lab;

import io.hanproof.duis.DccAlert;
import io.hanproof.duis.DeviceAlert;
import io.hanproof.duis.Incident;
import io.hanproof.duis.RejectionReason;
import io.hanproof.duis.RequestFault;
import io.hanproof.duis.RequestId;
import io.hanproof.duis.ServiceRequest;
import io.hanproof.duis.ServiceResponse;
import io.hanproof.duis.UserMessage;
import io.hanproof.octets.Octets;

/** How messages of the DCC User Interface stand in a recording: an octet that says which, then its fields, little-endian. */
final class DuisOctets {
    private DuisOctets() {}

    static Octets write(UserMessage message) {
        var out = new DuisWriter();
        switch (message) {
            case ServiceRequest request -> write(request, out);
            case ServiceResponse(var to, var answer) ->
                write(answer, out.u8(Kind.RESPONSE).id(to));
            case DccAlert alert -> write(alert, out);
            case DeviceAlert(var device, var octets) ->
                out.u8(Kind.DEVICE_ALERT).eui(device).octets(octets);
            case Incident.Raised(var device) -> out.u8(Kind.INCIDENT_RAISED).eui(device);
            case Incident.Answered(var device, var images) ->
                out.u8(Kind.INCIDENT_ANSWERED).eui(device).list(images, DuisOctets::write);
        }
        return out.toOctets();
    }

    /** Files keep these numbers. */
    private static final class Kind {
        static final int UPDATE_FIRMWARE = 0;
        static final int UPDATE_PPMID_FIRMWARE = 1;
        static final int READ_FIRMWARE_VERSION = 2;
        static final int ACTIVATE_FIRMWARE = 3;
        static final int SIGNED_PRE_COMMAND = 4;
        static final int READ_DEVICE_MODEL = 5;
        static final int READ_INVENTORY = 6;
        static final int UPDATE_INVENTORY = 7;
        static final int DEVICE_PRENOTIFICATION = 8;
        static final int RESPONSE = 9;
        static final int UPDATE_REQUESTED = 10;
        static final int FIRMWARE_UPGRADE_REQUESTED = 11;
        static final int FIRMWARE_TRANSFER = 12;
        static final int FIRMWARE_READ = 13;
        static final int PPMID_FIRMWARE_UPGRADE = 14;
        static final int FIRMWARE_DISTRIBUTION_FAILURE = 15;
        static final int DEVICES_REJECTED = 16;
        static final int FIRMWARE_VERSION_MISMATCH = 17;
        static final int DEVICE_ALERT = 18;
        static final int INCIDENT_RAISED = 19;
        static final int INCIDENT_ANSWERED = 20;
        static final int LAST = INCIDENT_ANSWERED;

        static final int ACCEPTED = 0;
        static final int REFUSED = 1;
        static final int PRE_COMMAND = 2;
        static final int DEVICE_FIRMWARE = 3;
        static final int DEVICE_MODEL = 4;
        static final int INVENTORY_ENTRY = 5;
        static final int LAST_ANSWER = INVENTORY_ENTRY;
    }

    private static void write(ServiceRequest request, DuisWriter out) {
        switch (request) {
            case ServiceRequest.UpdateFirmware(var id, var image, var version, var devices) ->
                out.u8(Kind.UPDATE_FIRMWARE).id(id).text(image).text(version).euis(devices);
            case ServiceRequest.UpdatePpmidFirmware(var id, var image, var version, var devices) ->
                out.u8(Kind.UPDATE_PPMID_FIRMWARE)
                        .id(id)
                        .text(image)
                        .text(version)
                        .euis(devices);
            case ServiceRequest.ReadFirmwareVersion(var id, var device) ->
                out.u8(Kind.READ_FIRMWARE_VERSION).id(id).eui(device);
            case ServiceRequest.ActivateFirmware(var id, var device, var hash, var execution) ->
                out.u8(Kind.ACTIVATE_FIRMWARE).id(id).eui(device).octets(hash).maybe(execution, DuisWriter::instant);
            case ServiceRequest.SignedPreCommand(var id, var octets) ->
                out.u8(Kind.SIGNED_PRE_COMMAND).id(id).octets(octets);
            case ServiceRequest.ReadDeviceModel(var id, var device) ->
                out.u8(Kind.READ_DEVICE_MODEL).id(id).eui(device);
            case ServiceRequest.ReadInventory(var id, var device) ->
                out.u8(Kind.READ_INVENTORY).id(id).eui(device);
            case ServiceRequest.UpdateInventory(var id, var device, long version) ->
                out.u8(Kind.UPDATE_INVENTORY).id(id).eui(device).number(version);
            case ServiceRequest.DevicePrenotification it ->
                out.u8(Kind.DEVICE_PRENOTIFICATION)
                        .id(it.id())
                        .eui(it.device())
                        .text(it.deviceType())
                        .i32(it.manufacturerCode())
                        .i32(it.model())
                        .i32(it.hardwareVersion())
                        .number(it.firmwareVersion());
        }
    }

    private static void write(DuisWriter out, Incident.Sent sent) {
        out.instant(sent.at())
                .eui(sent.sender())
                .id(sent.request())
                .octets(sent.hash())
                .number(sent.firmwareVersion());
    }

    private static void write(ServiceResponse.Answer answer, DuisWriter out) {
        switch (answer) {
            case ServiceResponse.Accepted(var rejected) ->
                out.u8(Kind.ACCEPTED)
                        .list(
                                rejected,
                                (to, it) -> to.eui(it.device()).text(it.reason().name()));
            case ServiceResponse.Refused(var fault) -> out.u8(Kind.REFUSED).text(fault.name());
            case ServiceResponse.PreCommand(var octets) ->
                out.u8(Kind.PRE_COMMAND).octets(octets);
            case ServiceResponse.DeviceFirmware(var device, var version) ->
                out.u8(Kind.DEVICE_FIRMWARE).eui(device).maybe(version, DuisWriter::number);
            case ServiceResponse.DeviceModel(var device, var read) ->
                out.u8(Kind.DEVICE_MODEL)
                        .eui(device)
                        .maybe(
                                read,
                                (to, it) -> to.i32(it.manufacturerCode())
                                        .i32(it.model())
                                        .i32(it.hardwareVersion())
                                        .number(it.firmwareVersion()));
            case ServiceResponse.InventoryEntry it ->
                out.u8(Kind.INVENTORY_ENTRY)
                        .eui(it.device())
                        .text(it.deviceType())
                        .text(it.status())
                        .i32(it.manufacturerCode())
                        .i32(it.model())
                        .i32(it.hardwareVersion())
                        .maybe(it.firmwareVersion(), DuisWriter::number);
        }
    }

    private static void write(DccAlert alert, DuisWriter out) {
        switch (alert) {
            case DccAlert.UpdateRequested(var hash, var devices, var activation) ->
                out.u8(Kind.UPDATE_REQUESTED).octets(hash).euis(devices).maybe(activation, DuisWriter::instant);
            case DccAlert.FirmwareUpgradeRequested(var deviceType, long version, var devices) ->
                out.u8(Kind.FIRMWARE_UPGRADE_REQUESTED)
                        .text(deviceType)
                        .number(version)
                        .euis(devices);
            case DccAlert.FirmwareTransfer(var hub, var device, long version, var responseCode) ->
                out.u8(Kind.FIRMWARE_TRANSFER)
                        .eui(hub)
                        .eui(device)
                        .number(version)
                        .text(responseCode);
            case DccAlert.FirmwareRead(var device, var version) ->
                out.u8(Kind.FIRMWARE_READ).eui(device).maybe(version, DuisWriter::number);
            case DccAlert.PpmidFirmwareUpgrade(var device, long version, boolean activated) ->
                out.u8(Kind.PPMID_FIRMWARE_UPGRADE).eui(device).number(version).u8(activated ? 1 : 0);
            case DccAlert.FirmwareDistributionFailure(var hub, var devices, long version) ->
                out.u8(Kind.FIRMWARE_DISTRIBUTION_FAILURE)
                        .eui(hub)
                        .euis(devices)
                        .number(version);
            case DccAlert.DevicesRejected(var devices, long version) ->
                out.u8(Kind.DEVICES_REJECTED).euis(devices).number(version);
            case DccAlert.FirmwareVersionMismatch(var device, var inInventory, long onDevice) ->
                out.u8(Kind.FIRMWARE_VERSION_MISMATCH)
                        .eui(device)
                        .maybe(inInventory, DuisWriter::number)
                        .number(onDevice);
        }
    }

    /** @throws io.hanproof.octets.MalformedOctets when they are none of these */
    static UserMessage read(Octets octets) {
        var in = new DuisReader(octets);
        int kind = in.u8("kind of user message", Kind.LAST);
        UserMessage message = switch (kind) {
            case Kind.RESPONSE -> new ServiceResponse(in.id(), answer(in));
            case Kind.DEVICE_ALERT -> new DeviceAlert(in.eui("device"), in.octets("message"));
            case Kind.INCIDENT_RAISED -> new Incident.Raised(in.eui("device"));
            case Kind.INCIDENT_ANSWERED ->
                new Incident.Answered(in.eui("device"), in.list("image sent", DuisOctets::sent));
            default -> kind < Kind.RESPONSE ? request(kind, in) : alert(kind, in);
        };
        in.end();
        return message;
    }

    private static ServiceRequest request(int kind, DuisReader in) {
        RequestId id = in.id();
        return switch (kind) {
            case Kind.UPDATE_FIRMWARE ->
                new ServiceRequest.UpdateFirmware(
                        id, in.text("firmware image"), in.text("firmware version"), in.euis("device"));
            case Kind.UPDATE_PPMID_FIRMWARE ->
                new ServiceRequest.UpdatePpmidFirmware(
                        id, in.text("firmware image"), in.text("firmware version"), in.euis("device"));
            case Kind.READ_FIRMWARE_VERSION -> new ServiceRequest.ReadFirmwareVersion(id, in.eui("device"));
            case Kind.ACTIVATE_FIRMWARE ->
                new ServiceRequest.ActivateFirmware(
                        id,
                        in.eui("device"),
                        in.octets("firmware hash"),
                        in.maybe("execution date-time", DuisReader::instant));
            case Kind.SIGNED_PRE_COMMAND -> new ServiceRequest.SignedPreCommand(id, in.octets("message"));
            case Kind.READ_DEVICE_MODEL -> new ServiceRequest.ReadDeviceModel(id, in.eui("device"));
            case Kind.READ_INVENTORY -> new ServiceRequest.ReadInventory(id, in.eui("device"));
            case Kind.UPDATE_INVENTORY ->
                new ServiceRequest.UpdateInventory(id, in.eui("device"), in.number("firmware version"));
            default ->
                new ServiceRequest.DevicePrenotification(
                        id,
                        in.eui("device"),
                        in.text("device type"),
                        in.i32("manufacturer code"),
                        in.i32("model"),
                        in.i32("hardware version"),
                        in.number("firmware version"));
        };
    }

    private static ServiceResponse.Answer answer(DuisReader in) {
        int kind = in.u8("kind of answer", Kind.LAST_ANSWER);
        return switch (kind) {
            case Kind.ACCEPTED -> new ServiceResponse.Accepted(in.list("rejected device", DuisOctets::rejected));
            case Kind.REFUSED -> new ServiceResponse.Refused(in.oneOf("request fault", RequestFault.values()));
            case Kind.PRE_COMMAND -> new ServiceResponse.PreCommand(in.octets("message"));
            case Kind.DEVICE_FIRMWARE ->
                new ServiceResponse.DeviceFirmware(in.eui("device"), in.maybe("firmware version", DuisReader::number));
            case Kind.DEVICE_MODEL ->
                new ServiceResponse.DeviceModel(in.eui("device"), in.maybe("model", DuisOctets::model));
            default ->
                new ServiceResponse.InventoryEntry(
                        in.eui("device"),
                        in.text("device type"),
                        in.text("status"),
                        in.i32("manufacturer code"),
                        in.i32("model"),
                        in.i32("hardware version"),
                        in.maybe("firmware version", DuisReader::number));
        };
    }

    private static ServiceResponse.Rejected rejected(DuisReader in, String field) {
        return new ServiceResponse.Rejected(in.eui(field), in.oneOf("rejection reason", RejectionReason.values()));
    }

    private static ServiceResponse.Model model(DuisReader in, String field) {
        return new ServiceResponse.Model(
                in.i32("manufacturer code"), in.i32(field), in.i32("hardware version"), in.number("firmware version"));
    }

    private static Incident.Sent sent(DuisReader in, String field) {
        return new Incident.Sent(
                in.instant(field), in.eui("sender"), in.id(), in.octets("hash"), in.number("firmware version"));
    }

    private static DccAlert alert(int kind, DuisReader in) {
        return switch (kind) {
            case Kind.UPDATE_REQUESTED ->
                new DccAlert.UpdateRequested(
                        in.octets("hash"), in.euis("device"), in.maybe("activation", DuisReader::instant));
            case Kind.FIRMWARE_UPGRADE_REQUESTED ->
                new DccAlert.FirmwareUpgradeRequested(
                        in.text("device type"), in.number("firmware version"), in.euis("device"));
            case Kind.FIRMWARE_TRANSFER ->
                new DccAlert.FirmwareTransfer(
                        in.eui("hub"), in.eui("device"), in.number("firmware version"), in.text("response code"));
            case Kind.FIRMWARE_READ ->
                new DccAlert.FirmwareRead(in.eui("device"), in.maybe("firmware version", DuisReader::number));
            case Kind.PPMID_FIRMWARE_UPGRADE ->
                new DccAlert.PpmidFirmwareUpgrade(
                        in.eui("device"), in.number("firmware version"), in.u8("activated", 1) == 1);
            case Kind.FIRMWARE_DISTRIBUTION_FAILURE ->
                new DccAlert.FirmwareDistributionFailure(
                        in.eui("hub"), in.euis("device"), in.number("firmware version"));
            case Kind.DEVICES_REJECTED ->
                new DccAlert.DevicesRejected(in.euis("device"), in.number("firmware version"));
            default ->
                new DccAlert.FirmwareVersionMismatch(
                        in.eui("device"),
                        in.maybe("version in the inventory", DuisReader::number),
                        in.number("version on the device"));
        };
    }
}
