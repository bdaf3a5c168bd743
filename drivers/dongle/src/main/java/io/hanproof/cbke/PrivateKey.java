package io.hanproof.cbke;

import io.hanproof.octets.Octets;
import java.math.BigInteger;
import java.util.random.RandomGenerator;

/** A scalar that nobody else may know, with the public key that goes with it. It never shows itself in a text. */
record PrivateKey(Suite suite, BigInteger scalar) {
    static PrivateKey draw(Suite suite, RandomGenerator chance) {
        return new PrivateKey(suite, suite.curve().draw(chance));
    }

    Octets publicKey() {
        return Curve.octets(suite.curve().times(scalar));
    }

    @Override
    public String toString() {
        return "PrivateKey[hidden]";
    }
}
