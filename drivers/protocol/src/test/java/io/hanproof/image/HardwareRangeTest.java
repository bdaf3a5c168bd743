package io.hanproof.image;

import static org.assertj.core.api.Assertions.assertThat;

import io.hanproof.zcl.ota.HardwareVersion;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class HardwareRangeTest {
    @ParameterizedTest
    @CsvSource({"0x00FF, false", "0x0100, true", "0x0203, true", "0x0204, false", "0xFFFF, false"})
    void admitsBothEndsAndWhatLiesBetween(String hardware, boolean admitted) {
        assertThat(Samples.HARDWARE.admits(HardwareVersion.of(Integer.decode(hardware))))
                .isEqualTo(admitted);
    }
}
