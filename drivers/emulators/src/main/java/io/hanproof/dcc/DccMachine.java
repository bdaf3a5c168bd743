package io.hanproof.dcc;

import io.hanproof.lab.Machine;
import io.hanproof.profile.Baseline;
import io.hanproof.profile.Policies;
import java.time.Instant;

/** A DCC that does what the text says, under one reading of it. */
public final class DccMachine implements Machine<DccState, DccEvent, DccEffect> {
    public DccMachine(DccModel model, Policies policies, Baseline baseline) {}

    @Override
    public Step<DccState, DccEffect> on(DccEvent event, DccState state, Instant now) {
        return new Turn(state, now).end();
    }
}
