package io.hanproof.gbcs;

import io.hanproof.octets.Decoded;
import io.hanproof.octets.Eui64;
import io.hanproof.octets.OctetWriter;
import io.hanproof.octets.Octets;
import java.io.IOException;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.interfaces.ECPrivateKey;
import java.security.interfaces.ECPublicKey;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.ASN1Encoding;
import org.bouncycastle.asn1.ASN1GeneralizedTime;
import org.bouncycastle.asn1.ASN1Integer;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.ASN1UTCTime;
import org.bouncycastle.asn1.DERBitString;
import org.bouncycastle.asn1.DERSequence;
import org.bouncycastle.asn1.DERUTF8String;
import org.bouncycastle.asn1.x500.RDN;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x500.X500NameBuilder;
import org.bouncycastle.asn1.x500.style.BCStyle;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.asn1.x509.AuthorityKeyIdentifier;
import org.bouncycastle.asn1.x509.CertificatePolicies;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.ExtensionsGenerator;
import org.bouncycastle.asn1.x509.PolicyInformation;
import org.bouncycastle.asn1.x509.SubjectKeyIdentifier;
import org.bouncycastle.asn1.x509.SubjectPublicKeyInfo;
import org.bouncycastle.asn1.x509.TBSCertificate;
import org.bouncycastle.asn1.x509.Time;
import org.bouncycastle.asn1.x509.V3TBSCertificateGenerator;
import org.bouncycastle.asn1.x9.X9ObjectIdentifiers;

/**
 * Mints entities for tests and emulators, in the shape of the published certificates. Everything comes from the seed: the same
 * seed and entity, the same keys and octets. Whoever knows the seed knows the keys, so they guard nothing real.
 */
public final class TestPki {
    private static final ASN1ObjectIdentifier EXAMPLE_POLICY = new ASN1ObjectIdentifier("2.999.2");
    private static final X500Name ISSUER = new X500NameBuilder()
            .addRDN(BCStyle.OU, new DERUTF8String("07"))
            .addRDN(BCStyle.CN, new DERUTF8String("hanproof test"))
            .build();
    private static final AlgorithmIdentifier ECDSA = new AlgorithmIdentifier(X9ObjectIdentifiers.ecdsa_with_SHA256);
    private static final Time NOT_BEFORE = new Time(new ASN1UTCTime("160101000000Z"));
    private static final Time NOT_AFTER = new Time(new ASN1GeneralizedTime("99991231235959Z"));
    private static final Eui64 ISSUER_ENTITY = new Eui64(0);
    private static final int SERIAL_LENGTH = 16;

    private final long seed;
    private final ECPrivateKey issuerKey;
    private final ECPublicKey issuerPublicKey;

    public TestPki(long seed) {
        this.seed = seed;
        this.issuerKey = key(ISSUER_ENTITY, "issuer");
        this.issuerPublicKey = P256.publicKey(issuerKey);
    }

    /** A device or an organisation with its two keys and their certificates. */
    public Identity mint(Eui64 entity, Role role) {
        return mint(entity, role, 1);
    }

    /** The same entity after {@code generation - 1} changes of its keys. */
    public Identity mint(Eui64 entity, Role role, int generation) {
        ECPrivateKey signing = key(entity, Usage.SIGNING + " " + generation);
        ECPrivateKey agreement = key(entity, Usage.AGREEMENT + " " + generation);
        return new Identity(
                entity,
                role,
                certificate(entity, role, Usage.SIGNING, signing),
                certificate(entity, role, Usage.AGREEMENT, agreement),
                new PrivateKeys(signing, agreement));
    }

    /** Whether this PKI issued the certificate. */
    public boolean issued(SmkiCertificate certificate) {
        return certificate.isIssuedBy(issuerPublicKey);
    }

    private ECPrivateKey key(Eui64 entity, String purpose) {
        for (int attempt = 0; ; attempt++) {
            var scalar =
                    new BigInteger(1, draw(entity, purpose + " key " + attempt).toArray());
            if (P256.isScalar(scalar)) {
                return P256.privateKey(scalar);
            }
        }
    }

    private Octets draw(Eui64 entity, String purpose) {
        return new OctetWriter()
                .u64(seed)
                .u64(entity.value())
                .octets(Octets.copyOf(purpose.getBytes(StandardCharsets.UTF_8)))
                .toOctets()
                .sha256();
    }

    private SmkiCertificate certificate(Eui64 entity, Role role, Usage usage, ECPrivateKey key) {
        try {
            var tbs = toBeSigned(entity, role, usage, P256.publicKey(key));
            Octets encoded = Octets.copyOf(tbs.getEncoded(ASN1Encoding.DER));
            BigInteger[] signature = P256.signRaw(issuerKey, encoded);
            var rs =
                    new DERSequence(new ASN1Encodable[] {new ASN1Integer(signature[0]), new ASN1Integer(signature[1])});
            var whole = new DERSequence(
                    new ASN1Encodable[] {tbs, ECDSA, new DERBitString(rs.getEncoded(ASN1Encoding.DER))});
            return switch (SmkiCertificate.read(Octets.copyOf(whole.getEncoded(ASN1Encoding.DER)))) {
                case Decoded.Value<SmkiCertificate>(var certificate) -> certificate;
                case Decoded.Malformed<SmkiCertificate> malformed ->
                    throw new IllegalStateException("minted a wrong certificate: " + malformed.message());
            };
        } catch (IOException e) {
            throw new IllegalStateException("no I/O here that could fail", e);
        }
    }

    private TBSCertificate toBeSigned(Eui64 entity, Role role, Usage usage, ECPublicKey key) throws IOException {
        var info = SubjectPublicKeyInfo.getInstance(key.getEncoded());
        var tbs = new V3TBSCertificateGenerator();
        var serial = draw(
                entity,
                usage + " serial " + Octets.copyOf(key.getEncoded()).sha256().hex());
        tbs.setSerialNumber(
                new ASN1Integer(new BigInteger(1, serial.slice(0, SERIAL_LENGTH).toArray())));
        tbs.setIssuer(ISSUER);
        tbs.setSignature(ECDSA);
        tbs.setStartDate(NOT_BEFORE);
        tbs.setEndDate(NOT_AFTER);
        tbs.setSubject(role.isDevice() ? new X500Name(new RDN[0]) : CertificateShape.organisationName(entity, role));
        tbs.setSubjectPublicKeyInfo(info);
        var issuer = SubjectPublicKeyInfo.getInstance(issuerPublicKey.getEncoded());
        var extensions = new ExtensionsGenerator();
        extensions.addExtension(Extension.keyUsage, true, CertificateShape.keyUsage(usage));
        extensions.addExtension(Extension.subjectKeyIdentifier, false, new SubjectKeyIdentifier(identifier(info)));
        if (role.isDevice()) {
            extensions.addExtension(
                    Extension.subjectAlternativeName, true, CertificateShape.hardwareModuleName(entity));
        }
        extensions.addExtension(
                Extension.certificatePolicies, true, new CertificatePolicies(new PolicyInformation(EXAMPLE_POLICY)));
        extensions.addExtension(
                Extension.authorityKeyIdentifier, false, new AuthorityKeyIdentifier(identifier(issuer)));
        tbs.setExtensions(extensions.generate());
        return tbs.generateTBSCertificate();
    }

    private static byte[] identifier(SubjectPublicKeyInfo info) {
        return CertificateShape.keyIdentifier(info.getPublicKeyData().getBytes());
    }

    @Override
    public String toString() {
        return "test PKI"; // not its seed: that is its keys
    }
}
