package io.hanproof.lab;

import io.hanproof.octets.Eui64;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * The octets of a recording: records of a header and a variable part, one after another in chunks that are never moved.
 *
 * <p>Header, little-endian: nanos u64 · kind u8 · delivery u8 · deliveries u8 · flags u8 · source u16 · destination u16
 * · profile u16 · cluster u16 · source endpoint u8 · destination endpoint u8 · length u16 · settled nanos u64. Nodes
 * are indexes into the table of addresses. What is no frame has its length, u32, where a frame has the time it was
 * settled, and 0 for the length. A record is padded to a multiple of 8.
 */
final class Tape {
    static final int HEADER = 32;
    static final int AT_KIND = 8;
    static final int AT_DELIVERY = 9;
    static final int AT_DELIVERIES = 10;
    static final int AT_FLAGS = 11;
    static final int AT_SOURCE = 12;
    static final int AT_DESTINATION = 14;
    static final int AT_PROFILE = 16;
    static final int AT_CLUSTER = 18;
    static final int AT_SOURCE_ENDPOINT = 20;
    static final int AT_DESTINATION_ENDPOINT = 21;
    static final int AT_LENGTH = 22;
    static final int AT_SETTLED = 24;
    static final int AT_CONTENT_LENGTH = 24;

    static final int FRAME = 0;
    static final int POWER = 1;
    static final int WAN = 2;
    static final int USER = 3;

    static final int SECURED = 0b01;
    static final int ACKNOWLEDGED = 0b10;
    static final int SWITCHED_ON = 0b01;
    static final int TO_DCC = 0b01;

    private static final List<Delivery> DELIVERIES = List.of(Delivery.UNKNOWN, Delivery.DELIVERED, Delivery.LOST);

    /** Octets of a frame. */
    static final int LONGEST_FRAME = 0xFFFF;

    /** Octets of anything else: a request may carry fifty thousand devices and an image as text. */
    static final int LONGEST = 1 << 26;

    static final VarHandle U64 = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
    static final VarHandle U32 = MethodHandles.byteArrayViewVarHandle(int[].class, ByteOrder.LITTLE_ENDIAN);
    static final VarHandle U16 = MethodHandles.byteArrayViewVarHandle(short[].class, ByteOrder.LITTLE_ENDIAN);

    private static final int UNIT_BITS = 3; // records begin at multiples of 8
    private static final int CHUNK_BITS = 18; // small enough for a garbage collector to treat as any other array
    private static final int UNITS_IN_CHUNK_BITS = CHUNK_BITS - UNIT_BITS;
    private static final int SMALLEST_CHUNK = 1 << 13; // most scenarios are short
    private static final int MOST_NODES = 0xFFFF;
    private static final int UNKNOWN = -1;

    private byte[][] chunks = new byte[4][];
    private int chunkCount;
    private byte[] chunk = {};
    private int end;
    private int[] positions = new int[128];
    private int size;
    private final List<Eui64> nodes = new ArrayList<>();
    private final List<String> labels = new ArrayList<>();
    private long[] addresses = new long[8];

    int size() {
        return size;
    }

    /** Makes room for a record; the caller fills its {@link #chunk} from {@link #at} on. Returns its number, from 1. */
    int reserve(int length) {
        int room = recordLength(length);
        if (chunk.length - end < room || end >= 1 << CHUNK_BITS) {
            addChunk(room);
        }
        if (size == positions.length) {
            positions = Arrays.copyOf(positions, 2 * size);
        }
        positions[size] = (chunkCount - 1) << UNITS_IN_CHUNK_BITS | end >>> UNIT_BITS;
        end += room;
        return ++size;
    }

    static int recordLength(int length) {
        return (HEADER + length + 7) & -8;
    }

    private void addChunk(int room) {
        int grown = Math.min(1 << CHUNK_BITS, Math.max(SMALLEST_CHUNK, 2 * chunk.length));
        if (chunkCount == 1 << (Integer.SIZE - UNITS_IN_CHUNK_BITS - 1)) {
            throw new BenchFault("the recording is full after %d entries".formatted(size));
        }
        if (chunkCount == chunks.length) {
            chunks = Arrays.copyOf(chunks, 2 * chunkCount);
        }
        chunk = new byte[room > grown ? longer(room) : grown];
        chunks[chunkCount++] = chunk;
        end = 0;
    }

    /** A record that no chunk holds gets one to itself. */
    private static int longer(int room) {
        return room > 1 << CHUNK_BITS ? room : Integer.highestOneBit(room) << 1;
    }

    /** Octets of the variable part of the record whose header is there. */
    static int length(byte[] octets, int at) {
        return octets[at + AT_KIND] == FRAME
                ? (short) U16.get(octets, at + AT_LENGTH) & 0xFFFF
                : (int) U32.get(octets, at + AT_CONTENT_LENGTH);
    }

    static byte code(Delivery delivery) {
        return switch (delivery) {
            case UNKNOWN -> 0;
            case DELIVERED -> 1;
            case LOST -> 2;
        };
    }

    static boolean isDelivery(int code) {
        return code >= 0 && code < DELIVERIES.size();
    }

    static Delivery delivery(int code) {
        return DELIVERIES.get(code);
    }

    /** The chunk that the record with that number stands in. */
    byte[] chunk(int number) {
        return chunks[positions[number - 1] >>> UNITS_IN_CHUNK_BITS];
    }

    /** Where in its chunk the record with that number begins. */
    int at(int number) {
        return (positions[number - 1] & (1 << UNITS_IN_CHUNK_BITS) - 1) << UNIT_BITS;
    }

    /** The node's place in the table, which it gets when it has none. */
    int index(Eui64 node) {
        int index = find(node);
        return index == UNKNOWN ? add(node) : index;
    }

    private int find(Eui64 node) {
        long address = node.value();
        for (int i = 0; i < nodes.size(); i++) {
            if (addresses[i] == address) {
                return i;
            }
        }
        return UNKNOWN;
    }

    private int add(Eui64 node) {
        int index = nodes.size();
        if (index == MOST_NODES) {
            throw new BenchFault("a recording knows %d nodes at most".formatted(MOST_NODES));
        }
        if (index == addresses.length) {
            addresses = Arrays.copyOf(addresses, 2 * index);
        }
        addresses[index] = node.value();
        nodes.add(node);
        labels.add("");
        return index;
    }

    Eui64 node(int index) {
        return nodes.get(index);
    }

    List<Eui64> nodes() {
        return List.copyOf(nodes);
    }

    void label(Eui64 node, String label) {
        labels.set(index(node), label);
    }

    /** The label of a node; empty when it has none. */
    String label(Eui64 node) {
        int index = find(node);
        return index == UNKNOWN ? "" : labels.get(index);
    }
}
