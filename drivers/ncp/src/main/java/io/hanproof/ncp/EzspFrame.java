package io.hanproof.ncp;

import io.hanproof.octets.Decoded;
import io.hanproof.octets.OctetReader;
import io.hanproof.octets.OctetWriter;
import io.hanproof.octets.Octets;

/**
 * One EZSP frame (UG100).
 *
 * @param extended whether its header is that of version 8 and later
 * @param control low octet of the frame control
 */
record EzspFrame(boolean extended, int sequence, int control, int id, Octets parameters) {
    static final int COMMAND = 0x00;
    static final int RESPONSE = 0x80;
    static final int CALLBACK = 0x90;

    private static final int FORMAT_MASK = 0x03;
    private static final int FORMAT = 0x01;
    private static final int LEGACY_HEADER = 3;
    private static final int HEADER = 5;

    /** The first command may come in either format; a frame of four octets can only be a legacy one. */
    static Decoded<EzspFrame> read(Octets octets) {
        int length = octets.length();
        if (length < LEGACY_HEADER) {
            return new Decoded.Malformed<>("EZSP header", "3 octets", 0, length + " left");
        }
        var in = new OctetReader(octets);
        int sequence = in.u8("sequence");
        int control = in.u8("frame control");
        boolean extended = length >= HEADER && (octets.u8(2) & FORMAT_MASK) == FORMAT;
        if (extended) {
            in.skip("frame control", 1);
        }
        int id = extended ? in.u16("frame id") : in.u8("frame id");
        return new Decoded.Value<>(new EzspFrame(extended, sequence, control, id, in.rest()));
    }

    Octets write() {
        var out = new OctetWriter(HEADER + parameters.length()).u8(sequence).u8(control);
        if (extended) {
            out.u8(FORMAT).u16(id);
        } else {
            out.u8(id);
        }
        return out.octets(parameters).toOctets();
    }
}
