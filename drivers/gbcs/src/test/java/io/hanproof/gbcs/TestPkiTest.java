package io.hanproof.gbcs;

import static io.hanproof.gbcs.CorpusTest.value;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.hanproof.octets.Decoded;
import io.hanproof.octets.Eui64;
import io.hanproof.octets.Octets;
import java.io.ByteArrayInputStream;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

final class TestPkiTest {
    private static final Eui64 ENTITY = Eui64.parse("00DB1234567890A5");

    @Test
    void theSameSeedMintsTheSameOctets() {
        var one = new TestPki(7).mint(ENTITY, Role.DEVICE);
        var again = new TestPki(7).mint(ENTITY, Role.DEVICE);
        var other = new TestPki(8).mint(ENTITY, Role.DEVICE);

        assertThat(again.certificates()).isEqualTo(one.certificates());
        assertThat(again.sign(Octets.hex("00"))).isEqualTo(one.sign(Octets.hex("00")));
        assertThat(other.signing()).isNotEqualTo(one.signing());
        assertThat(new TestPki(7).mint(ENTITY, Role.DEVICE, 2).signing()).isNotEqualTo(one.signing());
    }

    @Test
    void aDevicesCertificateHasThePublishedShape() throws CertificateException {
        X509Certificate certificate = jdk(Players.HCALCS.signing());

        assertThat(certificate.getVersion()).isEqualTo(3);
        assertThat(certificate.getSubjectX500Principal().getName()).isEmpty();
        assertThat(certificate.getKeyUsage())
                .containsExactly(true, false, false, false, false, false, false, false, false);
        assertThat(certificate.getCriticalExtensionOIDs()).contains("2.5.29.15", "2.5.29.17");
        assertThat(certificate.getNotAfter().toInstant()).isEqualTo(Instant.parse("9999-12-31T23:59:59Z"));
        assertThat(certificate.getSigAlgName()).isEqualTo("SHA256withECDSA");
        assertThat(certificate.getPublicKey().getAlgorithm()).isEqualTo("EC");
    }

    @Test
    void anOrganisationsCertificateNamesItsRoleAndItself() throws CertificateException {
        X509Certificate certificate = jdk(Players.SUPPLIER.agreement());

        assertThat(certificate.getSubjectX500Principal().getName()).isEqualTo("2.5.4.45=#03090090b3d51f30010000,OU=02");
        assertThat(certificate.getKeyUsage())
                .containsExactly(false, false, false, false, true, false, false, false, false);
        assertThat(certificate.getNotAfter().toInstant()).isEqualTo(Instant.parse("9999-12-31T23:59:59Z"));
    }

    @Test
    void whatWasMintedIsReadAgainAndWasIssuedHere() {
        for (Identity identity : List.of(Players.ACB, Players.SUPPLIER, Players.HUB, Players.PPMID)) {
            assertThat(identity.signing().entity()).isEqualTo(identity.id());
            assertThat(identity.signing().usage()).isEqualTo(Usage.SIGNING);
            assertThat(identity.agreement().usage()).isEqualTo(Usage.AGREEMENT);
            assertThat(identity.signing().role().isDevice())
                    .isEqualTo(identity.role().isDevice());
            assertThat(Players.PKI.issued(identity.signing())).isTrue();
            assertThat(Players.PKI.issued(identity.agreement())).isTrue();
            assertThat(new TestPki(1).issued(identity.signing())).isFalse();
        }
        assertThat(Players.ACB.agreement().role()).isEqualTo(Role.ACB);
        assertThat(Players.SUPPLIER.agreement().role()).isEqualTo(Role.SUPPLIER);
    }

    @Test
    void aPublishedHubCertificateIsRead() {
        var certificate = value(SmkiCertificate.read(Published.HUB_CERTIFICATE));

        assertThat(certificate.entity()).isEqualTo(Eui64.parse("00DB1234567890A2"));
        assertThat(certificate.role()).isEqualTo(Role.DEVICE);
        assertThat(certificate.usage()).isEqualTo(Usage.SIGNING);
        assertThat(certificate.issuer()).isEqualTo("CN=E357");
        assertThat(certificate.serialNumber().toString(16)).isEqualTo("4b02e6c971cbf8e4abc0d3b6101828d2");
        assertThat(certificate.notBefore()).isEqualTo(Instant.parse("2016-04-06T00:00:00Z"));
        assertThat(certificate.notAfter()).isEqualTo(Instant.parse("9999-12-31T23:59:59Z"));
        assertThat(value(SmkiCertificate.readPem(certificate.pem()))).isEqualTo(certificate);
    }

