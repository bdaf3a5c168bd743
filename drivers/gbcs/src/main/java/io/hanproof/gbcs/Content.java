package io.hanproof.gbcs;

import io.hanproof.octets.OctetReader;
import io.hanproof.octets.OctetWriter;
import io.hanproof.octets.Octets;

/** What a GBCS message says: one record for each message of the firmware use cases. */
public sealed interface Content
        permits HubFirmwareAlert,
                ReadFirmwareVersion,
                FirmwareVersion,
                FirmwareActivationAlert,
                ActivateFirmware,
                ActivateFirmwareAccepted,
                ActivateFirmwareResult,
                ActivateFirmwareAlert,
                FirmwareReceiptAlert,
                DutyCycleAlert,
                ReadElectricityFirmwareVersion,
                ElectricityFirmwareVersion,
                ReadGasFirmwareVersion,
                GasFirmwareVersion,
                ReadDeviceModel,
                DeviceModel {

    UseCase useCase();

    Cra cra();

    Protection protection();

    OctetWriter write(OctetWriter out);

    /** @param all the message that {@code in} reads from, at the same offsets */
    static Content read(GroupingHeader header, Octets all, OctetReader in, int messageCodeAt) {
        UseCase useCase = UseCase.of(header.other().messageCode())
                .orElseThrow(() -> in.malformed(
                        "message code",
                        "one of the firmware use cases",
                        messageCodeAt,
                        "found 0x%04X".formatted(header.other().messageCode())));
        return switch (header.cra()) {
            case COMMAND -> command(useCase, all, in, messageCodeAt);
            case RESPONSE -> response(useCase, all, in, messageCodeAt);
            case ALERT -> alert(useCase, in, messageCodeAt);
        };
    }

    private static Content command(UseCase useCase, Octets all, OctetReader in, int messageCodeAt) {
        return switch (useCase) {
            case CS06 -> ActivateFirmware.read(in);
            case CS08 -> Der.nextIsOctetString(in, all) ? ReadDeviceModel.read(in) : ReadFirmwareVersion.read(in);
            case ECS52 -> ReadElectricityFirmwareVersion.read(in);
            case GCS38 -> ReadGasFirmwareVersion.read(in);
            case CS06_ALERT, FDRA_DLMS, FDRA_GBZ, DBCH06, DBCH07, DBCH08, DBCH09, DBCH10, DBCH11, CCS08, CS09 ->
                throw noSuch(in, useCase, "a command", messageCodeAt);
        };
    }

    private static Content response(UseCase useCase, Octets all, OctetReader in, int messageCodeAt) {
        return switch (useCase) {
            case CS06 -> Der.nextIsNull(in, all) ? ActivateFirmwareAccepted.read(in) : ActivateFirmwareResult.read(in);
            case CS08 -> DeviceModel.isNext(in, all) ? DeviceModel.read(in) : FirmwareVersion.read(in);
            case ECS52 -> ElectricityFirmwareVersion.read(in);
            case GCS38 -> GasFirmwareVersion.read(in);
            case CS06_ALERT, FDRA_DLMS, FDRA_GBZ, DBCH06, DBCH07, DBCH08, DBCH09, DBCH10, DBCH11, CCS08, CS09 ->
                throw noSuch(in, useCase, "a response", messageCodeAt);
        };
    }

    private static Content alert(UseCase useCase, OctetReader in, int messageCodeAt) {
        return switch (useCase) {
            case CS06_ALERT -> ActivateFirmwareAlert.read(in);
            case FDRA_DLMS -> FirmwareReceiptAlert.readDlms(in);
            case FDRA_GBZ -> FirmwareReceiptAlert.readGbz(in);
            case DBCH06, DBCH07, DBCH08, DBCH09, DBCH10, DBCH11 -> DutyCycleAlert.read(useCase, in);
            case CCS08 -> HubFirmwareAlert.read(in);
            case CS09 -> FirmwareActivationAlert.read(in);
            case CS06, CS08, ECS52, GCS38 -> throw noSuch(in, useCase, "an alert", messageCodeAt);
        };
    }

    private static RuntimeException noSuch(OctetReader in, UseCase useCase, String kind, int messageCodeAt) {
        return in.malformed(
                "message code",
                "a use case that has " + kind,
                messageCodeAt,
                "found 0x%04X (%s)".formatted(useCase.messageCode(), useCase.title()));
    }
}
