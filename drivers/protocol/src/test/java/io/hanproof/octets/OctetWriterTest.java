package io.hanproof.octets;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

final class OctetWriterTest {

    @Test
    void writesLittleEndianFieldsInOrder() {
        var out = new OctetWriter()
                .u8(0xFF)
                .u16(0xFFFE)
                .u32(0x80FF_FFFDL)
                .u64(0x00DB_1234_5678_90A4L)
                .octets(Octets.hex("0102"));

        assertThat(out.length()).isEqualTo(17);
        assertThat(out.toOctets()).isEqualTo(Octets.hex("FF FEFF FDFFFF80 A490785634 12DB00 0102"));
    }

    @Test
    void growsBeyondTheRoomItWasGiven() {
        var out = new OctetWriter(0).u8(1).u16(2).u32(3).octets(Octets.copyOf(new byte[100]));

        assertThat(out.toOctets()).isEqualTo(Octets.hex("01 0200 03000000" + "00".repeat(100)));
    }

    @Test
    void startsAfreshOnceItsOctetsAreTaken() {
        var out = new OctetWriter(2).u16(0x0201);

        var first = out.toOctets();
        out.u16(0x0403);

        assertThat(first).isEqualTo(Octets.hex("0102"));
        assertThat(out.toOctets()).isEqualTo(Octets.hex("0304"));
        assertThat(out.toOctets()).isEqualTo(Octets.NONE);
    }

    @Property
    void whatItWritesTheReaderReads(
            @ForAll @IntRange(max = 0xFF) int u8, @ForAll @IntRange(max = 0xFFFF) int u16, @ForAll long u64) {
        long u32 = u64 >>> 32;

        var in = new OctetReader(
                new OctetWriter(1).u8(u8).u16(u16).u32(u32).u64(u64).toOctets());

        assertThat(in.u8("u8")).isEqualTo(u8);
        assertThat(in.u16("u16")).isEqualTo(u16);
        assertThat(in.u32("u32")).isEqualTo(u32);
        assertThat(in.u64("u64")).isEqualTo(u64);
        assertThat(in.left()).isZero();
    }
}
