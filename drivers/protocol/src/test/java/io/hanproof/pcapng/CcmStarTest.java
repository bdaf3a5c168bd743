package io.hanproof.pcapng;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.hanproof.octets.Octets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class CcmStarTest {
    private static final ZigBeeKey KEY = new ZigBeeKey(Octets.hex("C0C1C2C3C4C5C6C7C8C9CACBCCCDCECF"));

    @Test
    void sealsTheExampleOfTheZigBeeSpecification() {
        // ZigBee specification, annex C.3: 8 octets of head, 23 of body, a code of 8
        var nonce = Octets.hex("A0A1A2A3A4A5A6A7 03020100 06");
        var head = Octets.hex("0001020304050607");
        var body = Octets.hex("08090A0B0C0D0E0F 1011121314151617 18191A1B1C1D1E");

        var sealed = new CcmStar(KEY).seal(nonce, head, body, 8);

        assertThat(sealed).isEqualTo(Octets.hex("1A55A36ABB6C610D066B3375649CEF10D4664ECAD854A8" + "0A895CC1D8FF9469"));
    }

    @ParameterizedTest
    @CsvSource({
        // IEEE 802.15.4-2006, annex C.2: a beacon that is proved, data that are encrypted, a command that is both
        "ACDE480000000001 00000005 02, 8,"
                + " 08D0842143 0100000000 48DEAC 02 05000000 55CF 0000 515253 54, '', 223BC1EC841AB553",
        "ACDE480000000001 00000005 04, 0,"
                + " 69DC842143 0200000000 48DEAC 0100000000 48DEAC 04 05000000, 61626364, D43E022B",
        "ACDE480000000001 00000005 06, 8,"
                + " 2BDC842143 0200000000 48DEAC FFFF 0100000000 48DEAC 06 05000000 01, CE, D84FDE529061F9C6F1"
    })
    void sealsTheExamplesOfIeee802154(String nonce, int mic, String head, String body, String expected) {
        var sealed = new CcmStar(KEY).seal(Octets.hex(nonce), Octets.hex(head), Octets.hex(body), mic);

        assertThat(sealed).isEqualTo(Octets.hex(expected));
    }

    @Test
    void refusesANonceOfAnotherLength() {
        var cipher = new CcmStar(KEY);

        assertThatIllegalArgumentException()
                .isThrownBy(() -> cipher.seal(Octets.hex("A0A1"), Octets.NONE, Octets.NONE, 4))
                .withMessage("a nonce needs 13 octets, found 2");
    }

    @Test
    void keepsAKeyOutOfTexts() {
        assertThat(KEY).hasToString("ZigBeeKey[hidden]");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new ZigBeeKey(Octets.hex("C0")))
                .withMessage("a key needs 16 octets, found 1");
    }
}
