package io.hanproof.cbke;

import java.util.Arrays;
import java.util.Optional;

/** A cryptographic suite of Key Establishment: the curve, and how long what is sent of it is. */
public enum Suite {
    /** Of Smart Energy 1.0 and 1.1. */
    SUITE_1(0b01, 21, 48),
    /** Of Smart Energy 1.2 and later; GBCS requires it. */
    SUITE_2(0b10, 36, 74);

    private final int bit;
    private final int fieldLength;
    private final int certificateLength;

    Suite(int bit, int fieldLength, int certificateLength) {
        this.bit = bit;
        this.fieldLength = fieldLength;
        this.certificateLength = certificateLength;
    }

    /** The suite that a command asks for with this bit alone, if there is one. */
    public static Optional<Suite> of(int bits) {
        return Arrays.stream(values()).filter(it -> it.bit == bits).findFirst();
    }

    /** Its bit in attribute and commands. */
    public int bit() {
        return bit;
    }

    /** Octets of a certificate. */
    public int certificateLength() {
        return certificateLength;
    }

    /** Octets of a public key. */
    public int publicKeyLength() {
        return 1 + fieldLength;
    }

    /** Octets of a private key. */
    public int privateKeyLength() {
        return fieldLength;
    }

    Curve curve() {
        return switch (this) {
            case SUITE_1 -> Curve.SECT163K1;
            case SUITE_2 -> Curve.SECT283K1;
        };
    }
}
