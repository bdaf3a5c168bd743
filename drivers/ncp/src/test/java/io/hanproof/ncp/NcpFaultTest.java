package io.hanproof.ncp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.hanproof.lab.BenchFault;
import io.hanproof.octets.Octets;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(60)
class NcpFaultTest {
    private final Home home = Homes.empty();
    private final MemoryLine line = new MemoryLine();

    @AfterEach
    void closeTheHome() {
        home.close();

        assertThat(home.failures()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"naks-every=3", "corrupts-every=7", "loses-data-every=9", "loses-ack-every=1", "garbage-every=2"
            })
    void costsNoFrameWhileTheLinkHolds(String fault) {
        var host = hostOf(fault).start(8);

        for (int i = 0; i < 20; i++) {
            String said = "02 %02X%02X".formatted(i, 0xFF - i);
            assertThat(host.command(0x81, said)).isEqualTo(Octets.hex(said));
        }
    }

    @Test
    void faultsAddUp() {
        var host =
                hostOf("naks-every=3", "garbage-every=2", "corrupts-every=11").start(8);

        for (int i = 0; i < 20; i++) {
            assertThat(host.command(0x05, "")).isEqualTo(Octets.NONE);
        }
    }

    @Test
    void fallsSilentForAWhile() {
        var host = hostOf("stalls=3,PT0.2S").start(8);

        assertThat(host.command(0x05, "")).isEqualTo(Octets.NONE);
        assertThat(host.command(0x05, "")).isEqualTo(Octets.NONE);
    }

    @Test
    void restartsByItself() {
        var host = hostOf("resets=4,0x02").start(8).form();

        AshFrame frame = host.frame();
        while (frame instanceof AshFrame.Data) {
            frame = host.frame();
        }

        assertThat(frame).isEqualTo(new AshFrame.ResetAck(2, 2));
    }

    @Test
    void failsUntilItIsReset() {
        var host = hostOf("fails=3,0x52").start(8);
        host.raw(AshOctets.line(new AshFrame.Data(2, 2, false, Octets.hex("03 00 01 0500"))));

        AshFrame frame = host.frame();
        while (frame instanceof AshFrame.Data) {
            frame = host.frame();
        }

        assertThat(frame).isEqualTo(new AshFrame.Failed(2, 0x52));
        assertThat(host.start(8).command(0x05, "")).isEqualTo(Octets.NONE);
    }

    @Test
    void disappearsAndComesBackWithItsNetwork() throws InterruptedException {
        var host = hostOf("unplugs=5,PT0.2S").start(8).form();

        assertThatThrownBy(() -> host.command(0x05, "")).isInstanceOf(UncheckedIOException.class);

        var again = comesBack().start(8);
        assertThat(again.command(0x18, "")).isEqualTo(Octets.hex("00"));
        assertThat(again.command(0x17, "0000")).isEqualTo(Octets.hex("00"));
        assertThat(again.command(0x28, "").slice(0, 2)).isEqualTo(Octets.hex("00 01"));
    }

    private synchronized TestHost comesBack() throws InterruptedException {
        while (true) {
            try {
                return TestHost.on(line);
            } catch (UncheckedIOException e) {
                wait(20);
            }
        }
    }

    @Test
    void saysThatItSpeaksANewerVersion() {
        var host = hostOf("reports-version=14");
        host.reset();

        assertThat(host.command(0x00, "08").slice(0, 2)).isEqualTo(Octets.hex("0E 02"));
    }

    @Test
    void takesNoMessageWhenBusy() {
        var host = hostOf("busy-every=2").start(8).addEndpoint(0x7B).form();

        assertThat(host.unicast(0x1234, 0x0109, 0x0019, 0, 1, "180100").u8(0)).isEqualTo(0x00);
        assertThat(host.unicast(0x1234, 0x0109, 0x0019, 0, 2, "180100").u8(0)).isEqualTo(0x72);
    }

    @Test
    void readsFaultsByName() {
        assertThat(NcpFault.parse("stalls=100,PT3S")).isEqualTo(new NcpFault.Stalls(100, Duration.ofSeconds(3)));
        assertThat(NcpFault.parse("resets=5,0x02")).isEqualTo(new NcpFault.Resets(5, 2));
        assertThatThrownBy(() -> NcpFault.parse("bites=3"))
                .isInstanceOf(BenchFault.class)
                .hasMessageContaining("found bites=3");
        assertThatThrownBy(() -> NcpFault.parse("naks-every=0")).isInstanceOf(BenchFault.class);
    }

    private TestHost hostOf(String... faults) {
        var parsed = List.of(faults).stream().map(NcpFault::parse).toList();
        home.stick(StickSettings.of(Homes.STICK, 8).withFaults(parsed)).plug(line);
        return TestHost.on(line);
    }
}
