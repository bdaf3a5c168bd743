package io.hanproof.zcl;

import static org.assertj.core.api.Assertions.assertThat;

import io.hanproof.octets.Decoded;
import io.hanproof.octets.Octets;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

final class ZclFrameTest {

    @Test
    void keepsItsPayloadAsItIs() {
        var frame = new ZclFrame(ZclHeader.cluster(Direction.TO_CLIENT, true, 0x07, 0x02), Octets.hex("98"));

        var octets = Octets.hex("19 07 02 98");

        assertThat(frame.toOctets()).isEqualTo(octets);
        assertThat(ZclFrame.read(octets)).isEqualTo(new Decoded.Value<>(frame));
    }

    @Test
    void mayHaveNoPayload() {
        var frame = new ZclFrame(ZclHeader.global(Direction.TO_SERVER, false, 0x07, 0x00), Octets.NONE);

        var octets = Octets.hex("00 07 00");

        assertThat(frame.toOctets()).isEqualTo(octets);
        assertThat(ZclFrame.read(octets)).isEqualTo(new Decoded.Value<>(frame));
    }

    @Test
    void isMalformedWithoutItsHeader() {
        assertThat(ZclFrame.read(Octets.hex("19 07")))
                .isEqualTo(new Decoded.Malformed<ZclFrame>("command id", "1 octet", 2, "0 left"));
    }

    @Property
    void isReadFromAnyOctetsAndComesBackAsItWas(@ForAll @Size(max = 100) byte[] octets) {
        var zcl = Octets.copyOf(octets);

        if (ZclFrame.read(zcl) instanceof Decoded.Value<ZclFrame>(var frame)) {
            int reserved = 0b1110_0000;
            assertThat(frame.toOctets()).isEqualTo(zcl.with(0, zcl.u8(0) & ~reserved));
        }
    }
}
