package io.hanproof.ncp;

import io.hanproof.octets.Octets;
import java.util.Arrays;
import java.util.function.LongSupplier;

/** Measures how long a host takes to answer an Image Block Request: from the line to the host and back. */
public final class BlockClock implements StickTap {
    private static final int INCOMING_MESSAGE = 0x45;
    private static final int SEND_UNICAST = 0x34;
    private static final int FRAME_ID = 3;
    /** Where the cluster stands behind the header and what precedes the APS frame. */
    private static final int CLUSTER_TO_HOST = 5 + 1 + 2;

    private static final int CLUSTER_FROM_HOST = 5 + 3 + 2;
    private static final int ZCL_TO_HOST = 5 + 1 + 11 + 7;
    private static final int ZCL_FROM_HOST = 5 + 3 + 11 + 2;
    private static final int OTA = 0x0019;
    private static final int COMMAND = 2;
    private static final int IMAGE_BLOCK_REQUEST = 0x03;
    private static final int IMAGE_BLOCK_RESPONSE = 0x05;
    private static final double NANOS_IN_A_MILLISECOND = 1e6;

    private final LongSupplier nanos;
    private long[] taken = new long[1024];
    private int count;
    private long askedAt;
    private boolean asked;

    /** @param nanos a clock that never goes back */
    public BlockClock(LongSupplier nanos) {
        this.nanos = nanos;
    }

    @Override
    public synchronized void ezspToHost(Octets frame) {
        if (is(frame, INCOMING_MESSAGE, CLUSTER_TO_HOST, ZCL_TO_HOST, IMAGE_BLOCK_REQUEST)) {
            askedAt = nanos.getAsLong();
            asked = true;
        }
    }

    @Override
    public synchronized void ezspFromHost(Octets frame) {
        if (asked && is(frame, SEND_UNICAST, CLUSTER_FROM_HOST, ZCL_FROM_HOST, IMAGE_BLOCK_RESPONSE)) {
            asked = false;
            if (count == taken.length) {
                taken = Arrays.copyOf(taken, 2 * count);
            }
            taken[count++] = nanos.getAsLong() - askedAt;
        }
    }

    private static boolean is(Octets frame, int id, int cluster, int zcl, int command) {
        return frame.length() > zcl + COMMAND
                && frame.u16(FRAME_ID) == id
                && frame.u16(cluster) == OTA
                && frame.u8(zcl + COMMAND) == command;
    }

    /** How many blocks were asked for and answered. */
    public synchronized int blocks() {
        return count;
    }

    /** What the share {@code quantile} of all blocks took at most; 0 when there were none. */
    public synchronized double milliseconds(double quantile) {
        if (count == 0) {
            return 0;
        }
        long[] sorted = Arrays.copyOf(taken, count);
        Arrays.sort(sorted);
        return sorted[(int) Math.min(count - 1L, Math.round(quantile * count))] / NANOS_IN_A_MILLISECOND;
    }
}
