package io.hanproof.pcapng;

/**
 * How frames call a node.
 *
 * @param shortAddress the 16 bits that it has on this network; 0 is the coordinator
 * @param ieeeAddress the EUI-64 that it was made with
 */
public record NodeAddress(int shortAddress, long ieeeAddress) {
    /** Every node whose receiver is on. */
    public static final NodeAddress BROADCAST = new NodeAddress(0xFFFD, -1L);

    private static final int FIRST_BROADCAST = 0xFFF8;

    public NodeAddress {
        if (shortAddress < 0 || shortAddress > 0xFFFF) {
            throw new IllegalArgumentException("short address needs 0000 to FFFF, found %X".formatted(shortAddress));
        }
    }

    boolean isBroadcast() {
        return shortAddress >= FIRST_BROADCAST;
    }
}
