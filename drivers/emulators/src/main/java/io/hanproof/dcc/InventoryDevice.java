package io.hanproof.dcc;

import io.hanproof.octets.Eui64;
import java.util.Optional;

/**
 * What the Smart Metering Inventory says of a device.
 *
 * @param model the OTA image type
 * @param hardwareVersion version in the high octet, revision in the low one
 * @param firmwareVersion absent for a display whose version was never recorded
 * @param hub the Communications Hub Function that it is associated with
 * @param gbcsVersion as {@code 4.0}, absent when unknown
 */
public record InventoryDevice(
        Eui64 id,
        DeviceType type,
        Status status,
        int manufacturerCode,
        int model,
        int hardwareVersion,
        Optional<Long> firmwareVersion,
        Optional<Eui64> hub,
        Optional<String> gbcsVersion) {

    /** Where a device stands in its life. */
    public enum Status {
        PENDING("Pending"),
        COMMISSIONED("Commissioned"),
        SUSPENDED("Suspended"),
        DECOMMISSIONED("Decommissioned");

        private final String text;

        Status(String text) {
            this.text = text;
        }

        public String text() {
            return text;
        }
    }

    public InventoryDevice with(Status other) {
        return new InventoryDevice(
                id, type, other, manufacturerCode, model, hardwareVersion, firmwareVersion, hub, gbcsVersion);
    }

    public InventoryDevice withFirmware(Optional<Long> version) {
        return new InventoryDevice(
                id, type, status, manufacturerCode, model, hardwareVersion, version, hub, gbcsVersion);
    }

    public InventoryDevice withHardware(int version) {
        return new InventoryDevice(
                id, type, status, manufacturerCode, model, version, firmwareVersion, hub, gbcsVersion);
    }

    public InventoryDevice withModel(int manufacturer, int imageType) {
        return new InventoryDevice(
                id, type, status, manufacturer, imageType, hardwareVersion, firmwareVersion, hub, gbcsVersion);
    }

    public InventoryDevice withHub(Optional<Eui64> other) {
        return new InventoryDevice(
                id, type, status, manufacturerCode, model, hardwareVersion, firmwareVersion, other, gbcsVersion);
    }

    public InventoryDevice withGbcs(Optional<String> version) {
        return new InventoryDevice(
                id, type, status, manufacturerCode, model, hardwareVersion, firmwareVersion, hub, version);
    }

    public InventoryDevice withType(DeviceType other) {
        return new InventoryDevice(
                id, other, status, manufacturerCode, model, hardwareVersion, firmwareVersion, hub, gbcsVersion);
    }
}
