package io.hanproof.cbke;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.hanproof.octets.Eui64;
import io.hanproof.octets.Octets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

final class ImplicitCertificateTest {
    private static final Octets CERTIFICATE = Octets.hex(AnnexC.C6.responder().certificate());

    @ParameterizedTest
    @MethodSource("io.hanproof.cbke.AnnexC#examples")
    void holdsThePublicKeysOfTheAnnex(AnnexC example) {
        for (var device : new AnnexC.Device[] {example.initiator(), example.responder()}) {
            var certificate = new ImplicitCertificate(example.suite(), Octets.hex(device.certificate()));

            assertThat(certificate.publicKey(example.authorityKey()).map(Curve::octets))
                    .contains(Octets.hex(device.publicKey()));
            assertThat(certificate.subject()).isEqualTo(device.node());
            assertThat(certificate.fits()).isTrue();
        }
    }

    @ParameterizedTest
    @CsvSource({
        // issued by the public test authority: certificate, public key
        "0301D1D6FBE9BCC44E22AD5760DF233B7E3C7F349567AAAAAAAAAAAAAAAA54455354534543410109108301234567890A,"
                + " 0306B3E50A9CAEAA8199E4B5F8B8F60D068241F19496",
        "020441DEA2A7B578163B45D59A4592B18098A239B9E5000000000000000254455354534543410109108301234567890A,"
                + " 0304C7D7FB4CBFE5B0A1A3FEFB9AB82F61EF6FE0DCBD"
    })
    void holdsThePublicKeysOfTheTestAuthorityForSuite1(String certificate, String publicKey) {
        var read = new ImplicitCertificate(Suite.SUITE_1, Octets.hex(certificate));

        assertThat(read.publicKey(AnnexC.C5.authorityKey()).map(Curve::octets)).contains(Octets.hex(publicKey));
    }

    @ParameterizedTest
    @CsvSource({
        "008E99D80082C5278B0D08111213141516171800595E2A59FFFFFFFF2000000000000000"
                + "0802032ED67F6571E22CB1A0C1ADBD15E34BC102003A714EA34E7309A537F26D1E936DAECFE1,"
                + " 0306299852B92BD390C0B9D56667E5D5583D8C2BB23FEE6F2B8CEC558EC260ACD5C2A6F7B9",
        "006CD4EA5002DD01D20D08111213141516171800595E2A92FFFFFFFF2000000000000001"
                + "0803031FECE33D02BF62B735AFFDD9607DA85B98ACF47AE0E9D26BDF41BFBA337CE5F0AB7289,"
                + " 02061C5F0B529F33CC53EB6108D0BD26CD4561FBAECF61CD94975ECE3D9D54B6FE9A192C92"
    })
    void holdsThePublicKeysOfTheTestAuthorityForSuite2(String certificate, String publicKey) {
        var read = new ImplicitCertificate(Suite.SUITE_2, Octets.hex(certificate));

        assertThat(read.publicKey(AnnexC.C6.authorityKey()).map(Curve::octets)).contains(Octets.hex(publicKey));
    }

    @Test
    void saysWhoIssuedItAndToWhom() {
        var certificate = new ImplicitCertificate(Suite.SUITE_2, CERTIFICATE);

        assertThat(certificate.issuer()).isEqualTo(Eui64.parse("1112131415161718"));
        assertThat(certificate.subject()).isEqualTo(Eui64.parse("0A0B0C0D0E0F1011"));
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 9, 10, 36}) // type, curve, hash, key usage
    void doesNotFitWhenItIsForSomethingElse(int at) {
        var certificate = new ImplicitCertificate(Suite.SUITE_2, CERTIFICATE.with(at, 0x80));

        assertThat(certificate.fits()).isFalse();
    }

    @Test
    void holdsNoKeyWhenItsPointIsNone() {
        var certificate = new ImplicitCertificate(Suite.SUITE_2, CERTIFICATE.with(37, 0x05));

        assertThat(certificate.publicKey(AnnexC.C6.authorityKey())).isEmpty();
    }

    @Test
    void hasOneLength() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new ImplicitCertificate(Suite.SUITE_1, CERTIFICATE))
                .withMessage("a certificate of SUITE_1 needs 48 octets, found 74");
    }
}
