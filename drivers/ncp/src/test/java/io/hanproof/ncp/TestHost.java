package io.hanproof.ncp;

import io.hanproof.lab.BenchOrder;
import io.hanproof.lab.BenchReport;
import io.hanproof.octets.Decoded;
import io.hanproof.octets.OctetReader;
import io.hanproof.octets.OctetWriter;
import io.hanproof.octets.Octets;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A host of our own, as small as can be: one command at a time, and it acknowledges whatever comes. */
final class TestHost implements AutoCloseable {
    static final Octets LINK_KEY = Octets.hex("5A6967426565416C6C69616E63653039");
    static final Octets NETWORK_KEY = Octets.hex("000102030405060708090A0B0C0D0E0F");
    static final int PAN = 0x1A62;

    private final InputStream in;
    private final OutputStream out;
    private final AutoCloseable end;
    private final AshDeframer deframer = new AshDeframer();
    private final ArrayDeque<AshFrame> frames = new ArrayDeque<>();
    private final List<EzspFrame> callbacks = new ArrayList<>();
    private final byte[] chunk = new byte[4096];
    private int next;
    private int expected;
    private int sequence;
    private boolean extended;

    TestHost(InputStream in, OutputStream out, AutoCloseable end) {
        this.in = in;
        this.out = out;
        this.end = end;
    }

    static TestHost on(MemoryLine line) {
        try {
            var end = line.connect();
            return new TestHost(end.input(), end.output(), end);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Resets the stick, and agrees on its version. */
    TestHost start(int version) {
        reset();
        command(0x00, "%02X".formatted(version));
        extended = true;
        command(0x00, "%02X".formatted(version));
        return this;
    }

    AshFrame reset() {
        raw(Octets.hex("1AC038BC7E"));
        next = 0;
        expected = 0;
        extended = false;
        callbacks.clear();
        frames.clear();
        AshFrame frame = frame();
        while (!(frame instanceof AshFrame.ResetAck)) {
            frame = frame();
        }
        return frame;
    }

    TestHost addEndpoint(int number) {
        command(0x02, "%02X 0901 0705 00 02 01 1900 0A00 0000".formatted(number));
        return this;
    }

    TestHost form() {
        secure();
        command(0x1E, network(11));
        return this;
    }

    TestHost secure() {
        command(0x68, "0403" + LINK_KEY.hex() + NETWORK_KEY.hex() + "00" + "00".repeat(8));
        return this;
    }

    static String network(int channel) {
        return "DDDDDDDDDDDDDDDD 621A 08 %02X 00 0000 00 00080000".formatted(channel);
    }

    /** A coordinator with endpoint 0x7B, that has heard whatever follows from its coming up. */
    static TestHost coordinator(MemoryLine line, int version) {
        return on(line).start(version).addEndpoint(0x7B).form();
    }

    Octets command(int id, String parameters) {
        return exchange(id, Octets.hex(parameters)).parameters();
    }

    EzspFrame exchange(int id, Octets parameters) {
        sequence = (sequence + 1) % 0x100;
        Octets ezsp = new EzspFrame(extended, sequence, EzspFrame.COMMAND, id, parameters).write();
        if (extended) {
            ezsp = ezsp.with(2, 1);
        }
        var data = new AshFrame.Data(next, expected, false, ezsp);
        next = (next + 1) % AshFrame.NUMBERS;
        raw(AshOctets.line(data));
        while (true) {
            AshFrame frame = frame();
            if (frame instanceof AshFrame.Nak) {
                raw(AshOctets.line(new AshFrame.Data(data.number(), expected, true, ezsp)));
            }
            var found = ezsp(frame);
            if (found.isPresent() && (found.get().control() & 0x10) == 0) {
                return found.get();
            }
        }
    }

    Octets unicast(int to, int profile, int cluster, int options, int tag, String contents) {
        Octets payload = Octets.hex(contents);
        var out = new OctetWriter().u8(0).u16(to);
        boolean zdo = profile == 0;
        new ApsHeader(profile, cluster, zdo ? 0 : 0x7B, zdo ? 0 : 1, options, 0, 0).write(out);
        out.u8(tag).u8(payload.length()).octets(payload);
        return exchange(0x34, out.toOctets()).parameters();
    }

    Octets custom(BenchOrder order) {
        Octets payload = order.write();
        return exchange(
                        0x47,
                        new OctetWriter().u8(payload.length()).octets(payload).toOctets())
                .parameters();
    }

    /** The next callback of that kind, whether it came already or is to come. */
    Octets callback(int id) {
        while (true) {
            for (var each : callbacks) {
                if (each.id() == id) {
                    callbacks.remove(each);
                    return each.parameters();
                }
            }
            hearOne();
        }
    }

    /** All callbacks up to and with the next report that time has passed, in order. */
    List<EzspFrame> untilArrived() {
        while (callbacks.stream().noneMatch(it -> report(it) instanceof BenchReport.Arrived)) {
            hearOne();
        }
        var heard = List.copyOf(callbacks);
        callbacks.clear();
        return heard;
    }

    static BenchReport report(EzspFrame frame) {
        return frame.id() == 0x54
                        && BenchReport.read(frame.parameters()
                                        .slice(1, frame.parameters().length() - 1))
                                instanceof Decoded.Value<BenchReport>(var report)
                ? report
                : new BenchReport.Begun(0, 0);
    }

    static long arrival(List<EzspFrame> heard) {
        return report(heard.getLast()) instanceof BenchReport.Arrived(long nanos) ? nanos : -1;
    }

    private void hearOne() {
        ezsp(frame());
    }

    private Optional<EzspFrame> ezsp(AshFrame frame) {
        if (!(frame instanceof AshFrame.Data data)) {
            return Optional.empty();
        }
        if (data.number() != expected) {
            raw(AshOctets.line(
                    data.repeated() ? new AshFrame.Ack(expected, false) : new AshFrame.Nak(expected, false)));
            return Optional.empty();
        }
        expected = (expected + 1) % AshFrame.NUMBERS;
        raw(AshOctets.line(new AshFrame.Ack(expected, false)));
        var found = ((Decoded.Value<EzspFrame>) EzspFrame.read(data.ezsp())).value();
        if ((found.control() & 0x10) != 0) {
            callbacks.add(found);
        }
        return Optional.of(found);
    }

    /** The next frame on the line that can be read. */
    AshFrame frame() {
        try {
            while (frames.isEmpty()) {
                int count = in.read(chunk);
                if (count < 0) {
                    throw new UncheckedIOException(new IOException("the stick is gone"));
                }
                deframer.feed(Octets.copyOf(chunk, 0, count), it -> {
                    switch (it) {
                        case Decoded.Value<AshFrame>(var frame) -> frames.add(frame);
                        case Decoded.Malformed<AshFrame> noise ->
                            raw(AshOctets.line(new AshFrame.Nak(expected, false)));
                    }
                });
            }
            return frames.remove();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    void raw(Octets octets) {
        try {
            out.write(octets.toArray());
            out.flush();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static int u16(Octets octets, int at) {
        return new OctetReader(octets, at, 2).u16("field");
    }

    @Override
    public void close() {
        try {
            end.close();
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }
}
