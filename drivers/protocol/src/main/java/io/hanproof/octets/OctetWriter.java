package io.hanproof.octets;

import java.util.Arrays;

/** Writes little-endian fields in order. Values are checked where records are made, not here. */
public final class OctetWriter {
    private static final byte[] NOTHING = new byte[0];

    private byte[] octets;
    private int length;

    public OctetWriter() {
        this(32);
    }

    /** @param capacity octets to make room for; the writer grows when that is too few */
    public OctetWriter(int capacity) {
        this.octets = new byte[capacity];
    }

    public OctetWriter u8(int value) {
        room(1);
        octets[length++] = (byte) value;
        return this;
    }

    public OctetWriter u16(int value) {
        room(2);
        octets[length++] = (byte) value;
        octets[length++] = (byte) (value >> 8);
        return this;
    }

    public OctetWriter u32(long value) {
        room(4);
        octets[length++] = (byte) value;
        octets[length++] = (byte) (value >> 8);
        octets[length++] = (byte) (value >> 16);
        octets[length++] = (byte) (value >> 24);
        return this;
    }

    public OctetWriter u64(long value) {
        return u32(value).u32(value >>> 32);
    }

    public OctetWriter octets(Octets more) {
        room(more.length());
        more.copyTo(octets, length);
        length += more.length();
        return this;
    }

    public int length() {
        return length;
    }

    /** What was written. The writer gives its array up and is empty afterwards, so a full one costs no second copy. */
    public Octets toOctets() {
        byte[] written = length == octets.length ? octets : Arrays.copyOf(octets, length);
        octets = NOTHING;
        length = 0;
        return Octets.owning(written);
    }

    private void room(int count) {
        if (octets.length - length < count) {
            octets = Arrays.copyOf(octets, Math.max(2 * octets.length, length + count));
        }
    }
}
