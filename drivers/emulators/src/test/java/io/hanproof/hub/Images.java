package io.hanproof.hub;

import io.hanproof.octets.Octets;
import java.util.Locale;

/** Upgrade images in wire order, as the file format and the trailers of each kind lay them down. */
final class Images {
    /** File identifier, header version 1.0, header length 60, hardware versions present. */
    private static final String START = "1EF1EE0B 0001 3C00 0400 ";
    /** ZigBee PRO, then 32 octets of text. */
    private static final String STACK_AND_TEXT = "0200" + "41".repeat(32);
    /** Hardware 1.1 to 2.0. */
    private static final String HARDWARE = "0101 0002";

    private static final int TRAILER = 66;

    private Images() {}

    /** Model AABB of maker FFFE, 60 octets of header and {@code body} octets of 5A. */
    static Octets ppmid(int version, int body) {
        return image("FEFF BBAA", version, body, 0);
    }

    /** With the activation date-time of the 2019 baseline: {@code utcTime} as eight digits in wire order. */
    static Octets ppmid(int version, int body, String utcTime) {
        return ppmid(version, body).plus(Octets.hex(utcTime));
    }

    static Octets ihd(int version, int body) {
        return image("FEFF CCAA", version, body, 0);
    }

    static Octets hcalcs(int version, int body) {
        return trailed("FEFF DDAA", version, body, "00");
    }

    static Octets hcalcsForced(int version, int body) {
        return trailed("FEFF DDAA", version, body, "01");
    }

    static Octets esme(int version, int body) {
        return trailed("FEFF EEAA", version, body, "00");
    }

    static Octets gsme(int version, int body) {
        return trailed("FEFF EFAA", version, body, "00");
    }

    /** As reference images do, the total image size counts the trailer. */
    static Octets esmeCountingItsTrailer(int version, int body) {
        return image("FEFF EEAA", version, body, TRAILER).plus(trailer("00"));
    }

    /** Force-replace octet, signature length and 64 octets of signature, outside the total image size. */
    private static Octets trailed(String model, int version, int body, String force) {
        return image(model, version, body, 0).plus(trailer(force));
    }

    private static Octets trailer(String force) {
        return Octets.hex(force + "40" + "33".repeat(64));
    }

    private static Octets image(String model, int version, int body, int more) {
        return Octets.hex(START
                + model
                + littleEndian(version)
                + STACK_AND_TEXT
                + littleEndian(60 + body + more)
                + HARDWARE
                + "5A".repeat(body));
    }

    private static String littleEndian(int u32) {
        return String.format(Locale.ROOT, "%08X", Integer.reverseBytes(u32));
    }
}
