package io.hanproof.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import io.hanproof.dongle.FoundPort;
import io.hanproof.dongle.StickFamily;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class PortsCommandTest {
    private final StringWriter said = new StringWriter();

    @Test
    void aStickIsShownWithItsNumbersAndItsFamily() {
        var stick = new FoundPort(
                "/dev/ttyUSB0",
                "CP2102N USB to UART Bridge",
                Optional.of("0001ABCD"),
                Optional.of(0x10C4),
                Optional.of(0xEA60),
                Optional.of(StickFamily.EMBER));

        int exitCode = ports(stick);

        assertThat(exitCode).isEqualTo(ExitCode.PASSED);
        assertThat(said.toString().lines())
                .containsExactly(
                        "/dev/ttyUSB0     CP2102N USB to UART Bridge, serial 0001ABCD, USB 10C4:EA60, family=ember",
                        "a family is guessed by USB ids; 'hanproof doctor --port PORT' asks the stick itself");
    }

    @Test
    void aPortThatIsNoStickIsShownAsItIs() {
        ports(new FoundPort(
                "/dev/ttyS0",
                "Physical Port S0",
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty()));

        assertThat(said.toString().lines()).containsExactly("/dev/ttyS0       Physical Port S0");
    }

    @Test
    void whereThereIsNoneItSaysWhatToDo() {
        ports();

        assertThat(said.toString()).startsWith("no serial port found: plug a stick in, or name one on the network");
    }

    private int ports(FoundPort... found) {
        return new PortsCommand(new PrintWriter(said, true), () -> List.of(found)).call();
    }
}
