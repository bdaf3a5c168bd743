package io.hanproof.steps;

import io.hanproof.dcc.DccEffect;
import io.hanproof.dcc.DccEvent;
import io.hanproof.dcc.DccState;
import io.hanproof.lab.Machine.Mutation;
import io.hanproof.lab.Recorder;
import io.hanproof.lab.Recording;
import io.hanproof.lab.Timeline;
import io.hanproof.profile.DeviceKind;
import io.hanproof.venue.Cast;
import io.hanproof.venue.Ground;
import io.hanproof.venue.Scene;
import java.time.Instant;

/** One home: a hub, the devices on its HAN, and a recorder of all that crosses it. */
final class Site {
    private static final int SEQUENCES = 0x100;

    private final RunContext run;
    private final Cast cast;
    private final Firmwares firmwares;
    private final Recorder recorder = new Recorder();
    private final Ground ground;
    private final Instant start;
    private final HanHub hub;
    private final HanDevices devices;
    private int sequence = 0x80;

    Site(RunContext run, long seed) {
        this.run = run;
        this.cast = new Cast(run.profile(), run.policies(), run.baseline(), run.misbehaviour(), run.keys());
        this.firmwares = new Firmwares(run);
        this.ground = run.venue().open(new Scene(run.profile(), seed, recorder));
        this.start = ground.timeline().instant();
        this.hub = new HanHub(run, cast, firmwares, ground, recorder);
        this.devices = new HanDevices(run, seed, cast, firmwares, ground, recorder, hub);
    }

    boolean judgesDcc() {
        return run.profile().device() == DeviceKind.DCC;
    }

    /** What makes the DCC under test wrong, if anything. */
    Mutation<DccState, DccEvent, DccEffect> dccMutation() {
        return cast.dccMutation();
    }

    HanHub hub() {
        return hub;
    }

    HanDevices devices() {
        return devices;
    }

    Recorder recorder() {
        return recorder;
    }

    Instant start() {
        return start;
    }

    Timeline timeline() {
        return ground.timeline();
    }

    Recording recording() {
        return recorder.recording();
    }

    Ground ground() {
        return ground;
    }

    Firmwares firmwares() {
        return firmwares;
    }

    void close() {
        ground.close();
    }

    /** A transaction sequence number for a command that a scenario orders; far from those that machines count. */
    int sequence() {
        sequence = (sequence + 1) % SEQUENCES;
        return sequence;
    }
}
