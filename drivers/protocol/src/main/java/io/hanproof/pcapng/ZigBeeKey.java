package io.hanproof.pcapng;

import io.hanproof.octets.Octets;

/** An AES-128 key of a network or of a pair of nodes. It never shows itself in a text. */
public record ZigBeeKey(Octets octets) {
    private static final int LENGTH = 16;

    public ZigBeeKey {
        if (octets.length() != LENGTH) {
            throw new IllegalArgumentException("a key needs 16 octets, found " + octets.length());
        }
    }

    @Override
    public String toString() {
        return "ZigBeeKey[hidden]";
    }
}
