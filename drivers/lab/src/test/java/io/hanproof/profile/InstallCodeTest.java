package io.hanproof.profile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.hanproof.octets.Octets;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class InstallCodeTest {
    /** The example of the ZigBee Base Device Behavior specification, 10.1. */
    private static final String EXAMPLE = "83FED3407A939723A5C639B26916D505C3B5";

    @Test
    void theExampleOfTheStandardIsACode() {
        var code = InstallCode.parse(EXAMPLE);

        assertThat(code.octets()).isEqualTo(Octets.hex("83FED340 7A939723 A5C639B2 6916D505 C3B5"));
    }

    /** The check value that catalogues of CRCs list for CRC-16/X-25. */
    @Test
    void theCrcIsX25() {
        var digits = Octets.copyOf("123456789".getBytes(StandardCharsets.US_ASCII));

        assertThat(InstallCode.crc(digits)).isEqualTo(0x906E);
    }

    @ParameterizedTest
    @ValueSource(ints = {6, 8, 12, 16})
    void everySizeOfTheStandardIsTaken(int size) {
        var code = Octets.hex("83FED3407A939723A5C639B26916D505").slice(0, size);
        int crc = InstallCode.crc(code);

        var read = InstallCode.parse("%s%02x%02X".formatted(code.hex(), crc & 0xFF, crc >> 8));

        assertThat(read.octets().slice(0, size)).isEqualTo(code);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "83FED3407A939723A5C639B26916D505B5C3",
                "93FED3407A939723A5C639B26916D505C3B5",
                "83FED3407A939723A5C639B26916D5C3B5",
                "83FED3407A939723A5C639B26916D505C3B",
                "83FED3407A939723A5C639B26916D505C3BG"
            })
    void aCodeWithAMistakeIsNoneAndIsNotRepeated(String digits) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> InstallCode.parse(digits))
                .withMessageStartingWith("expected ")
                .withMessageNotContaining("FED340");
    }

    @Test
    void itIsNotPrinted() {
        assertThat(InstallCode.parse(EXAMPLE)).hasToString("an install code of 16 octets");
    }
}
