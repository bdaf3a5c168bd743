package io.hanproof.lab;

import io.hanproof.octets.Decoded;
import io.hanproof.octets.Eui64;
import io.hanproof.octets.MalformedOctets;
import io.hanproof.octets.OctetReader;
import io.hanproof.octets.OctetWriter;
import io.hanproof.octets.Octets;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;

/**
 * A recording as a file, little-endian: magic "HANPROOF" · format u16 · number of nodes u32 · nodes (address u64 ·
 * label length u16 · label in UTF-8) · number of entries u32 · records as {@link Tape} has them.
 */
final class RecordingFile {
    private static final Octets MAGIC = Octets.copyOf("HANPROOF".getBytes(StandardCharsets.US_ASCII));
    private static final int FORMAT = 2;

    private RecordingFile() {}

    static void write(Tape tape, OutputStream out) throws IOException {
        var head = new OctetWriter();
        head.octets(MAGIC).u16(FORMAT).u32(tape.nodes().size());
        for (Eui64 node : tape.nodes()) {
            var label = Octets.copyOf(tape.label(node).getBytes(StandardCharsets.UTF_8));
            head.u64(node.value()).u16(label.length()).octets(label);
        }
        head.u32(tape.size());
        out.write(head.toOctets().toArray());
        for (int number = 1; number <= tape.size(); number++) {
            byte[] chunk = tape.chunk(number);
            int at = tape.at(number);
            out.write(chunk, at, Tape.recordLength(Tape.length(chunk, at)));
        }
    }

    static Tape read(InputStream in, String name) throws IOException {
        try {
            return read(new OctetReader(Octets.copyOf(in.readAllBytes())));
        } catch (MalformedOctets e) {
            throw new IOException("%s is no recording of format %d: %s".formatted(name, FORMAT, reason(e)), e);
        }
    }

    private static String reason(MalformedOctets e) {
        return switch (e.<Tape>asValue()) {
            case Decoded.Malformed<Tape> malformed -> malformed.message();
            case Decoded.Value<Tape> none -> e.toString();
        };
    }

    private static Tape read(OctetReader in) {
        if (!in.take("magic", MAGIC.length()).equals(MAGIC)) {
            throw in.malformed("magic", "\"HANPROOF\"", 0, "found something else");
        }
        int format = in.u16("format");
        if (format != FORMAT) {
            throw in.malformed("format", Integer.toString(FORMAT), MAGIC.length(), "found " + format);
        }
        var tape = new Tape();
        long nodes = in.u32("number of nodes");
        for (long i = 0; i < nodes; i++) {
            var node = new Eui64(in.u64("node address"));
            Octets label = in.take("node label", in.u16("length of the node label"));
            tape.label(node, new String(label.toArray(), StandardCharsets.UTF_8));
        }
        long entries = in.u32("number of entries");
        for (long i = 0; i < entries; i++) {
            readRecord(in, tape);
        }
        if (in.left() > 0) {
            throw in.malformed("end", "no more octets", in.at(), in.left() + " left");
        }
        return tape;
    }

    private static void readRecord(OctetReader in, Tape tape) {
        int start = in.at();
        byte[] header = in.take("entry header", Tape.HEADER).toArray();
        check(header, tape.nodes().size(), start, in);
        int length = Tape.length(header, 0);
        if (length < 0 || length > Tape.LONGEST) {
            throw in.malformed(
                    "entry length", "0 to " + Tape.LONGEST, start + Tape.AT_CONTENT_LENGTH, "found " + length);
        }
        int padded = Tape.recordLength(length) - Tape.HEADER;
        Octets content = in.take("entry content", padded);
        int number = tape.reserve(length);
        byte[] chunk = tape.chunk(number);
        int at = tape.at(number);
        System.arraycopy(header, 0, chunk, at, Tape.HEADER);
        content.copyTo(chunk, at + Tape.HEADER);
        switch (header[Tape.AT_KIND]) { // so that it fails here rather than in a checker
            case Tape.WAN -> {
                var unused = WanOctets.read(number, 0, content.slice(0, length));
            }
            case Tape.USER -> {
                var unused = DuisOctets.read(content.slice(0, length));
            }
            default -> {} // any octets are a frame
        }
    }

    private static void check(byte[] header, int nodes, int start, OctetReader in) {
        int kind = header[Tape.AT_KIND];
        if (kind < Tape.FRAME || kind > Tape.USER) {
            throw in.malformed("entry kind", "0 to 3", start + Tape.AT_KIND, "found " + kind);
        }
        int delivery = header[Tape.AT_DELIVERY];
        if (!Tape.isDelivery(delivery)) {
            throw in.malformed("delivery", "0 to 2", start + Tape.AT_DELIVERY, "found " + delivery);
        }
        boolean hasNodes = kind != Tape.WAN;
        if (hasNodes && Math.max(u16(header, Tape.AT_SOURCE), u16(header, Tape.AT_DESTINATION)) >= nodes) {
            throw in.malformed("node", "one of the " + nodes + " listed", start + Tape.AT_SOURCE, "found another");
        }
    }

    private static int u16(byte[] octets, int at) {
        return (short) Tape.U16.get(octets, at) & 0xFFFF;
    }
}
