package io.hanproof.dongle;

import io.hanproof.lab.BenchFault;
import io.hanproof.lab.BenchOrder;
import io.hanproof.lab.BenchReport;
import io.hanproof.lab.SteppedTimeline;
import io.hanproof.lab.Timeline;
import io.hanproof.octets.Decoded;
import io.hanproof.octets.Octets;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * What stands behind a stick that is emulated: a HAN whose device can be made anew and switched off, and whose time
 * passes only as far as this side lets it.
 */
public final class EmulatedBench implements SteppedTimeline.Pace {
    private static final Duration ANSWER = Duration.ofSeconds(5);

    private final Supplier<EmberTransport> transport;
    private volatile @Nullable SteppedTimeline timeline;

    private EmulatedBench(Supplier<EmberTransport> transport) {
        this.transport = transport;
    }

    /** The bench behind that stick, unless it is a real one. */
    static Optional<EmulatedBench> find(Supplier<EmberTransport> transport) {
        var hello = BenchOrder.SIGNATURE;
        var reply = transport.get().ask(new BenchOrder.Hello().write(), ANSWER);
        if (reply.filter(it -> it.startsWith(hello) && it.length() > hello.length())
                .isEmpty()) {
            return Optional.empty();
        }
        int version = reply.get().u8(hello.length());
        if (version != BenchOrder.VERSION) {
            throw new BenchFault("the emulated bench speaks version %d, this side %d: start both from one hanproof"
                    .formatted(version, BenchOrder.VERSION));
        }
        return Optional.of(new EmulatedBench(transport));
    }

    /** Hears what the bench reports: once more after the stick was opened again. */
    void attach() {
        transport.get().onReport(this::heard);
    }

    /**
     * Everything on the HAN begins anew, with time standing still.
     *
     * @param installed file version that the device runs, if not its profile's
     * @param hardware version that the device has, if not its profile's
     */
    public void begin(long seed, Instant start, Optional<Long> installed, Optional<Integer> hardware) {
        order(new BenchOrder.Begin(seed, Timeline.toNanos(start), installed, hardware));
    }

    /** Mains of the device on or off. */
    public void power(boolean on) {
        order(new BenchOrder.Power(on));
    }

    private void order(BenchOrder order) {
        if (transport.get().ask(order.write(), ANSWER).isEmpty()) {
            throw new BenchFault("the emulated bench did not carry out %s".formatted(order));
        }
    }

    /**
     * Time for one scenario, which this side and the bench share.
     *
     * @param patience how long on the wall the bench may take to let time pass
     */
    public SteppedTimeline timeline(Instant start, Duration patience) {
        var made = new SteppedTimeline(start, this, patience);
        timeline = made;
        return made;
    }

    @Override
    public void letPass(long untilNanos) {
        transport.get().order(new BenchOrder.LetPass(untilNanos).write());
    }

    private void heard(Octets octets) {
        switch (BenchReport.read(octets)) {
            case Decoded.Value(BenchReport.Arrived(long nanos)) -> {
                var waiting = timeline;
                if (waiting != null) {
                    waiting.arrived(nanos);
                }
            }
            case Decoded.Value(
                    BenchReport.Begun it) -> {} // by another host of the same HAN; a scenario has its stick alone
            case Decoded.Malformed<BenchReport> it -> {} // of a later version: nothing that we wait for
        }
    }
}
