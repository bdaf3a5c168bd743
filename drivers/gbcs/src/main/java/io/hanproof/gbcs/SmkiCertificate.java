package io.hanproof.gbcs;

import io.hanproof.octets.Decoded;
import io.hanproof.octets.Eui64;
import io.hanproof.octets.MalformedOctets;
import io.hanproof.octets.OctetReader;
import io.hanproof.octets.Octets;
import java.io.IOException;
import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.interfaces.ECPublicKey;
import java.security.spec.X509EncodedKeySpec;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.regex.Pattern;
import org.bouncycastle.asn1.ASN1Encoding;
import org.bouncycastle.asn1.x509.Certificate;

/** The certificate of a device or an organisation, for one use of one P-256 key. */
public final class SmkiCertificate {
    private static final String BEGIN = "-----BEGIN CERTIFICATE-----";
    private static final String END = "-----END CERTIFICATE-----";
    private static final Pattern BLANKS = Pattern.compile("\\s+");
    private static final int SEQUENCE = 0x30;

    private final Octets der;
    private final Certificate certificate;
    private final Eui64 entity;
    private final Role role;
    private final Usage usage;
    private final ECPublicKey publicKey;

    private SmkiCertificate(
            Octets der, Certificate certificate, Eui64 entity, Role role, Usage usage, ECPublicKey publicKey) {
        this.der = der;
        this.certificate = certificate;
        this.entity = entity;
        this.role = role;
        this.usage = usage;
        this.publicKey = publicKey;
    }

    /** Reads DER. */
    public static Decoded<SmkiCertificate> read(Octets der) {
        try {
            var in = new OctetReader(der);
            Wire.expect(in, "certificate SEQUENCE", SEQUENCE);
            int length = Wire.length(in, "certificate");
            in.skip("certificate", length);
            Wire.end(in, "certificate");
            return new Decoded.Value<>(parse(der));
        } catch (MalformedOctets e) {
            return e.asValue();
        }
    }

    private static SmkiCertificate parse(Octets der) {
        try {
            var certificate = Certificate.getInstance(der.toArray());
            if (!Octets.copyOf(certificate.getEncoded(ASN1Encoding.DER)).equals(der)) {
                throw new MalformedOctets("certificate", "DER throughout", 0, "found BER");
            }
            var named = CertificateShape.named(certificate);
            var read = new SmkiCertificate(
                    der,
                    certificate,
                    named.entity(),
                    named.role(),
                    CertificateShape.usage(certificate),
                    publicKey(certificate));
            // BouncyCastle parses these late: what is wrong in them belongs here
            var unused = List.of(read.serialNumber(), read.issuer(), read.notBefore(), read.notAfter());
            return read;
        } catch (MalformedOctets e) {
            throw e;
        } catch (RuntimeException | IOException e) {
            // BouncyCastle throws a dozen kinds on DER that is no certificate, and documents none
            throw new MalformedOctets("certificate", "X.509 in DER", 0, "found none");
        }
    }

    private static ECPublicKey publicKey(Certificate certificate) {
        try {
            var encoded = certificate.getSubjectPublicKeyInfo().getEncoded(ASN1Encoding.DER);
            if (P256.factory().generatePublic(new X509EncodedKeySpec(encoded)) instanceof ECPublicKey key
                    && P256.isOnP256(key)) {
                return key;
            }
        } catch (IOException | GeneralSecurityException e) {
            // said below
        }
        throw new MalformedOctets("certificate public key", "a point of P-256", 0, "found another");
    }

    /** Reads one PEM block. */
    public static Decoded<SmkiCertificate> readPem(String text) {
        List<String> blocks = pemBlocks(text);
        if (blocks.size() != 1) {
            return new Decoded.Malformed<>("certificate", "one PEM block", 0, "found " + blocks.size());
        }
        String block = blocks.getFirst();
        if (!block.endsWith(END)) {
            return new Decoded.Malformed<>("certificate", "an end of its PEM block", 0, "found none");
        }
        String base64 = block.substring(BEGIN.length(), block.length() - END.length());
        try {
            return read(Octets.copyOf(
                    Base64.getDecoder().decode(BLANKS.matcher(base64).replaceAll(""))));
        } catch (IllegalArgumentException e) {
            return new Decoded.Malformed<>("certificate", "base64 in PEM", 0, "found none");
        }
    }

    /** From each beginning to its end, or to where the next begins, or the text breaks off. */
    static List<String> pemBlocks(String text) {
        var blocks = new ArrayList<String>();
        int from = text.indexOf(BEGIN);
        while (from >= 0) {
            int next = text.indexOf(BEGIN, from + BEGIN.length());
            String block = text.substring(from, next < 0 ? text.length() : next);
            int end = block.indexOf(END);
            blocks.add(end < 0 ? block : block.substring(0, end + END.length()));
            from = next;
        }
        return blocks;
    }

    public String pem() {
        var base64 = Base64.getMimeEncoder(64, new byte[] {'\n'});
        return BEGIN + "\n" + base64.encodeToString(der.toArray()) + "\n" + END + "\n";
    }

    public Octets der() {
        return der;
    }

    public Eui64 entity() {
        return entity;
    }

    /** A hub's says {@link Role#DEVICE}. */
    public Role role() {
        return role;
    }

    public Usage usage() {
        return usage;
    }

    public BigInteger serialNumber() {
        return certificate.getSerialNumber().getValue();
    }

    public String issuer() {
        return certificate.getIssuer().toString();
    }

    public Instant notBefore() {
        return certificate.getStartDate().getDate().toInstant();
    }

    public Instant notAfter() {
        return certificate.getEndDate().getDate().toInstant();
    }

    /** Whether this certificate's key made the signature, r and s, over these octets. */
    public boolean verifies(Octets message, Octets signature) {
        return P256.verifies(publicKey, message, signature);
    }

    ECPublicKey publicKey() {
        return publicKey;
    }

    Certificate certificate() {
        return certificate;
    }

    /** Whether the holder of this key issued the certificate. */
    boolean isIssuedBy(ECPublicKey issuer) {
        return CertificateShape.rawSignature(certificate)
                .filter(it -> P256.verifies(issuer, CertificateShape.signedPart(certificate), it))
                .isPresent();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof SmkiCertificate that && der.equals(that.der);
    }

    @Override
    public int hashCode() {
        return der.hashCode();
    }

    @Override
    public String toString() {
        return "%s certificate of %s (%s)".formatted(usage.title(), entity, role);
    }
}
