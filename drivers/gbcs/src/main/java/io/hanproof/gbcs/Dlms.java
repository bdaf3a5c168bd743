package io.hanproof.gbcs;

import io.hanproof.octets.OctetReader;
import io.hanproof.octets.OctetWriter;
import java.util.function.ToIntFunction;

/** What the DLMS payloads of the firmware use cases share. */
final class Dlms {
    static final int OCTET_STRING = 0x09;
    static final int NULL_DATA = 0x00;
    static final int ACCESS_REQUEST = 0xD9;
    static final int ACCESS_RESPONSE = 0xDA;
    static final int GET = 0x01;
    private static final int DATA_NOTIFICATION = 0x0F;
    private static final int STRUCTURE = 0x02;
    private static final int LONG_UNSIGNED = 0x12;
    private static final int NOTIFIED = 3;
    /** Priority and service bits of the long-invoke-id: break on error, as every published message has them. */
    private static final int BREAK_ON_ERROR = 0x20;

    private static final int INVOKE_ID_BITS = 24;

    private Dlms() {}

    static int invokeId(long counter) {
        return (int) (counter & ((1 << INVOKE_ID_BITS) - 1));
    }

    static void requireInvokeId(int invokeId) {
        if (invokeId < 0 || invokeId >= 1 << INVOKE_ID_BITS) {
            throw new IllegalArgumentException("invoke id out of range: " + invokeId);
        }
    }

    /** Reads long-invoke-id-and-priority and a date-time that is always absent. */
    static int invocation(OctetReader in, int tag, String tagName) {
        Wire.expect(in, tagName + " tag", tag);
        Wire.expect(in, "invoke priority", BREAK_ON_ERROR);
        int high = in.u8("invoke id");
        int invokeId = high << Short.SIZE | Wire.u16(in, "invoke id");
        Wire.expect(in, "date-time length of the APDU", 0);
        return invokeId;
    }

    static OctetWriter invocation(OctetWriter out, int tag, int invokeId) {
        out.u8(tag).u8(BREAK_ON_ERROR).u8(invokeId >> Short.SIZE);
        return Wire.u16(out, invokeId & 0xFFFF).u8(0);
    }

    /** A DataNotification of three: alert code, date-time, and an octet string that the caller reads on. */
    record Notification(int invokeId, AlertCode alertCode, CosemDateTime time, int length) {}

    static Notification notification(OctetReader in, AlertCode[] allowed, ToIntFunction<OctetReader> lengthReader) {
        int invokeId = invocation(in, DATA_NOTIFICATION, "data-notification");
        Wire.expect(in, "structure tag", STRUCTURE);
        Wire.expect(in, "structure elements", NOTIFIED);
        Wire.expect(in, "alert code tag", LONG_UNSIGNED);
        int at = in.at();
        var alertCode = Wire.coded(in, "alert code", at, Wire.u16(in, "alert code"), allowed);
        Wire.expect(in, "date-time tag", OCTET_STRING);
        Wire.expect(in, "date-time length", CosemDateTime.LENGTH);
        var time = CosemDateTime.read(in);
        Wire.expect(in, "octet-string tag", OCTET_STRING);
        return new Notification(invokeId, alertCode, time, lengthReader.applyAsInt(in));
    }

    static OctetWriter notification(
            OctetWriter out, int invokeId, AlertCode alertCode, CosemDateTime time, int length) {
        invocation(out, DATA_NOTIFICATION, invokeId).u8(STRUCTURE).u8(NOTIFIED);
        Wire.u16(out.u8(LONG_UNSIGNED), alertCode.code()).u8(OCTET_STRING).u8(CosemDateTime.LENGTH);
        return time.write(out).u8(OCTET_STRING).u8(length);
    }
}
