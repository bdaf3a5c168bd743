package io.hanproof.gbcs;

import io.hanproof.octets.Eui64;
import io.hanproof.octets.MalformedOctets;
import io.hanproof.octets.OctetWriter;
import io.hanproof.octets.Octets;
import java.io.IOException;
import java.math.BigInteger;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Optional;
import org.bouncycastle.asn1.ASN1BitString;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.ASN1Encoding;
import org.bouncycastle.asn1.ASN1Integer;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.ASN1OctetString;
import org.bouncycastle.asn1.ASN1Sequence;
import org.bouncycastle.asn1.ASN1TaggedObject;
import org.bouncycastle.asn1.DERBitString;
import org.bouncycastle.asn1.DEROctetString;
import org.bouncycastle.asn1.DERSequence;
import org.bouncycastle.asn1.DERTaggedObject;
import org.bouncycastle.asn1.DERUTF8String;
import org.bouncycastle.asn1.x500.RDN;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x500.X500NameBuilder;
import org.bouncycastle.asn1.x500.style.BCStyle;
import org.bouncycastle.asn1.x500.style.IETFUtils;
import org.bouncycastle.asn1.x509.Certificate;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.Extensions;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.GeneralNames;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.bouncycastle.util.BigIntegers;

/**
 * Where the published certificates keep what matters here: a device's identifier in a critical alternative name, a hardware
 * module name, under an empty subject; an organisation's in its subject's unique identifier, beside its role.
 */
final class CertificateShape {
    private static final ASN1ObjectIdentifier HARDWARE_MODULE_NAME = new ASN1ObjectIdentifier("1.3.6.1.5.5.7.8.4");
    /** The arc that is kept for examples: no manufacturer's. */
    private static final ASN1ObjectIdentifier EXAMPLE_HARDWARE = new ASN1ObjectIdentifier("2.999.1");

    private static final int EUI_LENGTH = 8;

    private CertificateShape() {}

    record Named(Eui64 entity, Role role) {}

    static Named named(Certificate certificate) {
        return organisation(certificate.getSubject())
                .or(() -> device(certificate))
                .orElseThrow(() -> wrong("entity", "a unique identifier with a role, or a hardware module name"));
    }

    private static Optional<Named> organisation(X500Name subject) {
        RDN[] identifiers = subject.getRDNs(BCStyle.UNIQUE_IDENTIFIER);
        RDN[] units = subject.getRDNs(BCStyle.OU);
        if (identifiers.length != 1 || units.length != 1) {
            return Optional.empty();
        }
        var role = Role.ofUnit(IETFUtils.valueToString(units[0].getFirst().getValue()));
        return role.map(it -> new Named(
                eui(ASN1BitString.getInstance(identifiers[0].getFirst().getValue())
                        .getOctets()),
                it));
    }

    private static Optional<Named> device(Certificate certificate) {
        return extension(certificate, Extension.subjectAlternativeName).map(it -> {
            var names = GeneralNames.getInstance(it).getNames();
            if (names.length != 1 || names[0].getTagNo() != GeneralName.otherName) {
                throw wrong("alternative name", "one other name");
            }
            var other = ASN1Sequence.getInstance(names[0].getName());
            if (!HARDWARE_MODULE_NAME.equals(other.getObjectAt(0))) {
                throw wrong("alternative name", "a hardware module name");
            }
            var module = ASN1Sequence.getInstance(
                    ASN1TaggedObject.getInstance(other.getObjectAt(1)).getExplicitBaseObject());
            return new Named(
                    eui(ASN1OctetString.getInstance(module.getObjectAt(1)).getOctets()), Role.DEVICE);
        });
    }

    private static Eui64 eui(byte[] octets) {
        if (octets.length != EUI_LENGTH) {
            throw wrong("entity identifier", "8 octets");
        }
        return new Eui64(new BigInteger(octets).longValue());
    }

    static Usage usage(Certificate certificate) {
        var usage = extension(certificate, Extension.keyUsage)
                .map(KeyUsage::getInstance)
                .orElseThrow(() -> wrong("key usage", "to be there"));
        if (usage.equals(new KeyUsage(KeyUsage.digitalSignature))) {
            return Usage.SIGNING;
        }
        if (usage.equals(new KeyUsage(KeyUsage.keyAgreement))) {
            return Usage.AGREEMENT;
        }
        throw wrong("key usage", "digital signature or key agreement, one of them");
    }

    static KeyUsage keyUsage(Usage usage) {
        return new KeyUsage(
                switch (usage) {
                    case SIGNING -> KeyUsage.digitalSignature;
                    case AGREEMENT -> KeyUsage.keyAgreement;
                });
    }

    private static Optional<ASN1Encodable> extension(Certificate certificate, ASN1ObjectIdentifier id) {
        return Optional.ofNullable(certificate.getExtensions())
                .map((Extensions it) -> it.getExtension(id))
                .map(Extension::getParsedValue);
    }

    private static MalformedOctets wrong(String field, String need) {
        return new MalformedOctets("certificate " + field, need, 0, "found none");
    }

    static X500Name organisationName(Eui64 entity, Role role) {
        return new X500NameBuilder()
                .addRDN(BCStyle.OU, new DERUTF8String(role.unit()))
                .addRDN(BCStyle.UNIQUE_IDENTIFIER, new DERBitString(octets(entity)))
                .build();
    }

    static GeneralNames hardwareModuleName(Eui64 entity) {
        var module = new DERSequence(new ASN1Encodable[] {EXAMPLE_HARDWARE, new DEROctetString(octets(entity))});
        var other = new DERSequence(new ASN1Encodable[] {HARDWARE_MODULE_NAME, new DERTaggedObject(true, 0, module)});
        return new GeneralNames(new GeneralName(GeneralName.otherName, other));
    }

    static byte[] octets(Eui64 entity) {
        return Wire.u64(new OctetWriter(), entity.value()).toOctets().toArray();
    }

    /** RFC 5280's short form: the bits 0100 and the last 60 of the key's SHA-1. */
    static byte[] keyIdentifier(byte[] publicKey) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-1").digest(publicKey);
            byte[] identifier = Arrays.copyOfRange(hash, hash.length - EUI_LENGTH, hash.length);
            identifier[0] = (byte) ((identifier[0] & 0x0F) | 0x40);
            return identifier;
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-1", e);
        }
    }

    static Octets signedPart(Certificate certificate) {
        try {
            return Octets.copyOf(certificate.getTBSCertificate().getEncoded(ASN1Encoding.DER));
        } catch (IOException e) {
            throw new IllegalStateException("a certificate that was read can be written", e);
        }
    }

    /** r and s of the issuer's signature, empty when they are no such numbers. */
    static Optional<Octets> rawSignature(Certificate certificate) {
        try {
            var sequence = ASN1Sequence.getInstance(certificate.getSignature().getOctets());
            byte[] raw = new byte[2 * P256.SCALAR_LENGTH];
            for (int i = 0; i < 2; i++) {
                BigInteger scalar =
                        ASN1Integer.getInstance(sequence.getObjectAt(i)).getValue();
                byte[] octets = BigIntegers.asUnsignedByteArray(P256.SCALAR_LENGTH, scalar);
                System.arraycopy(octets, 0, raw, i * P256.SCALAR_LENGTH, P256.SCALAR_LENGTH);
            }
            return Optional.of(Octets.copyOf(raw));
        } catch (RuntimeException e) {
            return Optional.empty(); // BouncyCastle throws several kinds on what is no such sequence
        }
    }
}
