package io.hanproof.cbke;

import io.hanproof.octets.Eui64;
import io.hanproof.octets.Octets;
import java.nio.ByteBuffer;
import java.util.Optional;
import org.bouncycastle.math.ec.ECPoint;

/**
 * Says whose a public key is, without a signature: the key follows from the certificate and that of the authority, and
 * only the device it was issued to knows the private key to it. Its numbers are big-endian.
 */
public record ImplicitCertificate(Suite suite, Octets octets) {
    static final int IMPLICIT_WITHOUT_EXTENSION = 0x00;
    static final int CURVE_SECT283K1 = 0x0D;
    static final int HASH_AES_MMO = 0x08;
    static final int KEY_AGREEMENT = 0x08;

    private static final int ADDRESS = 8;

    /** @throws IllegalArgumentException when a certificate of that suite has another length */
    public ImplicitCertificate {
        if (octets.length() != suite.certificateLength()) {
            throw new IllegalArgumentException("a certificate of %s needs %d octets, found %d"
                    .formatted(suite, suite.certificateLength(), octets.length()));
        }
    }

    /** The device that it was issued to. */
    public Eui64 subject() {
        return switch (suite) {
            case SUITE_1 -> address(22);
            case SUITE_2 -> address(28);
        };
    }

    /** The authority that issued it. */
    public Eui64 issuer() {
        return switch (suite) {
            case SUITE_1 -> address(30);
            case SUITE_2 -> address(11);
        };
    }

    /** Whether its type, curve, hash and use are those that Key Establishment needs. */
    public boolean fits() {
        return switch (suite) {
            case SUITE_1 -> true; // it has no such fields
            case SUITE_2 ->
                octets.u8(0) == IMPLICIT_WITHOUT_EXTENSION
                        && octets.u8(9) == CURVE_SECT283K1
                        && octets.u8(10) == HASH_AES_MMO
                        && (octets.u8(36) & KEY_AGREEMENT) != 0;
        };
    }

    /** The public key of its subject; empty when it holds no point of the curve, or the authority's key is none. */
    Optional<ECPoint> publicKey(Octets authorityKey) {
        var curve = suite.curve();
        var hash = Curve.number(AesMmo.hash(octets)).mod(curve.order());
        return curve.point(reconstruction())
                .flatMap(point -> curve.point(authorityKey)
                        .map(authority -> point.multiply(hash).add(authority).normalize()))
                .filter(it -> !it.isInfinity());
    }

    private Octets reconstruction() {
        int at = switch (suite) {
            case SUITE_1 -> 0;
            case SUITE_2 -> 37;
        };
        return octets.slice(at, suite.publicKeyLength());
    }

    private Eui64 address(int at) {
        return new Eui64(ByteBuffer.wrap(octets.toArray(), at, ADDRESS).getLong());
    }
}
