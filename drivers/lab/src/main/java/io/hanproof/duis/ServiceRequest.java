package io.hanproof.duis;

import io.hanproof.octets.Eui64;
import io.hanproof.octets.Octets;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** What a user asks of the DCC. */
public sealed interface ServiceRequest extends UserMessage {
    RequestId id();

    /** The Service Reference Variant, {@code 11.4}. */
    default String variant() {
        return switch (this) {
            case UpdateFirmware it -> "11.1";
            case ReadFirmwareVersion it -> "11.2";
            case ActivateFirmware it -> "11.3";
            case SignedPreCommand it -> "11.3";
            case UpdatePpmidFirmware it -> "11.4";
            case ReadDeviceModel it -> "11.5";
            case ReadInventory it -> "8.2";
            case UpdateInventory it -> "8.4";
            case DevicePrenotification it -> "12.2";
        };
    }

    /** Distributes an image to some devices. */
    sealed interface Distribution extends ServiceRequest {
        /** FirmwareImage: the OTA Upgrade Image as base64 text. */
        String firmwareImage();

        /** FirmwareVersion: 1 to 8 hexadecimal digits. */
        String firmwareVersion();

        /** DeviceIDList. */
        List<Eui64> devices();
    }

    /** SR 11.1: an image for meters or load switches, to be activated by SR 11.3. */
    record UpdateFirmware(RequestId id, String firmwareImage, String firmwareVersion, List<Eui64> devices)
            implements Distribution {
        public UpdateFirmware {
            devices = List.copyOf(devices);
        }
    }

    /** SR 11.4: an image for displays, distributed and activated by one request. */
    record UpdatePpmidFirmware(RequestId id, String firmwareImage, String firmwareVersion, List<Eui64> devices)
            implements Distribution {
        public UpdatePpmidFirmware {
            devices = List.copyOf(devices);
        }
    }

    /** SR 11.2: which firmware a device runs. */
    record ReadFirmwareVersion(RequestId id, Eui64 device) implements ServiceRequest {}

    /**
     * SR 11.3, command variant 4: asks for the pre-command that activates what a device holds.
     *
     * @param firmwareHash SHA-256 of the Manufacturer Image, 32 octets
     * @param executionDateTime absent for at once
     */
    record ActivateFirmware(RequestId id, Eui64 device, Octets firmwareHash, Optional<Instant> executionDateTime)
            implements ServiceRequest {}

    /** SR 11.3, command variant 5: the pre-command, signed by the supplier, to be sent to the device. */
    record SignedPreCommand(RequestId id, Octets message) implements ServiceRequest {}

    /** SR 11.5 of the 2019 baseline: reads a display's Device Model through its Communications Hub. */
    record ReadDeviceModel(RequestId id, Eui64 device) implements ServiceRequest {}

    /** SR 8.2: what the Smart Metering Inventory says of a device. */
    record ReadInventory(RequestId id, Eui64 device) implements ServiceRequest {}

    /** SR 8.4: corrects the firmware version in the Smart Metering Inventory. */
    record UpdateInventory(RequestId id, Eui64 device, long firmwareVersion) implements ServiceRequest {}

    /**
     * SR 12.2: makes a device known before it is installed.
     *
     * @param deviceType as DUIS writes it: ESME, GSME, HCALCS, PPMID, IHD, CAD
     */
    record DevicePrenotification(
            RequestId id,
            Eui64 device,
            String deviceType,
            int manufacturerCode,
            int model,
            int hardwareVersion,
            long firmwareVersion)
            implements ServiceRequest {}
}
