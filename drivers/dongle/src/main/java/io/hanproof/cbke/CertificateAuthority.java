package io.hanproof.cbke;

import io.hanproof.octets.Eui64;
import io.hanproof.octets.OctetWriter;
import io.hanproof.octets.Octets;
import java.math.BigInteger;
import java.util.random.RandomGenerator;

/** Issues certificates for tests. No device out there trusts it until it is given this authority's public key. */
public final class CertificateAuthority {
    private static final int FOREVER = 0xFF;

    private final Suite suite;
    private final Eui64 name;
    private final PrivateKey key;
    private final RandomGenerator chance;

    private CertificateAuthority(Suite suite, Eui64 name, PrivateKey key, RandomGenerator chance) {
        this.suite = suite;
        this.name = name;
        this.key = key;
        this.chance = chance;
    }

    /**
     * A new authority.
     *
     * @param name what its certificates have as their issuer
     * @param chance draws every key: a seeded one makes the same certificates again
     */
    public static CertificateAuthority make(Suite suite, Eui64 name, RandomGenerator chance) {
        return new CertificateAuthority(suite, name, PrivateKey.draw(suite, chance), chance);
    }

    public Octets publicKey() {
        return key.publicKey();
    }

    /** A certificate for a device, with a new private key: both sides of the issue, which a maker has in two places. */
    public DeviceCertificate issue(Eui64 subject) {
        var curve = suite.curve();
        BigInteger requested = curve.draw(chance);
        BigInteger added = curve.draw(chance);
        var point = curve.times(requested).add(curve.times(added)).normalize();
        var certificate = new ImplicitCertificate(suite, content(subject, Curve.octets(point)));
        BigInteger hash = Curve.number(AesMmo.hash(certificate.octets())).mod(curve.order());
        BigInteger reconstruction = hash.multiply(added).add(key.scalar());
        BigInteger scalar = reconstruction.add(hash.multiply(requested)).mod(curve.order());
        return new DeviceCertificate(publicKey(), certificate, new PrivateKey(suite, scalar));
    }

    private Octets content(Eui64 subject, Octets point) {
        var out = new OctetWriter(suite.certificateLength());
        return switch (suite) {
            case SUITE_1 ->
                address(address(out.octets(point), subject.value()), name.value())
                        .octets(Octets.hex("0109 0000000000000000")) // of the Smart Energy profile
                        .toOctets();
            case SUITE_2 -> {
                address(out.u8(ImplicitCertificate.IMPLICIT_WITHOUT_EXTENSION), chance.nextLong());
                out.u8(ImplicitCertificate.CURVE_SECT283K1).u8(ImplicitCertificate.HASH_AES_MMO);
                address(out, name.value());
                out.u8(0).u32(0); // valid since 1970
                out.u8(FOREVER).u8(FOREVER).u8(FOREVER).u8(FOREVER);
                address(out, subject.value());
                yield out.u8(ImplicitCertificate.KEY_AGREEMENT).octets(point).toOctets();
            }
        };
    }

    private static OctetWriter address(OctetWriter out, long value) {
        return out.u64(Long.reverseBytes(value));
    }
}
