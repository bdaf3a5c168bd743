package io.hanproof.dcc;

import io.hanproof.lab.Machine.Mutation;
import io.hanproof.lab.Misbehaviour;
import java.util.List;

/** The wrong DCCs: each breaks what its requirements ask for, and nothing else. */
public final class DccMisbehaviours {
    public static final Mutation<DccState, DccEvent, DccEffect> HONEST = machine -> machine;

    private DccMisbehaviours() {}

    public static List<Misbehaviour<DccState, DccEvent, DccEffect>> all() {
        return List.of();
    }
}
