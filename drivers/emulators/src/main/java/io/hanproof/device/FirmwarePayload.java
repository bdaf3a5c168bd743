package io.hanproof.device;

import io.hanproof.octets.OctetWriter;
import io.hanproof.octets.Octets;

/**
 * The Manufacturer Image of firmware that hanproof makes itself. It ends in the SHA-256 hash of the whole file before
 * that hash, which is this manufacturer's signature or equivalent: header, sub-element tags and content are all sealed.
 *
 * @param length octets of it, the hash included
 * @param seed what its content is drawn from
 */
record FirmwarePayload(Content content, int length, long seed) {
    static final int HASH = 32;
    static final Octets MAGIC = Octets.hex("48414E50524F4F46");
    static final int SHORTEST = 26 + HASH;

    /** Octets that look like erased flash, from three quarters of a payload long enough to have them. */
    static final int ERASED = 512;

    private static final int LENGTH_AT = 14;
    private static final int CONTENT_AT = 8;
    private static final int FIRST_PART_AT = 10;
    private static final int WITH_ERASED = 4 * 1024;
    private static final int ERASED_OCTET = 0xFF;
    private static final int FORMAT = 1;
    private static final long NONE = 0xFFFF_FFFFL;
    private static final long GOLDEN = 0x9E3779B97F4A7C15L;

    FirmwarePayload {
        if (length < SHORTEST) {
            throw new IllegalArgumentException(
                    "a made Manufacturer Image needs at least %d octets, found %d".formatted(SHORTEST, length));
        }
    }

    /** The payload without its hash. */
    Octets unsealed() {
        int role = switch (content) {
            case Content.Whole whole -> 0;
            case Content.FirstPart first -> 1;
            case Content.LastPart last -> 2;
            case Content.Unstartable unstartable -> 3;
        };
        long firstPart = content instanceof Content.LastPart(long version) ? version : NONE;
        var out = new OctetWriter(length);
        out.octets(MAGIC).u8(role).u8(FORMAT).u32(firstPart).u32(length).u64(seed);
        long state = seed;
        while (out.length() < length - HASH) {
            state += GOLDEN;
            int octet = (int) (mixed(state) >>> 56);
            out.u8(isErased(out.length()) ? ERASED_OCTET : octet);
        }
        return out.toOctets();
    }

    private boolean isErased(int at) {
        return length >= WITH_ERASED && at >= length / 4 * 3 && at < length / 4 * 3 + ERASED;
    }

    private static long mixed(long state) {
        long mixed = (state ^ (state >>> 30)) * 0xBF58476D1CE4E5B9L;
        mixed = (mixed ^ (mixed >>> 27)) * 0x94D049BB133111EBL;
        return mixed ^ (mixed >>> 31);
    }

    static boolean isAt(Octets file, int at) {
        return file.length() - at >= MAGIC.length()
                && file.slice(at, MAGIC.length()).equals(MAGIC);
    }

    /** Octets of the payload at {@code at} as it says itself; too many to be true, perhaps. */
    static long lengthAt(Octets file, int at) {
        return file.length() - at < SHORTEST ? Long.MAX_VALUE : file.u32(at + LENGTH_AT);
    }

    /** Whether a payload of that length at {@code at} lies within the file and its hash is right. */
    static boolean isSealed(Octets file, int at, long length) {
        if (length < SHORTEST || length > file.length() - at) {
            return false;
        }
        int hashAt = at + (int) length - HASH;
        return file.slice(0, hashAt).sha256().equals(file.slice(hashAt, HASH));
    }

    static Content contentAt(Octets file, int at) {
        return switch (file.u8(at + CONTENT_AT)) {
            case 1 -> new Content.FirstPart();
            case 2 -> new Content.LastPart(file.u32(at + FIRST_PART_AT));
            case 3 -> new Content.Unstartable();
            default -> new Content.Whole();
        };
    }
}
