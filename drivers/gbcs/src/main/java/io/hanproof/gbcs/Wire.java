package io.hanproof.gbcs;

import io.hanproof.octets.Eui64;
import io.hanproof.octets.OctetReader;
import io.hanproof.octets.OctetWriter;
import java.util.Arrays;
import java.util.stream.Collectors;

/** Fields as GBCS puts them on the wire: the most significant octet first, lengths in the shortest form. */
final class Wire {
    static final String SHORTEST = "its shortest form";
    private static final int EUI_LENGTH = 8;
    private static final int LONG_FORM = 0x80;

    private Wire() {}

    static int u16(OctetReader in, String field) {
        return Integer.reverseBytes(in.u16(field)) >>> 16;
    }

    static OctetWriter u16(OctetWriter out, int value) {
        return out.u16(Integer.reverseBytes(value) >>> 16);
    }

    static long u32(OctetReader in, String field) {
        return Integer.toUnsignedLong(Integer.reverseBytes((int) in.u32(field)));
    }

    static OctetWriter u32(OctetWriter out, long value) {
        return out.u32(Integer.reverseBytes((int) value));
    }

    static long u64(OctetReader in, String field) {
        return Long.reverseBytes(in.u64(field));
    }

    static OctetWriter u64(OctetWriter out, long value) {
        return out.u64(Long.reverseBytes(value));
    }

    static void expect(OctetReader in, String field, int octet) {
        int at = in.at();
        int found = in.u8(field);
        if (found != octet) {
            throw in.malformed(field, "0x%02X".formatted(octet), at, "found 0x%02X".formatted(found));
        }
    }

    static void expect16(OctetReader in, String field, int expected) {
        int at = in.at();
        int found = u16(in, field);
        if (found != expected) {
            throw in.malformed(field, "0x%04X".formatted(expected), at, "found 0x%04X".formatted(found));
        }
    }

    /** An entity identifier behind its length. */
    static Eui64 eui(OctetReader in, String field) {
        expect(in, field + " length", EUI_LENGTH);
        return new Eui64(u64(in, field));
    }

    static OctetWriter eui(OctetWriter out, Eui64 entity) {
        return u64(out.u8(EUI_LENGTH), entity.value());
    }

    /** A length of at most 65535, refused unless what it counts is there. */
    static int length(OctetReader in, String field) {
        int at = in.at();
        int first = in.u8(field + " length");
        int length = switch (first) {
            case 0x81 -> in.u8(field + " length");
            case 0x82 -> u16(in, field + " length");
            default -> first;
        };
        if (first > 0x82 || first == LONG_FORM) {
            throw in.malformed(field + " length", "a length of at most 2 octets", at, "found 0x%02X".formatted(first));
        }
        if ((first == 0x81 && length < LONG_FORM) || (first == 0x82 && length < 0x100)) {
            throw in.malformed(field + " length", SHORTEST, at, "found %d in a longer one".formatted(length));
        }
        if (in.left() < length) {
            throw in.malformed(field, octets(length), in.at(), in.left() + " left");
        }
        return length;
    }

    static OctetWriter length(OctetWriter out, int length) {
        if (length < LONG_FORM) {
            return out.u8(length);
        }
        return length < 0x100 ? out.u8(0x81).u8(length) : u16(out.u8(0x82), length);
    }

    /** Nothing may follow what was read. */
    static void end(OctetReader in, String field) {
        if (in.left() > 0) {
            throw in.malformed(field, "to end here", in.at(), in.left() + " left");
        }
    }

    static <E extends Enum<E> & Coded> E coded(OctetReader in, String field, int at, long found, E[] allowed) {
        for (E it : allowed) {
            if (it.code() == found) {
                return it;
            }
        }
        String need = Arrays.stream(allowed)
                .map(it -> it.code() > 0xFF ? "0x%04X".formatted(it.code()) : Integer.toString(it.code()))
                .collect(Collectors.joining(" or "));
        throw in.malformed(field, need, at, found > 0xFF ? "found 0x%04X".formatted(found) : "found " + found);
    }

    static String octets(int count) {
        return count == 1 ? "1 octet" : count + " octets";
    }

    static void requireU8(int value, String field) {
        require(value >= 0 && value <= 0xFF, field, value);
    }

    static void requireU16(int value, String field) {
        require(value >= 0 && value <= 0xFFFF, field, value);
    }

    static void requireU32(long value, String field) {
        require(value >= 0 && value <= 0xFFFFFFFFL, field, value);
    }

    private static void require(boolean holds, String field, long value) {
        if (!holds) {
            throw new IllegalArgumentException(field + " out of range: " + value);
        }
    }
}
