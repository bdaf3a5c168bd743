package io.hanproof.lab;

import io.hanproof.octets.Decoded;
import io.hanproof.octets.MalformedOctets;
import io.hanproof.octets.OctetReader;
import io.hanproof.octets.OctetWriter;
import io.hanproof.octets.Octets;

/** What an emulated bench tells its host, in EZSP's callback for a vendor's own frames (customFrameHandler, 0x0054). */
public sealed interface BenchReport {

    /** Time has passed up to there; everything on the HAN that concerns this host was told before. */
    record Arrived(long nanos) implements BenchReport {}

    /** Another host had everything begin anew: this one is to follow. */
    record Begun(long seed, long startNanos) implements BenchReport {}

    default Octets write() {
        var out = new OctetWriter();
        switch (this) {
            case Arrived(long nanos) -> out.u8(0).u64(nanos);
            case Begun(long seed, long start) -> out.u8(1).u64(seed).u64(start);
        }
        return out.toOctets();
    }

    static Decoded<BenchReport> read(Octets octets) {
        try {
            var in = new OctetReader(octets);
            int kind = in.u8("report");
            return switch (kind) {
                case 0 -> new Decoded.Value<>(new Arrived(in.u64("now")));
                case 1 -> new Decoded.Value<>(new Begun(in.u64("seed"), in.u64("start")));
                default -> new Decoded.Malformed<>("report", "0 or 1", 0, "found " + kind);
            };
        } catch (MalformedOctets e) {
            return e.asValue();
        }
    }
}
