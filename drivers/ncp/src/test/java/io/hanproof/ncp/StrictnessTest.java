package io.hanproof.ncp;

import static org.assertj.core.api.Assertions.assertThat;

import io.hanproof.octets.Octets;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(20)
class StrictnessTest {
    private final Home home = Homes.empty();
    private final MemoryLine line = new MemoryLine();
    private final EmulatedStick stick = home.stick(StickSettings.of(Homes.STICK, 8));

    StrictnessTest() {
        stick.plug(line);
    }

    @AfterEach
    void closeTheHome() {
        home.close();

        assertThat(home.failures()).isEmpty();
    }

    @Test
    void refusesAFrameThatNobodyKnows() {
        var host = TestHost.on(line).start(8);

        var answer = host.exchange(0x0FFF, Octets.NONE);

        assertThat(answer.id()).isEqualTo(0x58);
        assertThat(answer.parameters()).isEqualTo(Octets.hex("31"));
        assertThat(stick.errors()).containsExactly("frame 0x0FFF: invalid frame id in EZSP 8");
    }

    @Test
    void refusesAFrameThatOnlyASickSends() {
        var host = TestHost.on(line).start(8);

        var answer = host.exchange(0x19, Octets.hex("90"));

        assertThat(answer.parameters()).isEqualTo(Octets.hex("32"));
        assertThat(stick.errors()).containsExactly("frame 0x0019: wrong direction in EZSP 8");
    }

    @Test
    void refusesEverythingBeforeTheVersionIsAgreed() {
        var host = TestHost.on(line);
        host.reset();

        var answer = host.exchange(0x18, Octets.NONE);

        assertThat(answer.id()).isEqualTo(0x58);
        assertThat(answer.parameters()).isEqualTo(Octets.hex("30"));
        assertThat(stick.errors()).containsExactly("frame 0x0018: version not set in EZSP 8");
    }

    @Test
    void refusesAFrameThatIsTooShort() {
        var host = TestHost.on(line).start(8);

        var answer = host.exchange(0x53, Octets.hex("0A"));

        assertThat(answer.id()).isEqualTo(0x58);
        assertThat(answer.parameters()).isEqualTo(Octets.hex("36"));
        assertThat(stick.errors())
                .containsExactly(
                        "setConfigurationValue (0x0053) is too short: value needs 2 octets at offset 1, 0 left");
    }

    @Test
    void answersAFrameThatIsTooLongButNotesIt() {
        var host = TestHost.on(line).start(8);

        assertThat(host.command(0x18, "00")).isEqualTo(Octets.hex("00"));

        assertThat(stick.errors()).containsExactly("networkState (0x0018) is too long: needs 0 octets, found 1");
    }

    @Test
    void sendsNothingBeforeTheNetworkIsUp() {
        var host = TestHost.on(line).start(8).addEndpoint(0x7B);

        Octets answer = host.unicast(0x1234, 0x0109, 0x0019, 0x40, 1, "180100");

        assertThat(answer.u8(0)).isEqualTo(0x91);
        assertThat(stick.errors()).containsExactly("a message needs the network to be up, sent while it is down");
    }

    @Test
    void takesNoEndpointAfterTheNetworkIsUp() {
        var host = TestHost.coordinator(line, 8);

        Octets answer = host.command(0x02, "01 0901 0705 00 00 00");

        assertThat(answer).isEqualTo(Octets.hex("38"));
        assertThat(stick.errors()).containsExactly("addEndpoint needs the network to be down, sent while it is up");
    }

    @Test
    void formsNoNetworkWithoutKeys() {
        var host = TestHost.on(line).start(8);

        Octets answer = host.command(0x1E, TestHost.network(11));

        assertThat(answer).isEqualTo(Octets.hex("A8"));
        assertThat(stick.errors()).containsExactly("formNetwork needs an initial security state, sent without");
    }

    @Test
    void formsNoNetworkOnAChannelThatThereIsNot() {
        var host = TestHost.on(line).start(8).secure();

        assertThat(host.command(0x1E, TestHost.network(27))).isEqualTo(Octets.hex("8A"));
    }

    @Test
    void sendsFromItsOwnEndpointsAlone() {
        var host = TestHost.on(line).start(8).addEndpoint(5).form();

        Octets answer = host.unicast(0x1234, 0x0109, 0x0019, 0x40, 1, "180100");

        assertThat(answer.u8(0)).isEqualTo(0xA3);
        assertThat(stick.errors()).containsExactly("sourceEndpoint needs one of [5], found 123");
    }

    @Test
    void refusesAMessageThatDoesNotFitIntoOneFrame() {
        var host = TestHost.coordinator(line, 8);

        assertThat(host.unicast(0x1234, 0x0109, 0x0019, 0, 1, "00".repeat(83)).u8(0))
                .isEqualTo(0x74);
        assertThat(host.unicast(0x1234, 0x0109, 0x0019, 0, 1, "00".repeat(82)).u8(0))
                .isEqualTo(0x00);
    }

    @Test
    void toleratesANetworkInitialisationWithoutItsStructure() {
        var host = TestHost.on(line).start(8);

        assertThat(host.command(0x17, "")).isEqualTo(Octets.hex("93"));

        assertThat(stick.errors()).isEmpty();
    }

    @Test
    void hasNoLibraryForCertificates() {
        var host = TestHost.on(line).start(8);

        assertThat(host.command(0xA5, "")).isEqualTo(Octets.hex("B5" + "00".repeat(48)));
        assertThat(host.command(0xEC, "")).isEqualTo(Octets.hex("B5" + "00".repeat(74)));
        assertThat(host.command(0x01, "06")).isEqualTo(Octets.hex("00"));
        assertThat(host.command(0x01, "00")).isEqualTo(Octets.hex("80"));
    }

    @Test
    void gaveUpTheOldKeyCommandsWithVersion13() {
        var newer = new MemoryLine();
        home.stick(StickSettings.of(Homes.SECOND_STICK, 13)).plug(newer);
        var old = TestHost.coordinator(line, 8);
        var host = TestHost.on(newer).start(13).secure();

        assertThat(old.command(0x6A, "03").slice(4, 16)).isEqualTo(TestHost.NETWORK_KEY);
        assertThat(old.exchange(0x114, Octets.hex("01" + "00".repeat(17))).id()).isEqualTo(0x58);
        assertThat(host.exchange(0x6A, Octets.hex("03")).id()).isEqualTo(0x58);
        assertThat(host.command(0x114, "01" + "00".repeat(17)).slice(0, 16)).isEqualTo(TestHost.NETWORK_KEY);
    }
}
