package io.hanproof.ncp;

import io.hanproof.octets.Decoded;
import io.hanproof.octets.OctetWriter;
import io.hanproof.octets.Octets;

/** A frame of the ASH protocol (UG101), without check sequence, stuffing and flag. */
sealed interface AshFrame {
    int NUMBERS = 8;
    int VERSION = 2;

    /** Reset code: the host asked for it. */
    int SOFTWARE_RESET = 0x0B;

    /** Error code: too many frames in a row went without acknowledgement. */
    int TOO_MANY_TIMEOUTS = 0x51;

    /**
     * @param acknowledges number of the frame expected next from the other side
     * @param repeated whether it was sent before
     */
    record Data(int number, int acknowledges, boolean repeated, Octets ezsp) implements AshFrame {}

    record Ack(int acknowledges, boolean notReady) implements AshFrame {}

    record Nak(int acknowledges, boolean notReady) implements AshFrame {}

    record Reset() implements AshFrame {}

    record ResetAck(int version, int code) implements AshFrame {}

    record Failed(int version, int code) implements AshFrame {}

    /** Control octet and data field, the latter as it is on the line: pseudo-random for a data frame. */
    default Octets write() {
        var out = new OctetWriter();
        switch (this) {
            case Data it ->
                out.u8(it.number << 4 | (it.repeated ? 8 : 0) | it.acknowledges)
                        .octets(AshOctets.randomised(it.ezsp, 0));
            case Ack it -> out.u8(0x80 | (it.notReady ? 8 : 0) | it.acknowledges);
            case Nak it -> out.u8(0xA0 | (it.notReady ? 8 : 0) | it.acknowledges);
            case Reset it -> out.u8(0xC0);
            case ResetAck it -> out.u8(0xC1).u8(it.version).u8(it.code);
            case Failed it -> out.u8(0xC2).u8(it.version).u8(it.code);
        }
        return out.toOctets();
    }

    /** @param body what stood before the check sequence, unstuffed */
    static Decoded<AshFrame> read(Octets body) {
        int length = body.length();
        if (length == 0) {
            return new Decoded.Malformed<>("control", "1 octet", 0, "none left");
        }
        int control = body.u8(0);
        if ((control & 0x80) == 0) {
            return length < 4
                    ? new Decoded.Malformed<>("data field", "3 octets", 1, (length - 1) + " left")
                    : new Decoded.Value<>(
                            new Data(control >> 4, control & 7, (control & 8) != 0, AshOctets.randomised(body, 1)));
        }
        boolean notReady = (control & 8) != 0;
        return switch (control & 0xE0) {
            case 0x80 -> sized(body, 1, new Ack(control & 7, notReady));
            case 0xA0 -> sized(body, 1, new Nak(control & 7, notReady));
            default -> readReset(body, control);
        };
    }

    private static Decoded<AshFrame> readReset(Octets body, int control) {
        boolean coded = body.length() == 3;
        return switch (control) {
            case 0xC0 -> sized(body, 1, new Reset());
            case 0xC1 -> sized(body, 3, coded ? new ResetAck(body.u8(1), body.u8(2)) : new Reset());
            case 0xC2 -> sized(body, 3, coded ? new Failed(body.u8(1), body.u8(2)) : new Reset());
            default -> new Decoded.Malformed<>("control", "a known frame type", 0, "found 0x%02X".formatted(control));
        };
    }

    private static Decoded<AshFrame> sized(Octets body, int length, AshFrame frame) {
        return body.length() == length
                ? new Decoded.Value<>(frame)
                : new Decoded.Malformed<>("frame", length + " octets", 0, "found " + body.length());
    }
}
