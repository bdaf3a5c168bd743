package io.hanproof.gbcs;

import io.hanproof.octets.Eui64;
import io.hanproof.octets.OctetReader;
import io.hanproof.octets.OctetWriter;
import java.time.Instant;

/**
 * The hub tells the DCC what became of an image (CCS08), or, under the 2019 baseline, which firmware a device runs. The 2019
 * text names no numbers: the read alert's response codes 4 and 5, and its place in this layout, are non-normative.
 *
 * @param entity the device that the image is for
 * @param firmwareVersion of the image or, read back, of the device; 0 for none
 */
public record HubFirmwareAlert(
        AlertCode alertCode, Instant executionDateTime, Eui64 entity, long firmwareVersion, ResponseCode responseCode)
        implements Content {
    private static final AlertCode[] ALERT_CODES = {
        AlertCode.FIRMWARE_TRANSFER_FAILED, AlertCode.FIRMWARE_TRANSFERRED, AlertCode.FIRMWARE_VERSION_READ
    };

    /** What became of the image, and of the read. */
    public enum ResponseCode implements Coded {
        FILE_TRANSFER_SUCCESS(0, "file transfer success"),
        FIRMWARE_IMAGE_DISCARDED(1, "firmware image discarded"),
        HARDWARE_VERSION_MISMATCH(2, "hardware version mismatch"),
        FILE_TRANSFER_FAILURE(3, "file transfer failure"),
        FIRMWARE_READ_SUCCESS(4, "firmware read success (number non-normative)"),
        FIRMWARE_READ_FAILURE(5, "firmware read failure (number non-normative)");

        private final int code;
        private final String title;

        ResponseCode(int code, String title) {
            this.code = code;
            this.title = title;
        }

        @Override
        public int code() {
            return code;
        }

        @Override
        public String title() {
            return title;
        }
    }

    public HubFirmwareAlert {
        Codes.requireOneOf(alertCode, ALERT_CODES);
        executionDateTime = Der.second(executionDateTime);
        Wire.requireU32(firmwareVersion, "firmware version");
    }

    @Override
    public UseCase useCase() {
        return UseCase.CCS08;
    }

    @Override
    public Cra cra() {
        return Cra.ALERT;
    }

    @Override
    public Protection protection() {
        return Protection.SIGNATURE;
    }

    static HubFirmwareAlert read(OctetReader in) {
        int end = Der.enter(in, "transfer alert");
        var alertCode = Der.coded(in, "alert code", ALERT_CODES);
        Instant executionDateTime = Der.time(in, "execution date-time");
        Der.tag(in, "entity");
        var entity = Wire.eui(in, "entity");
        long firmwareVersion = Der.version(in, "firmware version");
        var responseCode = Der.coded(in, "response code", ResponseCode.values());
        Der.leave(in, "transfer alert", end);
        return new HubFirmwareAlert(alertCode, executionDateTime, entity, firmwareVersion, responseCode);
    }

    @Override
    public OctetWriter write(OctetWriter out) {
        var alert = Der.time(Der.integer(new OctetWriter(), alertCode.code()), executionDateTime);
        Wire.eui(Der.tag(alert), entity);
        return Der.sequence(out, Der.integer(Der.version(alert, firmwareVersion), responseCode.code()));
    }
}
