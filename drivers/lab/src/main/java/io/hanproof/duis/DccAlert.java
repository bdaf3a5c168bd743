package io.hanproof.duis;

import io.hanproof.octets.Eui64;
import io.hanproof.octets.Octets;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** What the DCC tells its users unasked. */
public sealed interface DccAlert extends UserMessage {

    /**
     * The first alert of the 2019 baseline: an update has been processed and is on its way.
     *
     * @param hash SHA-256 of the Manufacturer Image
     * @param activation absent for at once
     */
    record UpdateRequested(Octets hash, List<Eui64> devices, Optional<Instant> activation) implements DccAlert {
        public UpdateRequested {
            devices = List.copyOf(devices);
        }
    }

    /** The first alert as published since 2020. */
    record FirmwareUpgradeRequested(String deviceType, long firmwareVersion, List<Eui64> devices) implements DccAlert {
        public FirmwareUpgradeRequested {
            devices = List.copyOf(devices);
        }
    }

    /**
     * The second alert: what became of the transfer to one device.
     *
     * @param responseCode name of the imageResponseCode, {@code fileTransferSuccess}
     */
    record FirmwareTransfer(Eui64 hub, Eui64 device, long firmwareVersion, String responseCode) implements DccAlert {}

    /** The third alert of the 2019 baseline: what the hub read back; no version when it could not. */
    record FirmwareRead(Eui64 device, Optional<Long> firmwareVersion) implements DccAlert {}

    /** The third alert as published since 2020: the PPMID's own word on its activation. */
    record PpmidFirmwareUpgrade(Eui64 device, long firmwareVersion, boolean activated) implements DccAlert {}

    /** The image did not reach a hub: neither DCC nor CSP tries again. */
    record FirmwareDistributionFailure(Eui64 hub, List<Eui64> devices, long firmwareVersion) implements DccAlert {
        public FirmwareDistributionFailure {
            devices = List.copyOf(devices);
        }
    }

    /** Devices that a Communication Service Provider does not take an image for. */
    record DevicesRejected(List<Eui64> devices, long firmwareVersion) implements DccAlert {
        public DevicesRejected {
            devices = List.copyOf(devices);
        }
    }

    /** Device and Smart Metering Inventory do not agree. */
    record FirmwareVersionMismatch(Eui64 device, Optional<Long> inInventory, long onDevice) implements DccAlert {}
}
