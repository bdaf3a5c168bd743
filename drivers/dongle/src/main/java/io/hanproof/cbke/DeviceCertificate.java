package io.hanproof.cbke;

import io.hanproof.cbke.CertificateText.Heading;
import io.hanproof.lab.BenchFault;
import io.hanproof.octets.Eui64;
import io.hanproof.octets.Octets;
import java.util.Locale;

/**
 * What a device needs to take part: its certificate, the private key to it, and the public key of the authority. A text
 * holds them as the authority for test certificates hands them out, hexadecimal under headings.
 */
public final class DeviceCertificate {
    private final Octets authorityKey;
    private final ImplicitCertificate certificate;
    private final PrivateKey privateKey;

    DeviceCertificate(Octets authorityKey, ImplicitCertificate certificate, PrivateKey privateKey) {
        this.authorityKey = authorityKey;
        this.certificate = certificate;
        this.privateKey = privateKey;
    }

    /**
     * Reads a text of headings and hexadecimal digits; blanks, line breaks and lines that begin with # do not count.
     *
     * @param place where the text is from, for messages
     * @throws BenchFault when something is missing, has the wrong length, or the private key is not that of the
     *     certificate
     */
    public static DeviceCertificate read(String text, String place) {
        var parts = CertificateText.read(text, place);
        Octets certificate = parts.need(Heading.CERTIFICATE);
        Suite suite = suite(certificate, place);
        Octets authorityKey = parts.need(Heading.AUTHORITY_KEY, suite.publicKeyLength(), suite);
        var heading = parts.find(Heading.PRIVATE_KEY_BY_ITS_NAME).isPresent()
                ? Heading.PRIVATE_KEY_BY_ITS_NAME
                : Heading.PRIVATE_KEY;
        Octets scalar = parts.need(heading, suite.privateKeyLength(), suite);
        var read = new DeviceCertificate(
                authorityKey, new ImplicitCertificate(suite, certificate), new PrivateKey(suite, Curve.number(scalar)));
        if (!read.belongsTogether()) {
            throw new BenchFault("the private key needs to be that of the certificate and the %s in %s, found another"
                    .formatted(Heading.AUTHORITY_KEY, place));
        }
        return read;
    }

    public Suite suite() {
        return certificate.suite();
    }

    public ImplicitCertificate certificate() {
        return certificate;
    }

    /** The device that it is for. */
    public Eui64 subject() {
        return certificate.subject();
    }

    /** The text that {@link #read} reads. It holds the private key. */
    public String text() {
        return "%s:\n%s\n%s:\n%s\n%s:\n%s\n%s:\n%s\n"
                .formatted(
                        Heading.AUTHORITY_KEY,
                        lower(authorityKey),
                        Heading.CERTIFICATE,
                        lower(certificate.octets()),
                        Heading.PRIVATE_KEY,
                        lower(suite().curve().octets(privateKey.scalar())),
                        Heading.PUBLIC_KEY,
                        lower(privateKey.publicKey()));
    }

    @Override
    public String toString() {
        return "DeviceCertificate[%s for %s by %s]".formatted(suite(), subject(), certificate.issuer());
    }

    Octets authorityKey() {
        return authorityKey;
    }

    PrivateKey privateKey() {
        return privateKey;
    }

    private boolean belongsTogether() {
        return privateKey.scalar().signum() > 0
                && privateKey.scalar().compareTo(suite().curve().order()) < 0
                && certificate
                        .publicKey(authorityKey)
                        .map(Curve::octets)
                        .filter(privateKey.publicKey()::equals)
                        .isPresent();
    }

    private static Suite suite(Octets certificate, String place) {
        for (Suite suite : Suite.values()) {
            if (suite.certificateLength() == certificate.length()) {
                return suite;
            }
        }
        throw new BenchFault(
                "%s needs 48 or 74 octets in %s, found %d".formatted(Heading.CERTIFICATE, place, certificate.length()));
    }

    private static String lower(Octets octets) {
        return octets.hex().toLowerCase(Locale.ROOT);
    }
}
