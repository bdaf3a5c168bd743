package io.hanproof.device;

import java.time.Instant;

/** All that a device is: what it remembers without power, and what it is doing. */
public record DisplayState(Flash flash, Phase phase) {

    static DisplayState running(long fileVersion, Instant nextPoll) {
        return new DisplayState(Flash.running(fileVersion), new Phase.Idle(nextPoll));
    }

    public DisplayState with(Phase other) {
        return new DisplayState(flash, other);
    }

    public DisplayState with(Flash other) {
        return new DisplayState(other, phase);
    }
}
