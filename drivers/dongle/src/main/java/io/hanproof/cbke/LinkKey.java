package io.hanproof.cbke;

import io.hanproof.octets.Octets;

/** The key that two devices have agreed on. It never shows itself in a text. */
public record LinkKey(Octets octets) {
    private static final int LENGTH = 16;

    public LinkKey {
        if (octets.length() != LENGTH) {
            throw new IllegalArgumentException("a link key needs 16 octets, found " + octets.length());
        }
    }

    @Override
    public String toString() {
        return "LinkKey[hidden]";
    }
}
