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
        static final int SUCCESS = 0x8F8A;
        static final int FAILURE = 0x8F89;

        public int alertCode() {
            return responseCode == ImageResponseCode.FILE_TRANSFER_SUCCESS ? SUCCESS : FAILURE;
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

    /**
     * An alert of the hub's that contradicts itself: its code is not that of its response code, or its version is there
     * or absent against it. Which of them is meant nobody can tell, so it stands as it was said.
     */
    record ContradictoryAlert(int alertCode, Eui64 device, Optional<Long> version, ImageResponseCode responseCode)
            implements WanMessage {
        /** What is wrong with it. */
        public String contradiction() {
            int expected = switch (responseCode) {
                case FILE_TRANSFER_SUCCESS -> TransferAlert.SUCCESS;
                case IMAGE_DISCARDED, HARDWARE_VERSION_MISMATCH, FILE_TRANSFER_FAILURE -> TransferAlert.FAILURE;
                case FIRMWARE_READ_SUCCESS, FIRMWARE_READ_FAILURE -> ReadAlert.ALERT_CODE;
            };
            return alertCode == expected
                    ? "%s %s a version".formatted(responseCode.sourceName(), version.isPresent() ? "with" : "without")
                    : "0x%04X with %s, which is of 0x%04X".formatted(alertCode, responseCode.sourceName(), expected);
        }
    }

    /** An alert of the hub's in words: one whose parts belong together, or a {@link ContradictoryAlert}. */
    static WanMessage alert(int alertCode, Eui64 device, Optional<Long> version, ImageResponseCode responseCode) {
        boolean agrees = switch (responseCode) {
            case FILE_TRANSFER_SUCCESS -> alertCode == TransferAlert.SUCCESS && version.isPresent();
            case IMAGE_DISCARDED, HARDWARE_VERSION_MISMATCH, FILE_TRANSFER_FAILURE ->
                alertCode == TransferAlert.FAILURE && version.isPresent();
            case FIRMWARE_READ_SUCCESS -> alertCode == ReadAlert.ALERT_CODE && version.isPresent();
            case FIRMWARE_READ_FAILURE -> alertCode == ReadAlert.ALERT_CODE && version.isEmpty();
        };
        if (!agrees) {
            return new ContradictoryAlert(alertCode, device, version, responseCode);
        }
        return alertCode == ReadAlert.ALERT_CODE
                ? new ReadAlert(device, version)
                : new TransferAlert(device, version.orElseThrow(), responseCode);
    }

    /** A GBCS message, to the hub, a device behind it, or the DCC: its header says who it is from and for. */
    record Gbcs(Octets message) implements WanMessage {
        /** What its header says it is, whatever else is wrong with it: only a command goes to the hub. */
        public Optional<Cra> cra() {
            return GbcsHead.of(message).map(GbcsHead::cra);
        }

        /** Whom its header names as recipient, whatever else is wrong with it. */
        public Optional<Eui64> recipient() {
            return GbcsHead.of(message).map(GbcsHead::recipient);
        }

        /** In whose name its header says that it comes, whatever else is wrong with it. */
        public Optional<Eui64> originator() {
            return GbcsHead.of(message).map(GbcsHead::originator);
        }

        /** The message code, which names the use case, known or not. */
        public Optional<Integer> messageCode() {
            return GbcsHead.of(message).map(GbcsHead::messageCode);
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
