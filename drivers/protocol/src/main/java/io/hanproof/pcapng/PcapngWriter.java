package io.hanproof.pcapng;

import io.hanproof.octets.OctetWriter;
import io.hanproof.octets.Octets;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;

/**
 * Writes a capture of one interface, block by block, little-endian, with times in nanoseconds. Packets are IEEE
 * 802.15.4 frames without frame check sequence.
 */
public final class PcapngWriter {
    private static final int SECTION_HEADER = 0x0A0D0D0A;
    private static final int INTERFACE_DESCRIPTION = 1;
    private static final int ENHANCED_PACKET = 6;
    private static final long BYTE_ORDER = 0x1A2B3C4DL;
    private static final long LENGTH_UNKNOWN = -1L;
    private static final int LINK_TYPE_802_15_4_WITHOUT_FCS = 230;
    private static final int EVERY_OCTET = 0;
    private static final int BLOCK_FRAME = 12;

    private static final int OPTION_END = 0;
    private static final int OPTION_COMMENT = 1;
    private static final int OPTION_APPLICATION = 4;
    private static final int OPTION_TIME_RESOLUTION = 9;
    private static final int NANOSECONDS = 9;
    private static final int LONGEST_OPTION = 0xFFFF;

    private final OctetSink sink;

    /**
     * Begins a capture.
     *
     * @param application what writes it
     * @param comments what holds for the whole of it
     */
    public PcapngWriter(OctetSink sink, String application, List<String> comments) throws IOException {
        this.sink = sink;
        var section = new OctetWriter(256);
        section.u32(BYTE_ORDER).u16(1).u16(0).u64(LENGTH_UNKNOWN);
        comments.forEach(it -> option(section, OPTION_COMMENT, it));
        option(section, OPTION_APPLICATION, application);
        endOfOptions(section);
        block(SECTION_HEADER, section);
        var description = new OctetWriter();
        description.u16(LINK_TYPE_802_15_4_WITHOUT_FCS).u16(0).u32(EVERY_OCTET);
        description.u16(OPTION_TIME_RESOLUTION).u16(1).u32(NANOSECONDS);
        endOfOptions(description);
        block(INTERFACE_DESCRIPTION, description);
    }

    /** Writes one packet, with its comments in order. */
    public void packet(long nanos, Octets frame, List<String> comments) throws IOException {
        var packet = new OctetWriter(256);
        packet.u32(0).u32(nanos >>> 32).u32(nanos).u32(frame.length()).u32(frame.length());
        padded(packet, frame);
        comments.forEach(it -> option(packet, OPTION_COMMENT, it));
        endOfOptions(packet);
        block(ENHANCED_PACKET, packet);
    }

    private void block(int type, OctetWriter body) throws IOException {
        int length = BLOCK_FRAME + body.length();
        var block = new OctetWriter(length);
        block.u32(type).u32(length).octets(body.toOctets()).u32(length);
        sink.append(block.toOctets().toArray());
    }

    private static void option(OctetWriter out, int code, String text) {
        byte[] octets = text.getBytes(StandardCharsets.UTF_8);
        var value = Octets.copyOf(octets.length <= LONGEST_OPTION ? octets : Arrays.copyOf(octets, LONGEST_OPTION));
        out.u16(code).u16(value.length());
        padded(out, value);
    }

    private static void endOfOptions(OctetWriter out) {
        out.u16(OPTION_END).u16(0);
    }

    private static void padded(OctetWriter out, Octets octets) {
        out.octets(octets);
        for (int i = octets.length(); i % 4 != 0; i++) {
            out.u8(0);
        }
    }
}
