package io.hanproof.ncp;

import io.hanproof.lab.BenchOrder;
import io.hanproof.lab.BenchReport;
import io.hanproof.lab.Seed;
import io.hanproof.octets.Eui64;
import io.hanproof.octets.Octets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;

/** A ZigBee stick that does not exist: its host finds it at the end of a {@link Line}. */
public final class EmulatedStick {
    /** What known hosts do although the protocol has it otherwise: it is taken as they mean it, and no error. */
    public static final List<String> TOLERATED = List.of(
            "ASH: a NAK that lacks its control octet",
            "networkInit without networkInitStruct",
            "findAndRejoinNetwork with or without reason and node type",
            "tokenFactoryReset with or without its two flags");

    private final Home home;
    private final StickSettings settings;
    private final Nvram nvram = new Nvram();
    private final HostPace pace = new HostPace();
    private final List<String> errors = new CopyOnWriteArrayList<>();
    private final List<Octets> heldBack = new ArrayList<>();
    private final AshLink link;
    private final Ncp ncp;
    private @Nullable Line line;
    private boolean plugged;
    private boolean stalled;
    private int pluggings;
    private int commands;

    EmulatedStick(Home home, StickSettings settings, long seed) {
        this.home = home;
        this.settings = settings;
        var faults = new LineFaults(
                settings.faults(), Seed.derive(seed, "line", settings.address().toString()));
        this.link = new AshLink(home.clock(), new LinkEnds(), faults);
        this.ncp = new Ncp(settings, nvram, home.neighbourhood(), this::order, this::toHost, this::departure);
    }

    public Eui64 address() {
        return settings.address();
    }

    /** What hosts did that the protocol does not allow, in order. */
    public List<String> errors() {
        return List.copyOf(errors);
    }

    /**
     * Puts it at the end of a line, where hosts find it; it has kept its network and its keys from before.
     *
     * @throws io.hanproof.lab.BenchFault when the line cannot be had
     */
    public void plug(Line to) {
        home.call(() -> {
            pullOut();
            line = to;
            plugIn(to);
        });
    }

    /** Pulls it out. */
    public void unplug() {
        home.call(this::pullOut);
    }

    /** Puts it back where it was. */
    public void replug() {
        home.call(this::putBack);
    }

    private void putBack() {
        if (line != null && !plugged) {
            plugIn(line);
        }
    }

    private void plugIn(Line to) {
        pluggings++;
        int plugging = pluggings;
        to.plug(new Line.Listener() {
            @Override
            public void received(Octets octets) {
                home.post(() -> heard(plugging, octets));
            }

            @Override
            public void hungUp() {
                home.post(() -> hostLeft(plugging));
            }
        });
        plugged = true;
    }

    void pullOut() {
        if (plugged && line != null) {
            plugged = false;
            pluggings++;
            line.unplug();
            link.cut();
            ncp.reset();
            stalled = false;
            heldBack.clear();
            leaveBench();
        }
    }

    private void hostLeft(int plugging) {
        if (plugging == pluggings) {
            link.cut();
            leaveBench();
        }
    }

    private void leaveBench() {
        pace.leave();
        home.hostLeft();
    }

    private void heard(int plugging, Octets octets) {
        if (plugging != pluggings) {
            return;
        }
        if (stalled) {
            heldBack.add(octets);
            return;
        }
        settings.tap().octetsFromHost(octets);
        link.received(octets);
    }

    private void departure(String how) {
        errors.add(how);
    }

    private void toHost(Octets ezsp) {
        settings.tap().ezspToHost(ezsp);
        if (isCallback(ezsp)) {
            pace.spoken();
        }
        link.send(ezsp);
    }

    private static boolean isCallback(Octets ezsp) {
        return ezsp.u8(1) == EzspFrame.CALLBACK;
    }

    private void order(BenchOrder order) {
        switch (order) {
            case BenchOrder.Hello it -> pace.step();
            case BenchOrder.Begin it -> {
                pace.step();
                home.begin(it, this);
            }
            case BenchOrder.LetPass(long until) -> {
                if (home.isStepped()) {
                    pace.letPass(until, link.acknowledged());
                } else {
                    departure("LetPass needs a Begin before it, sent without");
                }
            }
            case BenchOrder.Power(boolean on) -> home.neighbourhood().power(on);
        }
    }

    HostPace pace() {
        return pace;
    }

    Stack stack() {
        return ncp.stack();
    }

    /** Time has passed up to there, and stops here for the host. */
    void arrived(long nanos) {
        report(new BenchReport.Arrived(nanos));
        pace.arrived();
    }

    /** Another host had everything begin anew. */
    void begun(BenchOrder.Begin begin) {
        if (pace.isStepped()) {
            report(new BenchReport.Begun(begin.seed(), begin.startNanos()));
            pace.begun(link.accepted());
        }
    }

    private void report(BenchReport report) {
        ncp.stack().callbacks().custom(report.write());
    }

    void flush() {
        if (plugged && !stalled) {
            link.flush();
        }
    }

    private void suffer(NcpFault fault) {
        switch (fault) {
            case NcpFault.Stalls(int after, Duration howLong) -> {
                if (commands == after) {
                    stall(howLong);
                }
            }
            case NcpFault.Resets(int after, int code) -> {
                if (commands == after) {
                    restart();
                    link.connect(code);
                }
            }
            case NcpFault.Fails(int after, int code) -> {
                if (commands == after) {
                    restart();
                    link.fail(code);
                }
            }
            case NcpFault.Unplugs(int after, Duration backAfter) -> {
                if (commands == after) {
                    home.later(backAfter, this::putBack);
                    pullOut();
                }
            }
            case NcpFault.NaksEvery it -> {}
            case NcpFault.CorruptsEvery it -> {}
            case NcpFault.LosesAckEvery it -> {}
            case NcpFault.LosesDataEvery it -> {}
            case NcpFault.GarbageEvery it -> {}
            case NcpFault.BusyEvery it -> {}
            case NcpFault.ReportsVersion it -> {}
        }
    }

    private void stall(Duration howLong) {
        int plugging = pluggings;
        stalled = true;
        home.later(howLong, () -> {
            if (plugging == pluggings) {
                stalled = false;
                List.copyOf(heldBack).forEach(it -> heard(plugging, it));
                heldBack.clear();
            }
        });
    }

    private void restart() {
        ncp.reset();
        leaveBench();
    }

    private final class LinkEnds implements AshLink.Ends {
        @Override
        public void reset() {
            restart();
        }

        @Override
        public void ezsp(Octets frame) {
            settings.tap().ezspFromHost(frame);
            commands++;
            int before = pluggings;
            ncp.heard(frame);
            if (before == pluggings) {
                settings.faults().forEach(EmulatedStick.this::suffer);
            }
        }

        @Override
        public void line(Octets octets) {
            settings.tap().octetsToHost(octets);
            if (line != null) {
                line.write(octets);
            }
        }

        @Override
        public void departure(String how) {
            EmulatedStick.this.departure(how);
        }
    }
}
