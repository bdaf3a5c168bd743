package io.hanproof.cbke;

import io.hanproof.octets.Octets;
import java.util.random.RandomGenerator;

/** Draws the same octets whenever asked for octets: for the ephemeral keys of a worked example. */
record FixedDraw(Octets octets) implements RandomGenerator {
    static FixedDraw of(PrivateKey key) {
        int length = (key.suite().curve().order().bitLength() + 7) / 8;
        return new FixedDraw(Octets.hex("%%0%dX".formatted(2 * length).formatted(key.scalar())));
    }

    @Override
    public void nextBytes(byte[] drawn) {
        octets.copyTo(drawn, 0);
    }

    @Override
    public long nextLong() {
        throw new IllegalStateException("nothing but octets is drawn here");
    }
}