    @Test
    void aCertificateCutAnywhereIsAValueThatNamesThePlace() {
        var der = Published.HUB_CERTIFICATE;

        for (int length = 0; length < der.length(); length++) {
            assertThat(SmkiCertificate.read(der.slice(0, length)))
                    .isInstanceOfSatisfying(
                            Decoded.Malformed.class,
                            it -> assertThat(it.message()).contains("certificate", "at offset"));
        }
    }

    @Property
    void aCertificateWithAnyOctetChangedIsReadWithoutAnException(
            @ForAll @IntRange(max = 418) int at, @ForAll @IntRange(max = 255) int octet) {
        assertThat(SmkiCertificate.read(Published.HUB_CERTIFICATE.with(at, octet)))
                .isNotNull();
        assertThat(SmkiCertificate.read(Players.SUPPLIER.signing().der().with(at % 300, octet)))
                .isNotNull();
    }

    @Property
    void anyOctetsAreNoCertificate(@ForAll byte[] octets) {
        assertThat(SmkiCertificate.read(Octets.copyOf(octets))).isInstanceOf(Decoded.Malformed.class);
    }

    @Test
    void anIdentityIsOnePartysKeysAndCertificates() {
        assertThatThrownBy(() -> new Identity(
                        Players.PPMID.id(),
                        Role.DEVICE,
                        Players.PPMID.signing(),
                        Players.PPMID.agreement(),
                        Players.HUB.keys()))
                .hasMessageContaining("does not match its certificate");
        assertThatThrownBy(() -> new Identity(
                        Players.PPMID.id(),
                        Role.DEVICE,
                        Players.PPMID.agreement(),
                        Players.PPMID.signing(),
                        Players.PPMID.keys()))
                .hasMessageContaining("needs a digital signature certificate");
    }

    @Test
    void noTextShowsAKey() {
        var identity = Players.SUPPLIER;
        var scalar = identity.keys().signing().getS();

        assertThat(identity.toString() + identity.keys() + Players.PKI)
                .doesNotContainIgnoringCase(scalar.toString(16))
                .doesNotContain(scalar.toString())
                .doesNotContain("4711");
    }

    private static X509Certificate jdk(SmkiCertificate certificate) throws CertificateException {
        return (X509Certificate) CertificateFactory.getInstance("X.509")
                .generateCertificate(new ByteArrayInputStream(certificate.der().toArray()));
    }

    @Test
    void aPemTextThatBreaksOffIsNone() {
        String whole = Players.PPMID.signing().pem();
        String cut = Players.PPMID.agreement().pem();

        assertThat(value(Certificates.readPem(whole + cut)).all()).hasSize(2);
        assertThat(Certificates.readPem(whole + cut.substring(0, cut.length() / 2)))
                .isInstanceOf(Decoded.Malformed.class);
        assertThat(Certificates.readPem(cut.substring(0, cut.length() / 2) + "\n" + whole))
                .isInstanceOf(Decoded.Malformed.class);
    }

    @Test
    void whatIsNoBase64IsNoCertificate() {
        String pem = Players.PPMID.signing().pem();

        assertThat(SmkiCertificate.readPem(pem.replaceFirst("\n", "\n#"))).isInstanceOf(Decoded.Malformed.class);
        assertThat(value(SmkiCertificate.readPem(pem.replace("\n", " \r\n\t")))).isEqualTo(Players.PPMID.signing());
    }

    @Test
    void aCertificateIsDerThroughout() {
        Octets der = Players.PPMID.signing().der();
        int critical = der.hex().indexOf("0101FF") / 2 + 2;

        assertThat(der.u8(critical)).isEqualTo(0xFF);
        assertThat(SmkiCertificate.read(der.with(critical, 1)))
                .isInstanceOfSatisfying(
                        Decoded.Malformed.class,
                        it -> assertThat(it.message())
                                .isEqualTo("certificate needs DER throughout at offset 0, found BER"));
    }
}
