package io.hanproof.gbcs;

import io.hanproof.octets.OctetReader;
import io.hanproof.octets.OctetWriter;
import java.time.Instant;

/** A PPMID tells that it has, or has not, activated its image (CS09, alert 0x8F8B of the approved solution). */
public record FirmwareActivationAlert(
        AlertCode alertCode, Instant executionDateTime, long firmwareVersion, ActivateImage activateImage)
        implements Content {
    private static final AlertCode[] ALERT_CODES = {AlertCode.FIRMWARE_VERSION_READ};

    /** How the activation ended. */
    public enum ActivateImage implements Coded {
        ACTIVATION_SUCCESS(0, "activation success"),
        ACTIVATION_FAILURE(1, "activation failure");

        private final int code;
        private final String title;

        ActivateImage(int code, String title) {
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

    public FirmwareActivationAlert {
        Codes.requireOneOf(alertCode, ALERT_CODES);
        executionDateTime = Der.second(executionDateTime);
        Wire.requireU32(firmwareVersion, "firmware version");
    }

    /** With the one alert code there is. */
    public FirmwareActivationAlert(Instant executionDateTime, long firmwareVersion, ActivateImage activateImage) {
        this(AlertCode.FIRMWARE_VERSION_READ, executionDateTime, firmwareVersion, activateImage);
    }

    @Override
    public UseCase useCase() {
        return UseCase.CS09;
    }

    @Override
    public Cra cra() {
        return Cra.ALERT;
    }

    @Override
    public Protection protection() {
        return Protection.SIGNATURE;
    }

    static FirmwareActivationAlert read(OctetReader in) {
        int end = Der.enter(in, "activation alert");
        var alertCode = Der.coded(in, "alert code", ALERT_CODES);
        Instant executionDateTime = Der.time(in, "execution date-time");
        long firmwareVersion = Der.version(in, "firmware version");
        var activateImage = Der.coded(in, "activate image", ActivateImage.values());
        Der.leave(in, "activation alert", end);
        return new FirmwareActivationAlert(alertCode, executionDateTime, firmwareVersion, activateImage);
    }

    @Override
    public OctetWriter write(OctetWriter out) {
        var alert = Der.time(Der.integer(new OctetWriter(), alertCode.code()), executionDateTime);
        return Der.sequence(out, Der.integer(Der.version(alert, firmwareVersion), activateImage.code()));
    }
}
