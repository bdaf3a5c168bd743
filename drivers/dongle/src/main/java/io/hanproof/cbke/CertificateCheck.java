package io.hanproof.cbke;

import io.hanproof.cbke.Exchanges.Partner;
import io.hanproof.octets.Eui64;
import java.util.Optional;
import org.bouncycastle.math.ec.ECPoint;

/** Whether the suite and the certificate that the other side shows will do, asked in the order of annex C. */
sealed interface CertificateCheck {
    record Accepted(Partner partner) implements CertificateCheck {}

    record Refused(KeyEstablishmentStatus status, String words) implements CertificateCheck {}

    static CertificateCheck of(InitiateKeyEstablishment shown, DeviceCertificate own, Eui64 peer) {
        var refused = refusal(shown, own.certificate(), peer);
        if (refused.isPresent()) {
            return refused.get();
        }
        Optional<ECPoint> key = new ImplicitCertificate(own.suite(), shown.identity()).publicKey(own.authorityKey());
        return key.isPresent()
                ? new Accepted(new Partner(key.get(), shown.ephemeralDataTime(), shown.confirmKeyTime()))
                : new Refused(KeyEstablishmentStatus.INVALID_CERTIFICATE, "its certificate holds no key");
    }

    /** What can be said without the authority's key. */
    static Optional<Refused> refusal(InitiateKeyEstablishment shown, ImplicitCertificate own, Eui64 peer) {
        Suite suite = own.suite();
        if (Integer.bitCount(shown.suites()) != 1) {
            return refused(KeyEstablishmentStatus.BAD_MESSAGE, "it names %04X as one suite".formatted(shown.suites()));
        }
        if (shown.suites() != suite.bit()) {
            return refused(
                    KeyEstablishmentStatus.UNSUPPORTED_SUITE,
                    "it wants suite %04X, we have %s".formatted(shown.suites(), suite));
        }
        if (shown.identity().length() != suite.certificateLength()) {
            return refused(
                    KeyEstablishmentStatus.BAD_MESSAGE,
                    "its certificate has %d octets".formatted(shown.identity().length()));
        }
        var certificate = new ImplicitCertificate(suite, shown.identity());
        if (!certificate.fits()) {
            return refused(
                    KeyEstablishmentStatus.INVALID_CERTIFICATE,
                    "its certificate is of another type, curve, hash or use");
        }
        if (!certificate.issuer().equals(own.issuer())) {
            return refused(
                    KeyEstablishmentStatus.UNKNOWN_ISSUER, "its certificate was issued by " + certificate.issuer());
        }
        return certificate.subject().equals(peer)
                ? Optional.empty()
                : refused(
                        KeyEstablishmentStatus.INVALID_CERTIFICATE,
                        "its certificate was issued to " + certificate.subject());
    }

    private static Optional<Refused> refused(KeyEstablishmentStatus status, String words) {
        return Optional.of(new Refused(status, words));
    }
}
