package io.hanproof.octets;

import org.jspecify.annotations.Nullable;

/** Reads little-endian fields in order; what is missing is named by field, need, place and finding. */
public final class OctetReader {
    private final byte[] octets;
    private final int end;
    private final @Nullable Trace trace;
    private int at;

    /** Is told of each field that is read, in order. */
    @FunctionalInterface
    public interface Trace {
        void read(String field, int at, int length);
    }

    public OctetReader(Octets octets) {
        this(octets, 0, octets.length());
    }

    /** Reads {@code length} octets of {@code octets} from {@code from}; offsets count from the first octet of {@code octets}. */
    public OctetReader(Octets octets, int from, int length) {
        this(octets.shared(), from, from + length, null);
    }

    /** Reads all of {@code octets} and tells {@code trace} where each field stood. */
    public OctetReader(Octets octets, Trace trace) {
        this(octets.shared(), 0, octets.length(), trace);
    }

    private OctetReader(byte[] octets, int from, int end, @Nullable Trace trace) {
        this.octets = octets;
        this.at = from;
        this.end = end;
        this.trace = trace;
    }

    /** Takes the next {@code length} octets out of this reader, to be read by one of their own. */
    public OctetReader within(String field, int length) {
        skip(field, length);
        return new OctetReader(octets, at - length, at, trace);
    }

    public int u8(String field) {
        need(field, 1);
        return octets[at++] & 0xFF;
    }

    public int u16(String field) {
        need(field, 2);
        int value = (octets[at] & 0xFF) | (octets[at + 1] & 0xFF) << 8;
        at += 2;
        return value;
    }

    public long u32(String field) {
        need(field, 4);
        long value = (octets[at] & 0xFF)
                | (octets[at + 1] & 0xFF) << 8
                | (octets[at + 2] & 0xFF) << 16
                | (octets[at + 3] & 0xFFL) << 24;
        at += 4;
        return value;
    }

    /** Eight octets as they stand in a {@code long}: an EUI-64 uses all 64 bits. */
    public long u64(String field) {
        need(field, 8);
        long value = 0;
        for (int i = 7; i >= 0; i--) {
            value = value << 8 | (octets[at + i] & 0xFF);
        }
        at += 8;
        return value;
    }

    /** A copy of the next {@code length} octets. */
    public Octets take(String field, int length) {
        need(field, length);
        Octets taken = Octets.copyOf(octets, at, length);
        at += length;
        return taken;
    }

    /** A copy of all that is left, perhaps nothing. */
    public Octets rest() {
        return take("rest", left());
    }

    /** Passes over octets that another reader reads, or nobody. */
    public void skip(String field, int length) {
        check(field, length);
        at += length;
    }

    /** Offset of the next octet. */
    public int at() {
        return at;
    }

    public int left() {
        return end - at;
    }

    /** Says that the field read last, or about to be read, is wrong in content. */
    public MalformedOctets malformed(String field, String need, int where, String found) {
        return new MalformedOctets(field, need, where, found);
    }

    private void need(String field, int count) {
        check(field, count);
        if (trace != null) {
            trace.read(field, at, count);
        }
    }

    private void check(String field, int count) {
        if (end - at < count) {
            throw new MalformedOctets(field, count == 1 ? "1 octet" : count + " octets", at, (end - at) + " left");
        }
    }
}
