package io.hanproof.dongle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.hanproof.lab.BenchFault;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StickAddressTest {
    @Test
    void aPortAloneIsAnEmberStickAtItsUsualSpeed() {
        assertThat(StickAddress.parse("/dev/ttyUSB0"))
                .isEqualTo(new StickAddress("/dev/ttyUSB0", StickFamily.EMBER, 115_200, FlowControl.NONE));
    }

    @Test
    void optionsFollowThePortInAnyOrder() {
        assertThat(StickAddress.parse("COM3,flow=rts,baud=57600,family=ember"))
                .isEqualTo(new StickAddress("COM3", StickFamily.EMBER, 57_600, FlowControl.RTS));
    }

    @Test
    void aFamilyBringsItsUsualSpeed() {
        assertThat(StickAddress.parse("/dev/ttyACM0,family=conbee").baud()).isEqualTo(38_400);
    }

    @Test
    void aSocketHasAHostAndANumber() {
        var address = StickAddress.parse("tcp://[::1]:6638");

        assertThat(address.isTcp()).isTrue();
        assertThat(address.host()).isEqualTo("::1");
        assertThat(address.tcpPort()).isEqualTo(6638);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "''                       | port needs a device",
                "http://host:80           | port needs a device",
                "tcp://host               | port needs a host and a number",
                "tcp://:6638              | port needs a host and a number",
                "tcp://host:99999         | tcp port needs a number from 1 to 65535, found 99999",
                "COM3,baud=fast           | baud needs a number from 1 to 4000000, found fast",
                "COM3,baud=               | baud needs a number from 1 to 4000000, found nothing",
                "COM3,family=zwave        | family needs one of ember, cc2531, conbee, xbee, telegesis, found zwave",
                "COM3,flow=dtr            | flow needs one of none, rts, xon, found dtr",
                "COM3,speed=9600          | option needs family, baud or flow, found speed=9600",
                "COM3,baud=9600,baud=9600 | option baud stands twice"
            })
    void saysWhichFieldIsWrong(String text, String message) {
        assertThatThrownBy(() -> StickAddress.parse(text))
                .isInstanceOf(BenchFault.class)
                .hasMessageContaining(message);
    }
}
