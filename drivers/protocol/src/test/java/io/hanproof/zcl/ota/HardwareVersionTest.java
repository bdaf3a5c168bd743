package io.hanproof.zcl.ota;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class HardwareVersionTest {

    @Test
    void hasTheVersionInTheHighOctet() {
        var hardware = new HardwareVersion(1, 2);

        assertThat(hardware.u16()).isEqualTo(0x0102);
        assertThat(HardwareVersion.of(0x0102)).isEqualTo(hardware);
        assertThat(HardwareVersion.of(0xFFFF)).isEqualTo(new HardwareVersion(255, 255));
    }

    @Test
    void isReadAndShownInDecimal() {
        assertThat(HardwareVersion.parse("1.1"))
                .isEqualTo(new HardwareVersion(1, 1))
                .hasToString("1.1");
        assertThat(HardwareVersion.parse("17.255"))
                .isEqualTo(new HardwareVersion(0x11, 0xFF))
                .hasToString("17.255");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "1", "1.", ".1", "1.1.1", "-1.1", "1.1 ", "0x1.1", "1000.1", "١.١"})
    void isNotReadFromAnotherForm(String text) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> HardwareVersion.parse(text))
                .withMessage("hardware version needs version.revision as 1.1, found \"" + text + "\"");
    }

    @Test
    void refusesNumbersTooWideForTheirOctets() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> HardwareVersion.parse("256.1"))
                .withMessage("hardware version needs 0 to 255, found 256");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> HardwareVersion.parse("1.256"))
                .withMessage("hardware revision needs 0 to 255, found 256");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> HardwareVersion.of(0x1_0000))
                .withMessage("hardware version needs 0 to 65535, found 65536");
    }

    @Test
    void isOrderedByVersionThenRevision() {
        assertThat(HardwareVersion.parse("1.2")).isLessThan(HardwareVersion.parse("1.10"));
        assertThat(HardwareVersion.parse("1.255")).isLessThan(HardwareVersion.parse("2.0"));
        assertThat(HardwareVersion.parse("2.0")).isEqualByComparingTo(HardwareVersion.of(0x0200));
    }
}
