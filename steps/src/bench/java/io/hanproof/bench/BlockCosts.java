package io.hanproof.bench;

import io.hanproof.ncp.BlockClock;
import io.hanproof.ncp.StickTap;
import io.hanproof.octets.Octets;
import java.util.function.LongSupplier;

/** What every block cost a host, from its stick's end of the line; the first blocks only warm the host up. */
final class BlockCosts implements StickTap {
    private final int warmUp;
    private final BlockClock warming;
    private final BlockClock measured;

    BlockCosts(LongSupplier nanos, int warmUp) {
        this.warmUp = warmUp;
        this.warming = new BlockClock(nanos);
        this.measured = new BlockClock(nanos);
    }

    private BlockClock current() {
        return warming.blocks() < warmUp ? warming : measured;
    }

    @Override
    public void ezspToHost(Octets frame) {
        current().ezspToHost(frame);
    }

    @Override
    public void ezspFromHost(Octets frame) {
        current().ezspFromHost(frame);
    }

    int blocks() {
        return measured.blocks();
    }

    double milliseconds(double quantile) {
        return measured.milliseconds(quantile);
    }

    String words(String host) {
        return "%-18s %6d blocks: median %.3f, p99 %.3f, max %.3f ms"
                .formatted(host, blocks(), milliseconds(0.5), milliseconds(0.99), milliseconds(1));
    }
}
