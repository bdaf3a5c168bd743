package io.hanproof.zcl;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.hanproof.octets.Decoded;
import io.hanproof.octets.OctetWriter;
import io.hanproof.octets.Octets;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;

final class ZclHeaderTest {

    @Test
    void hasThreeOctetsForAStandardCommand() {
        assertReadAndWritten("01 2A 03", ZclHeader.cluster(Direction.TO_SERVER, false, 0x2A, 0x03));
        assertReadAndWritten("09 2A 00", ZclHeader.cluster(Direction.TO_CLIENT, false, 0x2A, 0x00));
        assertReadAndWritten("19 FF 05", ZclHeader.cluster(Direction.TO_CLIENT, true, 0xFF, 0x05));
        assertReadAndWritten("11 00 06", ZclHeader.cluster(Direction.TO_SERVER, true, 0x00, 0x06));
        assertReadAndWritten("00 2A 00", ZclHeader.global(Direction.TO_SERVER, false, 0x2A, 0x00));
        assertReadAndWritten("18 2A 0B", ZclHeader.global(Direction.TO_CLIENT, true, 0x2A, 0x0B));
    }

    @Test
    void hasFiveWithAManufacturerCode() {
        var header = new ZclHeader(FrameType.CLUSTER, OptionalInt.of(0xFFFE), Direction.TO_CLIENT, false, 0x2A, 0xF0);

        assertReadAndWritten("0D FEFF 2A F0", header);
        assertThat(header.length()).isEqualTo(5);
        assertThat(ZclHeader.cluster(Direction.TO_CLIENT, false, 0x2A, 0xF0).length())
                .isEqualTo(3);
    }

    @Test
    void isReadWhateverFollowsIt() {
        var frame = Octets.hex("01 2A 01 00FFFE");

        assertThat(ZclHeader.read(frame))
                .isEqualTo(new Decoded.Value<>(ZclHeader.cluster(Direction.TO_SERVER, false, 0x2A, 0x01)));
    }

    @Test
    void ignoresTheReservedBitsOfTheFrameControl() {
        assertThat(ZclHeader.read(Octets.hex("E1 2A 01")))
                .isEqualTo(new Decoded.Value<>(ZclHeader.cluster(Direction.TO_SERVER, false, 0x2A, 0x01)));
    }

    @Test
    void isMalformedWithAReservedFrameType() {
        assertMalformed("02 2A 01", "frame type needs 0 or 1 at offset 0, found 2");
        assertMalformed("03 2A 01", "frame type needs 0 or 1 at offset 0, found 3");
    }

    @Test
    void isMalformedWhenItStopsShort() {
        assertMalformed("", "frame control needs 1 octet at offset 0, 0 left");
        assertMalformed("01", "transaction sequence number needs 1 octet at offset 1, 0 left");
        assertMalformed("01 2A", "command id needs 1 octet at offset 2, 0 left");
        assertMalformed("05 FE", "manufacturer code needs 2 octets at offset 1, 1 left");
    }

    @Test
    void refusesNumbersTooWideForTheirFields() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ZclHeader.global(Direction.TO_SERVER, false, 256, 0))
                .withMessage("transaction sequence number needs 0 to 255, found 256");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ZclHeader.global(Direction.TO_SERVER, false, 0, -1))
                .withMessage("command id needs 0 to 255, found -1");
    }

    private static void assertReadAndWritten(String hex, ZclHeader header) {
        assertThat(header.write(new OctetWriter()).toOctets()).isEqualTo(Octets.hex(hex));
        assertThat(ZclHeader.read(Octets.hex(hex))).isEqualTo(new Decoded.Value<>(header));
    }

    private static void assertMalformed(String hex, String message) {
        assertThat(ZclHeader.read(Octets.hex(hex)))
                .isInstanceOfSatisfying(
                        Decoded.Malformed.class, it -> assertThat(it.message()).isEqualTo(message));
    }
}
