package io.hanproof.cbke;

import io.hanproof.image.ImageIntegrityCode;
import io.hanproof.octets.Octets;

/** The hash of both suites, and the keyed hash made of it as FIPS 198 says with blocks of 16 octets. */
final class AesMmo {
    private static final int BLOCK = 16;
    private static final int INNER = 0x36;
    private static final int OUTER = 0x5C;

    private AesMmo() {}

    static Octets hash(Octets octets) {
        return ImageIntegrityCode.of(octets).octets(); // the same hash has another use there
    }

    static Octets keyedHash(Octets key, Octets octets) {
        return hash(mixed(key, OUTER).plus(hash(mixed(key, INNER).plus(octets))));
    }

    private static Octets mixed(Octets key, int pad) {
        byte[] mixed = new byte[BLOCK];
        for (int i = 0; i < BLOCK; i++) {
            mixed[i] = (byte) (key.u8(i) ^ pad);
        }
        return Octets.copyOf(mixed);
    }
}
