package io.hanproof.ncp;

import static org.assertj.core.api.Assertions.assertThat;

import io.hanproof.lab.BenchOrder;
import io.hanproof.octets.Octets;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(30)
class NetworkTest {
    private static final int SECURED = 0x0060;

    private Home home = Homes.empty();

    @AfterEach
    void closeTheHome() {
        home.close();

        assertThat(home.failures()).isEmpty();
    }

    @Test
    void letsAnotherStickJoinAsRouterWhenPermitted() {
        var host = TestHost.coordinator(stick(8), 8);
        var joining = joiner();
        host.command(0x22, "FF");

        assertThat(joining.command(0x1F, "02" + TestHost.network(11))).isEqualTo(Octets.hex("00"));

        assertThat(joining.callback(0x19)).isEqualTo(Octets.hex("90"));
        assertThat(host.callback(0x24).slice(2, 9)).isEqualTo(Octets.hex("1000E5D4C3B2A100 00"));
        assertThat(joining.callback(0x45).slice(0, 7)).isEqualTo(Octets.hex("04 0000 1300 00 00"));
        assertThat(joining.command(0x28, "").slice(0, 2)).isEqualTo(Octets.hex("00 02"));
    }

    @Test
    void letsNobodyJoinUnlessPermitted() {
        TestHost.coordinator(stick(8), 8);
        var joining = joiner();

        joining.command(0x1F, "02" + TestHost.network(11));

        assertThat(joining.callback(0x19)).isEqualTo(Octets.hex("94"));
        assertThat(joining.command(0x18, "")).isEqualTo(Octets.hex("00"));
    }

    @Test
    void carriesMessagesBetweenSticks() {
        var host = TestHost.coordinator(stick(8), 8);
        var joining = joiner();
        host.command(0x22, "FF");
        joining.command(0x1F, "02" + TestHost.network(11));
        joining.callback(0x19);
        joining.callback(0x45);

        joining.command(0x34, "00 0000 0901 1900 01 7B 6000 0000 00 07 03 010203");

        assertThat(joining.callback(0x3F).slice(14, 2)).isEqualTo(Octets.hex("07 00"));
        Octets announced = host.callback(0x45);
        Octets heard = host.callback(0x45);
        assertThat(announced.slice(3, 2)).isEqualTo(Octets.hex("1300"));
        assertThat(heard.slice(0, 9)).isEqualTo(Octets.hex("00 0901 1900 01 7B 6000"));
    }

    @Test
    void waitsWithADeviceUntilItMayJoin() {
        var parrot = new Homes.Parrot(true, false);
        home = Homes.with(List.of(parrot));
        var host = TestHost.coordinator(stick(8), 8);
        assertThat(host.command(0x60, "0100E5D4C3B2A100")).isEqualTo(Octets.hex("FFFF"));

        host.command(0x22, "3C");

        assertThat(host.callback(0x24).slice(2, 10)).isEqualTo(Octets.hex("0100E5D4C3B2A100 01 00"));
        assertThat(host.command(0x60, "0100E5D4C3B2A100")).isNotEqualTo(Octets.hex("FFFF"));
    }

    @Test
    void securesNothingForADeviceWithoutALinkKey() {
        var parrot = new Homes.Parrot(false, true);
        home = Homes.with(List.of(parrot));
        var host = TestHost.coordinator(stick(8), 8);
        int device = TestHost.u16(host.callback(0x24), 0);

        assertThat(host.unicast(device, 0x0109, 0x0019, SECURED, 1, "180100").u8(0))
                .isEqualTo(0xA6);

        host.command(0x66, "0100E5D4C3B2A100 01" + "AB".repeat(16));
        assertThat(host.unicast(device, 0x0109, 0x0019, SECURED, 1, "180100").u8(0))
                .isEqualTo(0x00);
        assertThat(host.callback(0x3F).u8(15)).isEqualTo(0x00);
    }

    @Test
    void tellsWhenNobodyAcknowledges() {
        home = Homes.with(List.of(Homes.Parrot.atHome()));
        var host = TestHost.coordinator(stick(8), 8);
        int device = TestHost.u16(host.callback(0x24), 0);
        host.custom(new BenchOrder.Begin(1, 0, Optional.empty(), Optional.empty()));
        host.custom(new BenchOrder.LetPass(0));
        host.untilArrived();
        host.custom(new BenchOrder.Power(false));
        host.unicast(device, 0x0109, 0x0019, SECURED, 9, "180100");

        host.custom(new BenchOrder.LetPass(60_000_000_000L));

        var heard = host.untilArrived();
        assertThat(heard).extracting(EzspFrame::id).containsExactly(0x3F, 0x54);
        assertThat(heard.getFirst().parameters().slice(14, 2)).isEqualTo(Octets.hex("09 66"));
        assertThat(TestHost.arrival(heard)).isBetween(6_400_000_000L, 6_500_000_000L);
    }

    @Test
    void keepsItsNetworkWhenReset() {
        var line = stick(8);
        var host = TestHost.coordinator(line, 8);

        host.start(8).addEndpoint(0x7B);

        assertThat(host.command(0x18, "")).isEqualTo(Octets.hex("00"));
        assertThat(host.command(0x17, "")).isEqualTo(Octets.hex("00"));
        assertThat(host.callback(0x19)).isEqualTo(Octets.hex("90"));
        assertThat(host.command(0x6A, "03").slice(4, 16)).isEqualTo(TestHost.NETWORK_KEY);
        assertThat(host.command(0x6A, "01").slice(4, 16)).isEqualTo(TestHost.LINK_KEY);
    }

    @Test
    void forgetsItsNetworkWhenItLeaves() {
        var host = TestHost.coordinator(stick(8), 8);

        assertThat(host.command(0x20, "")).isEqualTo(Octets.hex("00"));

        assertThat(host.callback(0x19)).isEqualTo(Octets.hex("90"));
        assertThat(host.callback(0x19)).isEqualTo(Octets.hex("91"));
        assertThat(host.command(0x17, "")).isEqualTo(Octets.hex("93"));
    }

    @Test
    void findsItsOwnChannelBusy() {
        var host = TestHost.coordinator(stick(8), 8);

        host.command(0x1A, "00 00180000 03");

        assertThat(host.callback(0x48)).isEqualTo(Octets.hex("0B C2"));
        assertThat(host.callback(0x48).u8(0)).isEqualTo(12);
        assertThat(host.callback(0x1C)).isEqualTo(Octets.hex("00 00"));
    }

    private MemoryLine stick(int version) {
        var line = new MemoryLine();
        home.stick(StickSettings.of(Homes.STICK, version)).plug(line);
        return line;
    }

    private TestHost joiner() {
        var line = new MemoryLine();
        home.stick(StickSettings.of(Homes.SECOND_STICK, 8)).plug(line);
        return TestHost.on(line).start(8).addEndpoint(1).secure();
    }
}
