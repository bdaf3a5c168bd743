package io.hanproof.ncp;

import io.hanproof.octets.Octets;

/** How ASH puts a frame on the line: pseudo-random data, a check sequence, stuffing and a flag. */
final class AshOctets {
    static final int FLAG = 0x7E;
    static final int ESCAPE = 0x7D;
    static final int XON = 0x11;
    static final int XOFF = 0x13;
    static final int SUBSTITUTE = 0x18;
    static final int CANCEL = 0x1A;
    static final int FLIP = 0x20;
    static final int CHECK = 2;

    private static final int SEED = 0x42;
    private static final int TAPS = 0xB8;
    private static final int POLYNOMIAL = 0x1021;
    private static final int START = 0xFFFF;

    private AshOctets() {}

    /** Mixes the octets from {@code from} with the sequence that spares the line long runs; twice gives them back. */
    static Octets randomised(Octets octets, int from) {
        byte[] mixed = octets.slice(from, octets.length() - from).toArray();
        int random = SEED;
        for (int i = 0; i < mixed.length; i++) {
            mixed[i] ^= (byte) random;
            random = (random & 1) == 0 ? random >> 1 : random >> 1 ^ TAPS;
        }
        return Octets.copyOf(mixed);
    }

    /** CRC-CCITT, highest bit first. */
    static int check(byte[] octets, int length) {
        int crc = START;
        for (int i = 0; i < length; i++) {
            crc ^= (octets[i] & 0xFF) << 8;
            for (int bit = 0; bit < 8; bit++) {
                crc = (crc & 0x8000) == 0 ? crc << 1 : crc << 1 ^ POLYNOMIAL;
            }
        }
        return crc & 0xFFFF;
    }

    /** The whole frame as it goes on the line, its flag at the end. */
    static Octets line(AshFrame frame) {
        Octets body = frame.write();
        int length = body.length() + CHECK;
        byte[] checked = new byte[length];
        body.copyTo(checked, 0);
        int check = check(checked, body.length());
        checked[length - 2] = (byte) (check >> 8);
        checked[length - 1] = (byte) check;
        byte[] stuffed = new byte[2 * length + 1];
        int at = 0;
        for (byte each : checked) {
            int octet = each & 0xFF;
            if (isReserved(octet)) {
                stuffed[at++] = (byte) ESCAPE;
                octet ^= FLIP;
            }
            stuffed[at++] = (byte) octet;
        }
        stuffed[at++] = (byte) FLAG;
        return Octets.copyOf(stuffed, 0, at);
    }

    private static boolean isReserved(int octet) {
        return switch (octet) {
            case FLAG, ESCAPE, XON, XOFF, SUBSTITUTE, CANCEL -> true;
            default -> false;
        };
    }
}
