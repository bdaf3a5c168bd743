package io.hanproof.gbcs;

import io.hanproof.octets.Eui64;
import io.hanproof.octets.Octets;
import java.util.List;

/** An entity that we play: its certificates, and the keys to them. */
public record Identity(Eui64 id, Role role, SmkiCertificate signing, SmkiCertificate agreement, PrivateKeys keys) {

    /** @throws IllegalArgumentException unless the certificates are this entity's, each for its use, and match the keys */
    public Identity {
        require(signing, id, role, Usage.SIGNING);
        require(agreement, id, role, Usage.AGREEMENT);
        if (!signing.publicKey().getW().equals(P256.publicKey(keys.signing()).getW())
                || !agreement
                        .publicKey()
                        .getW()
                        .equals(P256.publicKey(keys.agreement()).getW())) {
            throw new IllegalArgumentException("a private key of %s does not match its certificate".formatted(id));
        }
    }

    private static void require(SmkiCertificate certificate, Eui64 id, Role role, Usage usage) {
        if (!certificate.entity().equals(id)
                || certificate.usage() != usage
                || certificate.role().isDevice() != role.isDevice()
                || (!role.isDevice() && certificate.role() != role)) {
            throw new IllegalArgumentException("%s needs a %s certificate of its role %s, found %s"
                    .formatted(id, usage.title(), role, certificate));
        }
    }

    public List<SmkiCertificate> certificates() {
        return List.of(signing, agreement);
    }

    /** Signs any octets, as a supplier signs a Manufacturer Image: r and s. */
    public Octets sign(Octets message) {
        return P256.sign(keys.signing(), message);
    }

    Octets sharedSecret(SmkiCertificate other) {
        return P256.sharedSecret(keys.agreement(), other.publicKey());
    }
}
