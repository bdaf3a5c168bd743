package io.hanproof.venue;

import io.hanproof.dongle.EmulatedBench;
import io.hanproof.lab.BenchFault;
import io.hanproof.lab.Timeline;
import io.hanproof.zcl.ota.HardwareVersion;
import java.time.Instant;
import java.util.Optional;

/** The device behind an emulated stick: made anew for every scenario. */
final class EmulatedHandle implements Handle {
    private final EmulatedBench bench;
    private final long seed;
    private final Instant begun;

    EmulatedHandle(EmulatedBench bench, long seed, Instant start) {
        this.bench = bench;
        this.seed = seed;
        this.begun = start;
        bench.begin(seed, start, Optional.empty(), Optional.empty());
    }

    /** The one that is there already will do when it is to be as its profile says, and no time has passed. */
    @Override
    public void prepare(Timeline timeline, Optional<Long> installed, Optional<HardwareVersion> hardware) {
        Instant now = timeline.instant();
        if (installed.isPresent() || hardware.isPresent() || !now.equals(begun)) {
            bench.begin(seed, now, installed, hardware.map(HardwareVersion::u16));
        }
    }

    @Override
    public void power(boolean on) {
        bench.power(on);
    }

    @Override
    public void putBack(String firmware) {
        throw new BenchFault("a device behind an emulated stick begins anew, nothing is to be put back");
    }

    @Override
    public void join() {
        // it has joined
    }

    @Override
    public boolean remembers() {
        return false;
    }
}
