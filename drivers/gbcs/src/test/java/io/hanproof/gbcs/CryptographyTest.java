package io.hanproof.gbcs;

import static io.hanproof.gbcs.CorpusTest.value;
import static org.assertj.core.api.Assertions.assertThat;

import io.hanproof.octets.Eui64;
import io.hanproof.octets.Octets;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.interfaces.ECPublicKey;
import java.security.spec.ECPoint;
import java.security.spec.ECPublicKeySpec;
import java.util.Optional;
import org.junit.jupiter.api.Test;

final class CryptographyTest {
    private static final Octets ACTIVATE_SECRET =
            Octets.hex("ED342441DF01551A6BEAFF3B54ADC981F4C6A7E71DFF4C3E1CC80B3C9F4E5AC0");
    private static final Octets READ_SECRET =
            Octets.hex("9CCFE012CC5DF79FE5B98E286D3D4E6A938A35C0536554C60D6B70EFC6489114");

    @Test
    void derivesTheKeyAndTheMacOfAPublishedActivation() {
        var message = value(GbcsMessage.read(Published.ACTIVATE));

        assertThat(MessageMac.key(ACTIVATE_SECRET, message.header()))
                .isEqualTo(Octets.hex("EC1D51BD8F8BF0CDD2314CF396CC12C0"));
        assertThat(Sealing.mac(message, ACTIVATE_SECRET))
                .isEqualTo(Octets.hex("9F872C379F4FE0E370440625"))
                .isEqualTo(message.mac().orElseThrow());
    }

    @Test
    void derivesTheKeyAndTheMacOfAPublishedRead() {
        var message = value(GbcsMessage.read(Published.READ_VERSION));

        assertThat(MessageMac.key(READ_SECRET, message.header()))
                .isEqualTo(Octets.hex("D87C9E7C836010DC3ED75D0C1E1252A0"));
        assertThat(Sealing.mac(message, READ_SECRET))
                .isEqualTo(Octets.hex("BDC5E70406017D96EE0F9759"))
                .isEqualTo(message.mac().orElseThrow());
    }

    @Test
    void derivesTheKeyAndTheMacOfAPublishedResponse() {
        var message = value(GbcsMessage.read(Published.VERSION));

        assertThat(MessageMac.key(READ_SECRET, message.header()))
                .isEqualTo(Octets.hex("CFBAFADB1D03CC0B4E2D06535AEABB71"));
        assertThat(Sealing.mac(message, READ_SECRET))
                .isEqualTo(Octets.hex("0DA6F255E953F315B792D962"))
                .isEqualTo(message.mac().orElseThrow());
    }

    /** GBCS 18.4, the one published example that shows private keys: supplier A resets a meter of device A through the ACB. */
    @Test
    void agreesWithTheExampleOfTheSpecification() throws GeneralSecurityException {
        var message =
                Octets.hex("DD00000000000081A91100000000DF0901000000000000000108123456789ABCDEF008FFFFFFFFFFFFFFFE"
                        + "000200B335D92000000100030300700000130A00FF020300700000130A01FF020300700000130A02FF020305000000"
                        + "00050000000005000000004059045AB0F554622B0360340B9D87B5A23ED5723B41DE3F206E58CDD10F915B9FE2E12E"
                        + "2DA3632478A8DF678E418895869AC1E55318CCE04D120D2D6B44DC167B5D832D15B57A56D620F198B3");
        var header = new GroupingHeader(
                Cra.COMMAND,
                1,
                Eui64.parse("123456789ABCDEF0"),
                Eui64.parse("FFFFFFFFFFFFFFFE"),
                new OtherInformation(0x00B3, Optional.empty()));
        var supplier = publicKey("76628E1C84EF7935548AE5D62C7BB3AD28964CF794F0387A697EEC19CDD98F46"
                + "0A4D5E19087EF7216ED89C29831A6EE838C8DE88EF34F11D3F41F36D80B2A5D5");
        var device = publicKey("2DB45A3F21889438B42C8F464C75292BACF5FDDB5DA0B492501B299CBFE92D8F"
                + "DB90FC8FF4026129838B1BCAD1402CAE47FE7D8084E409A41AFCE16D63579C5F");
        var acb =
                P256.privateKey(new BigInteger("E4A6CFB431471CFCAE491FD566D19C87082CF9FA7722D7FA24B2B3F5669DBEFB", 16));
        int guards = 1 + 64 + 12;
        var signed = message.slice(15, message.length() - 15 - guards);

        var mac = MessageMac.mac(
                MessageMac.key(P256.sharedSecret(acb, device), header),
                header,
                message.slice(14, message.length() - 14 - 12));

        assertThat(mac).isEqualTo(message.slice(message.length() - 12, 12));
        assertThat(P256.verifies(supplier, signed, message.slice(message.length() - 76, 64)))
                .isTrue();
    }

    /** RFC 6979, A.2.5: P-256 with SHA-256, message "sample". */
    @Test
    void signsAsTheStandardsExample() {
        var key =
                P256.privateKey(new BigInteger("C9AFA9D845BA75166B5C215767B1D6934E50C3DB36E89B127B8A622B120F6721", 16));
        var message = Octets.copyOf("sample".getBytes(StandardCharsets.US_ASCII));

        var signature = P256.sign(key, message);

        assertThat(signature)
                .isEqualTo(Octets.hex("EFD48B2AACB6A8FD1140DD9CD45E81D69D2C877B56AAF991C34D0EA84EAF3716"
                        + "F7CB1C942D657C41D436C7A1B6E29F65F3E900DBB9AFF4064DC4AB2F843ACDA8"));
        assertThat(P256.verifies(P256.publicKey(key), message, signature)).isTrue();
    }

    @Test
    void aSignatureOfZerosOrBeyondTheCurvesOrderIsWrongAndNoException() {
        var key = P256.publicKey(P256.privateKey(BigInteger.TWO));

        assertThat(P256.verifies(key, Octets.NONE, Octets.copyOf(new byte[64]))).isFalse();
        assertThat(P256.verifies(key, Octets.NONE, Octets.hex("FF".repeat(64)))).isFalse();
    }

    @Test
    void bothEndsAgreeOnTheSecret() {
        var one = new TestPki(1).mint(new Eui64(1), Role.DEVICE);
        var other = new TestPki(1).mint(new Eui64(2), Role.ACB);

        assertThat(one.sharedSecret(other.agreement())).isEqualTo(other.sharedSecret(one.agreement()));
    }

    private static ECPublicKey publicKey(String coordinates) throws GeneralSecurityException {
        var point = new ECPoint(
                new BigInteger(coordinates.substring(0, 64), 16), new BigInteger(coordinates.substring(64), 16));
        var curve = P256.publicKey(P256.privateKey(BigInteger.ONE)).getParams();
        return (ECPublicKey) P256.factory().generatePublic(new ECPublicKeySpec(point, curve));
    }
}
