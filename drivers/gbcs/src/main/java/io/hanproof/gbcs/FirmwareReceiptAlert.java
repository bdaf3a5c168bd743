package io.hanproof.gbcs;

import io.hanproof.octets.OctetReader;
import io.hanproof.octets.OctetWriter;
import io.hanproof.octets.Octets;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/**
 * A meter or HCALCS tells that an image has arrived, whether it verified, and which hash it calculated.
 *
 * @param calculatedHash SHA-256 of the Manufacturer Image as received
 */
public record FirmwareReceiptAlert(AlertCode alertCode, Form form, Octets calculatedHash) implements Content {
    private static final AlertCode[] ALERT_CODES = {AlertCode.FIRMWARE_VERIFICATION_FAILED, AlertCode.FIRMWARE_VERIFIED
    };

    /** The two encodings: a DLMS device's and a GBZ device's. */
    public sealed interface Form {}

    /**
     * As ESME send it, message code 0x00CE.
     *
     * @param invokeId the low 24 bits of the header's counter
     */
    public record DlmsForm(int invokeId, CosemDateTime time) implements Form {
        public DlmsForm {
            Dlms.requireInvokeId(invokeId);
        }

        /** The form of a message with this counter. */
        public static DlmsForm of(long counter, Instant time) {
            return new DlmsForm(Dlms.invokeId(counter), CosemDateTime.of(time));
        }
    }

    /**
     * As GSME send it, message code 0x00CF.
     *
     * @param time to the second, 2000 to 2136
     */
    public record GbzForm(Instant time) implements Form {
        private static final Instant EPOCH = Instant.parse("2000-01-01T00:00:00Z");

        public GbzForm {
            time = time.truncatedTo(ChronoUnit.SECONDS);
            Wire.requireU32(EPOCH.until(time, ChronoUnit.SECONDS), "UTCTime");
        }

        static GbzForm read(OctetReader in) {
            return new GbzForm(EPOCH.plusSeconds(Wire.u32(in, "UTCTime")));
        }

        OctetWriter write(OctetWriter out) {
            return Wire.u32(out, EPOCH.until(time, ChronoUnit.SECONDS));
        }
    }

    public FirmwareReceiptAlert {
        Codes.requireOneOf(alertCode, ALERT_CODES);
        if (calculatedHash.length() != ActivateFirmware.HASH_LENGTH) {
            throw new IllegalArgumentException("an image hash has 32 octets, found " + calculatedHash.length());
        }
    }

    @Override
    public UseCase useCase() {
        return switch (form) {
            case DlmsForm dlms -> UseCase.FDRA_DLMS;
            case GbzForm gbz -> UseCase.FDRA_GBZ;
        };
    }

    @Override
    public Cra cra() {
        return Cra.ALERT;
    }

    @Override
    public Protection protection() {
        return Protection.SIGNATURE;
    }

    static FirmwareReceiptAlert readDlms(OctetReader in) {
        var notification = Dlms.notification(in, ALERT_CODES, FirmwareReceiptAlert::hashLength);
        var form = new DlmsForm(notification.invokeId(), notification.time());
        return new FirmwareReceiptAlert(notification.alertCode(), form, hash(in));
    }

    static FirmwareReceiptAlert readGbz(OctetReader in) {
        Gbz.profile(in);
        int at = in.at();
        var alertCode = Wire.coded(in, "alert code", at, Wire.u16(in, "alert code"), ALERT_CODES);
        var form = GbzForm.read(in);
        Wire.expect(in, "octet-string tag", Dlms.OCTET_STRING);
        int unused = hashLength(in);
        return new FirmwareReceiptAlert(alertCode, form, hash(in));
    }

    private static int hashLength(OctetReader in) {
        Wire.expect(in, "calculated hash length", ActivateFirmware.HASH_LENGTH);
        return ActivateFirmware.HASH_LENGTH;
    }

    private static Octets hash(OctetReader in) {
        return in.take("calculated hash", ActivateFirmware.HASH_LENGTH);
    }

    @Override
    public OctetWriter write(OctetWriter out) {
        return switch (form) {
            case DlmsForm(int invokeId, CosemDateTime time) ->
                Dlms.notification(out, invokeId, alertCode, time, calculatedHash.length())
                        .octets(calculatedHash);
            case GbzForm gbz ->
                gbz.write(Wire.u16(Gbz.profile(out), alertCode.code()))
                        .u8(Dlms.OCTET_STRING)
                        .u8(calculatedHash.length())
                        .octets(calculatedHash);
        };
    }
}
