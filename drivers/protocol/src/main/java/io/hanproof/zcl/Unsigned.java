package io.hanproof.zcl;

/** Range checks of the records' constructors: a value too wide for its field is a mistake of the caller. */
public final class Unsigned {
    private static final long U32_MAX = 0xFFFF_FFFFL;

    private Unsigned() {}

    public static void u8(String field, int value) {
        if ((value & ~0xFF) != 0) {
            throw tooWide(field, 0xFF, value);
        }
    }

    public static void u16(String field, int value) {
        if ((value & ~0xFFFF) != 0) {
            throw tooWide(field, 0xFFFF, value);
        }
    }

    public static void u32(String field, long value) {
        if ((value & ~U32_MAX) != 0) {
            throw tooWide(field, U32_MAX, value);
        }
    }

    private static IllegalArgumentException tooWide(String field, long most, long value) {
        return new IllegalArgumentException("%s needs 0 to %d, found %d".formatted(field, most, value));
    }
}
