package io.hanproof.cbke;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.hanproof.lab.BenchFault;
import io.hanproof.octets.Eui64;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

final class DeviceCertificateTest {
    private static final String TEXT = """
            # for the hub
            CA Pub Key:
            0207a445022d9f39f49bdc38380026a27a9e0a1799313ab2
            8c5c1a1c6b605154db1dff6752
            Device Implicit Cert:
            008e99d80082c5278b0d08111213141516171800595e2a59ffffffff2000000000000000
            0802032ed67f6571e22cb1a0c1adbd15e34bc102003a714ea34e7309a537f26d1e936daecfe1
            Private Key Reconstruction Data:
            00eff081369a882aeb53d454633fc813e5aa76a1498a437befd7f14a5e3d8b2b1f47e0f0
            Device Public Key:
            0306299852b92bd390c0b9d56667e5d5583d8c2bb23fee6f2b8cec558ec260acd5c2a6f7b9
            """;

    @Test
    void readsTheTextThatTheTestAuthorityHandsOut() {
        var read = DeviceCertificate.read(TEXT, "hub.txt");

        assertThat(read.suite()).isEqualTo(Suite.SUITE_2);
        assertThat(read.subject()).isEqualTo(Eui64.parse("2000000000000000"));
        assertThat(read).hasToString("DeviceCertificate[SUITE_2 for 2000000000000000 by 1112131415161718]");
    }

    @ParameterizedTest
    @EnumSource
    void readsWhatItWrites(Suite suite) {
        var issued = CertificateAuthority.make(suite, Eui64.parse("1112131415161718"), new Random(3))
                .issue(Eui64.parse("00DB1234567890A1"));

        var read = DeviceCertificate.read(issued.text(), "made here");

        assertThat(read.text()).isEqualTo(issued.text());
        assertThat(read.subject()).isEqualTo(Eui64.parse("00DB1234567890A1"));
        assertThat(read.certificate().issuer()).isEqualTo(Eui64.parse("1112131415161718"));
        assertThat(read.certificate().fits()).isTrue();
    }

    @Test
    void comesOutTheSameFromTheSameSeed() {
        var name = Eui64.parse("1112131415161718");

        var one = CertificateAuthority.make(Suite.SUITE_2, name, new Random(3)).issue(name);
        var same = CertificateAuthority.make(Suite.SUITE_2, name, new Random(3)).issue(name);
        var other =
                CertificateAuthority.make(Suite.SUITE_2, name, new Random(4)).issue(name);

        assertThat(same.text()).isEqualTo(one.text()).isNotEqualTo(other.text());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "CA Pub Key: | Pub Key: | the heading \"CA Pub Key:\" is needed in hub.txt, found none",
                "Device Implicit Cert: | Cert: | CA Pub Key needs pairs of hexadecimal digits in hub.txt,"
                        + " found something else",
                "008e99d8 | 8e99d8 | Device Implicit Cert needs 48 or 74 octets in hub.txt, found 73",
                "0207a445 | 07a445 | CA Pub Key needs 37 octets for SUITE_2 in hub.txt, found 36",
                "00eff081 | eff081 | Private Key Reconstruction Data needs 36 octets for SUITE_2 in hub.txt, found 35",
                "008e99d8 | 008e99d | Device Implicit Cert needs pairs of hexadecimal digits in hub.txt,"
                        + " found something else",
                "00eff081 | 01eff081 | the private key needs to be that of the certificate and the CA Pub Key"
                        + " in hub.txt, found another"
            })
    void saysWhatIsWrongWithAText(String right, String wrong, String message) {
        String text = TEXT.replace(right, wrong);

        assertThatExceptionOfType(BenchFault.class)
                .isThrownBy(() -> DeviceCertificate.read(text, "hub.txt"))
                .withMessage(message);
    }
}
