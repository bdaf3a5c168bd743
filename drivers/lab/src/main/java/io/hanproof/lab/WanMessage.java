package io.hanproof.lab;

import io.hanproof.gbcs.Cra;
import io.hanproof.octets.Eui64;
import io.hanproof.octets.Octets;
import java.util.List;
import java.util.Optional;

/** What passes between the DCC and a Communications Hub over the SM WAN, as domain records. */
public sealed interface WanMessage {

    /**
     * Use case CS05b (meters, HCALCS) or CS05c (PPMID, IHD): an OTA Upgrade Image for some devices of the hub's HAN.
     *
     * @param upgradeImage header, Manufacturer Image and, by form and baseline, what follows
     * @param targets entity identifiers, never empty
     */
    record FirmwareDelivery(UseCase useCase, Octets upgradeImage, List<Eui64> targets) implements WanMessage {
        public FirmwareDelivery {
            targets = List.copyOf(targets);
        }
    }

    /** The hub's word on a transfer to one device: alert 0x8F8A for success, 0x8F89 for anything else. */
    record TransferAlert(Eui64 device, long fileVersion, ImageResponseCode responseCode) implements WanMessage {
        public int alertCode() {
            return responseCode == ImageResponseCode.FILE_TRANSFER_SUCCESS ? 0x8F8A : 0x8F89;
        }
    }

    /** The hub's word on what a device runs after activation: alert 0x8F8B; no version when it could not be read. */
    record ReadAlert(Eui64 device, Optional<Long> firmwareVersion) implements WanMessage {
        public static final int ALERT_CODE = 0x8F8B;

        public ImageResponseCode responseCode() {
            return firmwareVersion.isPresent()
                    ? ImageResponseCode.FIRMWARE_READ_SUCCESS
                    : ImageResponseCode.FIRMWARE_READ_FAILURE;
        }
    }

    /** A GBCS message, to the hub, a device behind it, or the DCC: its header says who it is from and for. */
    record Gbcs(Octets message) implements WanMessage {
        /** What its header says it is, whatever else is wrong with it: only a command goes to the hub. */
        public Optional<Cra> cra() {
            return GbcsWords.cra(message);
        }
    }

    /** Which route an image takes. */
    enum UseCase {
        CS05B,
        CS05C
    }

    /** Names of imageResponseCode in the source's Appendix 3; 2020 adds imageDiscarded. */
    enum ImageResponseCode {
        FILE_TRANSFER_SUCCESS("fileTransferSuccess"),
        IMAGE_DISCARDED("imageDiscarded"),
        HARDWARE_VERSION_MISMATCH("hardwareVersionMismatch"),
        FILE_TRANSFER_FAILURE("fileTransferFailure"),
        FIRMWARE_READ_SUCCESS("firmwareReadSuccess"),
        FIRMWARE_READ_FAILURE("firmwareReadFailure");

        private final String sourceName;

        ImageResponseCode(String sourceName) {
            this.sourceName = sourceName;
        }

        /** As the source writes it. */
        public String sourceName() {
            return sourceName;
        }
    }
}
