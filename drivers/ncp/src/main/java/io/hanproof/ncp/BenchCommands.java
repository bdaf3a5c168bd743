package io.hanproof.ncp;

import io.hanproof.lab.BenchOrder;
import io.hanproof.octets.Decoded;
import io.hanproof.octets.OctetReader;
import io.hanproof.octets.OctetWriter;
import io.hanproof.octets.Octets;

/** The vendor's own commands: they make a bench of the stick. */
final class BenchCommands {
    private static final int CUSTOM_FRAME = 0x47;

    private final Ncp ncp;
    private final Bench bench;

    /** Who carries orders out, once they are answered. */
    interface Bench {
        void order(BenchOrder order);
    }

    BenchCommands(Ncp ncp, Bench bench) {
        this.ncp = ncp;
        this.bench = bench;
    }

    void addTo(CommandTable table) {
        table.put(CUSTOM_FRAME, "customFrame", this::customFrame);
    }

    private void customFrame(OctetReader in, OctetWriter out) {
        Octets payload = in.take("payload", in.u8("payloadLength"));
        switch (BenchOrder.read(payload)) {
            case Decoded.Value<BenchOrder>(var order) -> {
                Octets reply = order instanceof BenchOrder.Hello
                        ? BenchOrder.SIGNATURE.plus(Octets.copyOf(new byte[] {BenchOrder.VERSION}))
                        : Octets.NONE;
                out.u8(EmberStatus.SUCCESS.code()).u8(reply.length()).octets(reply);
                ncp.afterwards(() -> bench.order(order));
            }
            case Decoded.Malformed<BenchOrder> it -> {
                ncp.departure("customFrame: " + it.message());
                out.u8(EmberStatus.BAD_ARGUMENT.code()).u8(0);
            }
        }
    }
}
