package io.hanproof.ncp;

import io.hanproof.octets.OctetWriter;
import io.hanproof.octets.Octets;
import java.util.List;
import java.util.random.RandomGenerator;

/** Counts frames, and does to them what the faults in force want. */
final class LineFaults {
    private static final int MOST_GARBAGE = 12;

    private final RandomGenerator chance;
    private final Counter naks;
    private final Counter corruption;
    private final Counter lostAcks;
    private final Counter lostData;
    private final Counter garbage;

    private static final class Counter {
        private final int every;
        private int seen;

        Counter(int every) {
            this.every = every;
        }

        boolean strikes() {
            return every > 0 && ++seen % every == 0;
        }
    }

    /** @param chance what garbage is made of, and which octet is spoilt */
    LineFaults(List<NcpFault> faults, RandomGenerator chance) {
        this.chance = chance;
        int[] every = new int[5];
        for (NcpFault fault : faults) {
            switch (fault) {
                case NcpFault.NaksEvery(int frames) -> every[0] = frames;
                case NcpFault.CorruptsEvery(int frames) -> every[1] = frames;
                case NcpFault.LosesAckEvery(int frames) -> every[2] = frames;
                case NcpFault.LosesDataEvery(int frames) -> every[3] = frames;
                case NcpFault.GarbageEvery(int frames) -> every[4] = frames;
                case NcpFault.BusyEvery it -> {}
                case NcpFault.Stalls it -> {}
                case NcpFault.Resets it -> {}
                case NcpFault.Fails it -> {}
                case NcpFault.Unplugs it -> {}
                case NcpFault.ReportsVersion it -> {}
            }
        }
        this.naks = new Counter(every[0]);
        this.corruption = new Counter(every[1]);
        this.lostAcks = new Counter(every[2]);
        this.lostData = new Counter(every[3]);
        this.garbage = new Counter(every[4]);
    }

    boolean refusesNext() {
        return naks.strikes();
    }

    boolean losesAck() {
        return lostAcks.strikes();
    }

    /** What goes on the line for a data frame that is sent the first time. */
    Octets outgoing(Octets line) {
        Octets sent = line;
        if (lostData.strikes()) {
            sent = Octets.NONE;
        } else if (corruption.strikes()) {
            int at = chance.nextInt(line.length() - 1);
            sent = line.with(at, line.u8(at) ^ 0x01);
        }
        return garbage.strikes() ? noise().plus(sent) : sent;
    }

    /** The flag at its end keeps it from swallowing the frame that follows. */
    private Octets noise() {
        var out = new OctetWriter();
        int count = 1 + chance.nextInt(MOST_GARBAGE);
        for (int i = 0; i < count; i++) {
            out.u8(chance.nextInt(0x100));
        }
        return out.u8(AshOctets.FLAG).toOctets();
    }
}
