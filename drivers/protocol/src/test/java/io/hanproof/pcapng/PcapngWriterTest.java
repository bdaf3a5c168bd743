package io.hanproof.pcapng;

import static org.assertj.core.api.Assertions.assertThat;

import io.hanproof.octets.Octets;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Octets as the draft of pcapng, sections 4.1 to 4.3, lays them out. */
final class PcapngWriterTest {
    private final List<Octets> blocks = new ArrayList<>();
    private final OctetSink sink = octets -> blocks.add(Octets.copyOf(octets));

    @Test
    void beginsWithASectionAndOneInterfaceOfNanoseconds() throws IOException {
        new PcapngWriter(sink, "hanproof", List.of("x"));

        assertThat(blocks)
                .containsExactly(
                        Octets.hex("0A0D0D0A 34000000 4D3C2B1A 0100 0000 FFFFFFFFFFFFFFFF"
                                + "0100 0100 78000000  0400 0800 68616E70726F6F66  0000 0000 34000000"),
                        Octets.hex("01000000 20000000 E600 0000 00000000  0900 0100 09000000  0000 0000 20000000"));
    }

    @Test
    void writesAPacketWithItsTimeAndEveryComment() throws IOException {
        var writer = new PcapngWriter(sink, "hanproof", List.of());
        blocks.clear();

        writer.packet(0x0000_0001_8000_0002L, Octets.hex("A1A2A3A4A5"), List.of("a", "§§"));

        assertThat(blocks)
                .containsExactly(Octets.hex("06000000 3C000000 00000000 01000000 02000080 05000000 05000000"
                        + "A1A2A3A4A5000000  0100 0100 61000000  0100 0400 C2A7C2A7  0000 0000 3C000000"));
    }

    @Test
    void cutsACommentThatNoOptionHolds() throws IOException {
        var writer = new PcapngWriter(sink, "hanproof", List.of());
        blocks.clear();

        writer.packet(0, Octets.NONE, List.of("x".repeat(70_000)));

        assertThat(blocks.getFirst().slice(28, 6)).isEqualTo(Octets.hex("0100 FFFF 7878"));
        assertThat(blocks.getFirst().length()).isEqualTo(28 + 4 + 0x10000 + 8);
    }
}
