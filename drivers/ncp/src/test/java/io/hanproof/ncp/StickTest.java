package io.hanproof.ncp;

import static org.assertj.core.api.Assertions.assertThat;

import io.hanproof.octets.Octets;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(20)
class StickTest {
    private static final int ENCRYPTED_AND_ACKNOWLEDGED = 0x0060;

    private final Homes.Parrot parrot = Homes.Parrot.atHome();
    private final Home home = Homes.with(List.of(parrot));
    private final MemoryLine line = new MemoryLine();
    private final EmulatedStick stick = home.stick(StickSettings.of(Homes.STICK, 8));

    StickTest() {
        stick.plug(line);
    }

    @AfterEach
    void closeTheHome() {
        home.close();

        assertThat(home.failures()).isEmpty();
    }

    @Test
    void answersAResetWithItsVersionAndTheReason() {
        var host = TestHost.on(line);

        AshFrame answer = host.reset();

        assertThat(answer).isEqualTo(new AshFrame.ResetAck(2, 0x0B));
    }

    @Test
    void tellsItsVersionInTheFormatThatItWasAskedIn() {
        var host = TestHost.on(line);
        host.reset();

        Octets legacy = host.command(0x00, "04");

        assertThat(legacy).isEqualTo(Octets.hex("08 02 A067"));
        assertThat(stick.errors()).isEmpty();
    }

    @Test
    void comesUpAsCoordinatorAndTellsOfTheDeviceThatIsThere() {
        var host = TestHost.coordinator(line, 8);

        assertThat(host.callback(0x19)).isEqualTo(Octets.hex("90"));
        Octets joined = host.callback(0x24);
        assertThat(joined.slice(2, 8)).isEqualTo(Octets.hex("0100E5D4C3B2A100"));
        Octets announced = host.callback(0x45);
        assertThat(announced.slice(0, 7)).isEqualTo(Octets.hex("04 0000 1300 00 00"));
        assertThat(host.command(0x18, "")).isEqualTo(Octets.hex("02"));
        assertThat(host.command(0x27, "")).isEqualTo(Octets.hex("0000"));
        assertThat(stick.errors()).isEmpty();
    }

    @Test
    void carriesAMessageToTheDeviceAndItsAnswerBack() {
        var host = TestHost.coordinator(line, 8);
        int device = TestHost.u16(host.callback(0x24), 0);
        host.callback(0x45);

        Octets taken = host.unicast(device, 0x0109, 0x0019, ENCRYPTED_AND_ACKNOWLEDGED, 0x2A, "180100");

        Octets sent = host.callback(0x3F);
        Octets heard = host.callback(0x45);
        assertThat(taken.u8(0)).isZero();
        assertThat(parrot.heard).containsExactly(Octets.hex("180100"));
        assertThat(sent.slice(14, 3)).isEqualTo(Octets.hex("2A 00 00"));
        assertThat(heard.slice(0, 9)).isEqualTo(Octets.hex("00 0901 1900 01 7B 6000"));
        assertThat(TestHost.u16(heard, 14)).isEqualTo(device);
        assertThat(heard.slice(18, 4)).isEqualTo(Octets.hex("03 180100"));
    }
}
