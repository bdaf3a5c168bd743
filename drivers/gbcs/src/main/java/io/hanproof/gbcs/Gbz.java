package io.hanproof.gbcs;

import io.hanproof.octets.OctetReader;
import io.hanproof.octets.OctetWriter;

/** What the GBZ payloads (ZigBee commands in a GBCS envelope) of the firmware use cases share. */
final class Gbz {
    static final int METERING = 0x0702;
    static final int FIRMWARE_VERSION = 0x0206;
    private static final int PROFILE = 0x0109;
    private static final int LAST_COMPONENT = 0x01;

    private Gbz() {}

    static void profile(OctetReader in) {
        Wire.expect16(in, "profile id", PROFILE);
        Wire.expect(in, "number of GBZ components", 1);
    }

    static OctetWriter profile(OctetWriter out) {
        return Wire.u16(out, PROFILE).u8(1);
    }

    /**
     * One ZCL frame behind its extended header; its own fields are little-endian, as ZigBee has them.
     *
     * @return where it ends
     */
    static int frame(OctetReader in, int frameControl, int command) {
        profile(in);
        Wire.expect(in, "extended header control", LAST_COMPONENT);
        Wire.expect16(in, "cluster id", METERING);
        int at = in.at();
        int length = Wire.u16(in, "ZCL frame length");
        if (in.left() < length) {
            throw in.malformed("ZCL frame", Wire.octets(length), at + 2, in.left() + " left");
        }
        int end = in.at() + length;
        Wire.expect(in, "ZCL frame control", frameControl);
        Wire.expect(in, "ZCL transaction sequence number", 0);
        Wire.expect(in, "ZCL command", command);
        return end;
    }

    static void leave(OctetReader in, int end) {
        if (in.at() != end) {
            throw in.malformed("ZCL frame", "to end at offset " + end, in.at(), "its fields end at offset " + in.at());
        }
    }

    static OctetWriter frame(OctetWriter out, int frameControl, int command, OctetWriter payload) {
        Wire.u16(profile(out).u8(LAST_COMPONENT), METERING);
        return Wire.u16(out, payload.length() + 3)
                .u8(frameControl)
                .u8(0)
                .u8(command)
                .octets(payload.toOctets());
    }

    static void attribute(OctetReader in) {
        int at = in.at();
        int found = in.u16("attribute id");
        if (found != FIRMWARE_VERSION) {
            throw in.malformed("attribute id", "0x0206", at, "found 0x%04X".formatted(found));
        }
    }
}
