package io.hanproof.pcapng;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.hanproof.octets.Octets;
import java.util.Optional;
import org.junit.jupiter.api.Test;

final class ZigBeeFrameTest {
    private static final NodeAddress HUB = new NodeAddress(0x0000, 0x00DB1234567890A0L);
    private static final NodeAddress PPMID = new NodeAddress(0xA1B2, 0x00DB1234567890A1L);
    private static final Octets ZCL = Octets.hex("19 01 02 98");

    private static ZigBeeFrame frame(NodeAddress to, boolean acknowledged) {
        return new ZigBeeFrame(0x1A2B, HUB, to, 0x55, 0x0109, 0x0019, 0x7B, 1, acknowledged, ZCL);
    }

    @Test
    void putsTheHeadersOfThreeLayersAroundTheZclFrame() {
        var octets = frame(PPMID, true).unsecured();

        assertThat(octets)
                .isEqualTo(Octets.hex(
                        "6188 55 2B1A B2A1 0000" // data, acknowledged, one PAN, short addresses
                                + "4800 B2A1 0000 1E 55" // data of version 2, discover route, radius 30
                                + "40 01 1900 0901 7B 55" // data, unicast, acknowledged
                                + "19010298"));
    }

    @Test
    void broadcastsWithoutAcknowledgementOnAnyLayer() {
        var octets = frame(NodeAddress.BROADCAST, true).unsecured();

        assertThat(octets)
                .isEqualTo(Octets.hex("4188 55 2B1A FFFF 0000  0800 FDFF 0000 1E 55  08 01 1900 0901 7B 55  19010298"));
    }

    @Test
    void marksWhatIsSealedAndSaysWhatTheReceiverNeeds() {
        var key = new ZigBeeKey(Octets.hex("C0C1C2C3C4C5C6C7C8C9CACBCCCDCECF"));

        var sealed = new FrameSeal(key).seal(frame(PPMID, true), 0x01020304, Optional.empty());

        assertThat(sealed.slice(0, 31))
                .isEqualTo(Octets.hex("6188 55 2B1A B2A1 0000  4802 B2A1 0000 1E 55"
                        + "28 04030201 A09078563412DB00 00")); // network key, extended nonce; the level is not sent
        assertThat(sealed.length()).isEqualTo(31 + 8 + ZCL.length() + 4);
    }

    @Test
    void takesWhatAnUpdateNeedsEvenWithTwoSeals() {
        // 48 octets of image in an Image Block Response are the most that fit, see ZigBeeFrame.LONGEST
        var key = new ZigBeeKey(Octets.hex("C0C1C2C3C4C5C6C7C8C9CACBCCCDCECF"));
        var block =
                new ZigBeeFrame(0x1A2B, HUB, PPMID, 1, 0x0109, 0x0019, 0x7B, 1, true, Octets.copyOf(new byte[17 + 48]));

        var sealed = new FrameSeal(key).seal(block, 1, Optional.of(key));

        assertThat(sealed.length()).isEqualTo(ZigBeeFrame.LONGEST);
    }

    @Test
    void refusesAShortAddressOfMoreThanSixteenBits() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new NodeAddress(0x1_0000, 1))
                .withMessage("short address needs 0000 to FFFF, found 10000");
    }

    @Test
    void exportsKeysAsWiresharkReadsThem() {
        var table = new KeyTable()
                .add("network", new ZigBeeKey(Octets.hex("5A6967426565416C6C69616E63653039")))
                .add("link \"x\"", new ZigBeeKey(Octets.hex("C0C1C2C3C4C5C6C7C8C9CACBCCCDCECF")));

        assertThat(table.text()).isEqualTo("""
                        "5A:69:67:42:65:65:41:6C:6C:69:61:6E:63:65:30:39","Normal","network"
                        "C0:C1:C2:C3:C4:C5:C6:C7:C8:C9:CA:CB:CC:CD:CE:CF","Normal","link _x_"
                        """);
    }
}
