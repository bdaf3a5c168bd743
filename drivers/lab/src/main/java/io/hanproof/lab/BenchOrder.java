package io.hanproof.lab;

import io.hanproof.octets.Decoded;
import io.hanproof.octets.MalformedOctets;
import io.hanproof.octets.OctetReader;
import io.hanproof.octets.OctetWriter;
import io.hanproof.octets.Octets;
import java.util.Optional;

/**
 * What hanproof tells an emulated bench behind a serial line: it travels in EZSP's frame for a vendor's own commands
 * (customFrame, 0x0047), so that it keeps its place among the octets of the stick. Integers are little-endian; an absent
 * value is all ones. A real stick answers none of it.
 */
public sealed interface BenchOrder {
    /** The answer to {@link Hello}: these octets, and one for the version. */
    Octets SIGNATURE = Octets.hex("68616E70726F6F66");

    int VERSION = 1;

    /** Is there an emulated bench? It answers {@link #SIGNATURE} and {@link #VERSION}. */
    record Hello() implements BenchOrder {}

    /**
     * Everything on the HAN begins anew: the device as from the factory and joined, no fault in force, time at {@code start}
     * and standing still from now on.
     *
     * @param seed what all chance derives from
     * @param startNanos since 1970-01-01T00:00:00Z
     * @param installed file version that the device runs, if not the profile's
     * @param hardware hardware version that the device has, if not the profile's
     */
    record Begin(long seed, long startNanos, Optional<Long> installed, Optional<Integer> hardware)
            implements BenchOrder {}

    /** Time may pass up to that instant; it stops at the first word to this host, and {@link BenchReport.Arrived} follows. */
    record LetPass(long untilNanos) implements BenchOrder {}

    /** Mains of the device on or off. */
    record Power(boolean on) implements BenchOrder {}

    default Octets write() {
        var out = new OctetWriter();
        switch (this) {
            case Hello() -> out.u8(0);
            case Begin(long seed, long start, var installed, var hardware) ->
                out.u8(1)
                        .u64(seed)
                        .u64(start)
                        .u32(installed.orElse(0xFFFF_FFFFL))
                        .u16(hardware.orElse(0xFFFF));
            case LetPass(long until) -> out.u8(2).u64(until);
            case Power(boolean on) -> out.u8(3).u8(on ? 1 : 0);
        }
        return out.toOctets();
    }

    static Decoded<BenchOrder> read(Octets octets) {
        try {
            var in = new OctetReader(octets);
            int kind = in.u8("order");
            return switch (kind) {
                case 0 -> new Decoded.Value<>(new Hello());
                case 1 ->
                    new Decoded.Value<>(new Begin(
                            in.u64("seed"),
                            in.u64("start"),
                            Optional.of(in.u32("installed")).filter(it -> it != 0xFFFF_FFFFL),
                            Optional.of(in.u16("hardware")).filter(it -> it != 0xFFFF)));
                case 2 -> new Decoded.Value<>(new LetPass(in.u64("until")));
                case 3 -> new Decoded.Value<>(new Power(in.u8("on") != 0));
                default -> new Decoded.Malformed<>("order", "0 to 3", 0, "found " + kind);
            };
        } catch (MalformedOctets e) {
            return e.asValue();
        }
    }
}
