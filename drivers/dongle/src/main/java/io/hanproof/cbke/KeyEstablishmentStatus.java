package io.hanproof.cbke;

import java.util.Arrays;
import java.util.Optional;

/** Why a device ends an exchange. */
public enum KeyEstablishmentStatus {
    /** The issuer of the certificate is none that it knows. */
    UNKNOWN_ISSUER(1),
    /** The other side did not prove that it has the same key. */
    BAD_KEY_CONFIRM(2),
    /** A command out of turn, or of the wrong form. */
    BAD_MESSAGE(3),
    /** It is busy with another. */
    NO_RESOURCES(4),
    UNSUPPORTED_SUITE(5),
    /** Type, curve, hash, use, subject or key of the certificate do not do. */
    INVALID_CERTIFICATE(6);

    private final int code;

    KeyEstablishmentStatus(int code) {
        this.code = code;
    }

    public static Optional<KeyEstablishmentStatus> of(int code) {
        return Arrays.stream(values()).filter(it -> it.code == code).findFirst();
    }

    public int code() {
        return code;
    }
}
