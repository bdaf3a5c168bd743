package io.hanproof.image;

/** Numbers as the specifications write them. */
final class Hex {
    private Hex() {}

    static String u8(int value) {
        return "0x%02X".formatted(value);
    }

    static String u16(int value) {
        return "0x%04X".formatted(value);
    }
}
