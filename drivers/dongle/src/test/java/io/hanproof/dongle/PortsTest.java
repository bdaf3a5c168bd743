package io.hanproof.dongle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PortsTest {
    @ParameterizedTest
    @CsvSource({
        "10C4, EA60, CP2102 USB to UART Bridge, EMBER",
        "10C4, EA60, Sonoff Zigbee 3.0 USB Dongle Plus, CC2531",
        "1A86, 55D4, SONOFF Zigbee 3.0 USB Dongle Plus V2, EMBER",
        "1CF1, 0030, ConBee II, CONBEE",
        "0403, 6015, FT230X Basic UART, XBEE",
        "0403, 6015, ConBee, CONBEE",
        "0451, 16A8, TI CC2531 USB CDC, CC2531",
        "10C4, 8293, Telegesis USB Device, TELEGESIS"
    })
    void guessesTheFamilyOfAStick(String vendor, String product, String description, StickFamily family) {
        var guess = Ports.guess(Integer.parseInt(vendor, 16), Integer.parseInt(product, 16), description);

        assertThat(guess).contains(family);
    }

    @Test
    void guessesNothingOfAPortThatItDoesNotKnow() {
        assertThat(Ports.guess(0x2341, 0x0043, "Arduino Uno")).isEqualTo(Optional.empty());
    }

    @Test
    void listsWhateverThisMachineHas() {
        assertThatCode(Ports::found).doesNotThrowAnyException();
    }

    @Test
    void saysWhatMendsAPortThatMayNotBeUsed() {
        assertThat(SerialFaults.refused("/dev/ttyUSB0", true, false, 13))
                .startsWith("port /dev/ttyUSB0 may not be used by this user")
                .contains("usermod -aG dialout")
                .contains("SUBSYSTEM==\"tty\"");
    }
}
