package io.hanproof.ncp;

import static org.assertj.core.api.Assertions.assertThat;

import io.hanproof.octets.Octets;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(20)
class ZdoTest {
    private final Home home = Homes.with(List.of(Homes.Parrot.atHome()));
    private final MemoryLine line = new MemoryLine();
    private TestHost host;
    private int device;
    private String shortAddress;

    @BeforeEach
    void comeUp() {
        home.stick(StickSettings.of(Homes.STICK, 8)).plug(line);
        host = TestHost.coordinator(line, 8);
        device = TestHost.u16(host.callback(0x24), 0);
        shortAddress = "%02X%02X".formatted(device & 0xFF, device >> 8);
        host.callback(0x45);
    }

    @AfterEach
    void closeTheHome() {
        home.close();

        assertThat(home.failures()).isEmpty();
    }

    @Test
    void answersForTheDeviceWhereItIs() {
        assertThat(ask(device, 0x0000, "11 0100E5D4C3B2A100 00 00"))
                .isEqualTo(Octets.hex("11 00 0100E5D4C3B2A100" + shortAddress));
        assertThat(ask(device, 0x0001, "12" + shortAddress + "00 00"))
                .isEqualTo(Octets.hex("12 00 0100E5D4C3B2A100" + shortAddress));
    }

    @Test
    void answersForTheDeviceWhatItIs() {
        assertThat(ask(device, 0x0002, "13" + shortAddress).slice(0, 7))
                .isEqualTo(Octets.hex("13 00" + shortAddress + "01 40 8E"));
        assertThat(ask(device, 0x0005, "14" + shortAddress)).isEqualTo(Octets.hex("14 00" + shortAddress + "01 01"));
        assertThat(ask(device, 0x0004, "15" + shortAddress + "01"))
                .isEqualTo(Octets.hex("15 00" + shortAddress + "0C 01 0901 0205 01 01 0000 01 1900"));
        assertThat(ask(device, 0x0004, "16" + shortAddress + "02"))
                .isEqualTo(Octets.hex("16 83" + shortAddress + "00"));
    }

    @Test
    void answersForItselfOverItsOwnAddress() {
        assertThat(ask(0x0000, 0x0005, "17 0000")).isEqualTo(Octets.hex("17 00 0000 01 7B"));
        assertThat(ask(0x0000, 0x0004, "18 0000 7B"))
                .isEqualTo(Octets.hex("18 00 0000 0E 7B 0901 0705 00 02 1900 0A00 01 0000"));
    }

    @Test
    void findsWhoServesACluster() {
        String clients = "0901 00 01 1900";

        assertThat(ask(device, 0x0006, "19" + shortAddress + clients))
                .isEqualTo(Octets.hex("19 00" + shortAddress + "01 01"));
        assertThat(ask(device, 0x0006, "1A" + shortAddress + "0401 00 01 1900"))
                .isEqualTo(Octets.hex("1A 00" + shortAddress + "00"));
    }

    @Test
    void answersABroadcastForTheNodeThatItConcerns() {
        host.command(0x36, "FDFF 0000 0000 00 00 0000 0000 00 1E 05 0B 1B 0100E5D4C3B2A100 00 00");

        assertThat(host.callback(0x3F).u8(0)).isEqualTo(6);
        assertThat(contents(host.callback(0x45))).isEqualTo(Octets.hex("1B 00 0100E5D4C3B2A100" + shortAddress));
    }

    @Test
    void letsADeviceGoThatIsToldToLeave() {
        assertThat(ask(device, 0x0034, "1C" + "00".repeat(8) + "00")).isEqualTo(Octets.hex("1C 00"));

        assertThat(host.callback(0x24).slice(0, 11)).isEqualTo(Octets.hex(shortAddress + "0100E5D4C3B2A100 02"));
        host.unicast(device, 0x0000, 0x0005, 0, 2, "1D" + shortAddress);
        assertThat(host.callback(0x3F).slice(14, 2)).isEqualTo(Octets.hex("02 66"));
    }

    @Test
    void acknowledgesForNobodyWhoIsNotThere() {
        host.unicast(0x1234, 0x0000, 0x0005, 0, 3, "1E 3412");

        assertThat(host.callback(0x3F).slice(14, 2)).isEqualTo(Octets.hex("03 66"));
    }

    private Octets ask(int node, int cluster, String request) {
        assertThat(host.unicast(node, 0x0000, cluster, 0x1140, 1, request).u8(0))
                .isZero();
        assertThat(host.callback(0x3F).slice(14, 2)).isEqualTo(Octets.hex("01 00"));
        Octets answer = host.callback(0x45);
        assertThat(TestHost.u16(answer, 3)).isEqualTo(cluster | 0x8000);
        assertThat(TestHost.u16(answer, 14)).isEqualTo(node);
        return contents(answer);
    }

    private static Octets contents(Octets incoming) {
        return incoming.slice(19, incoming.u8(18));
    }
}
