package io.hanproof.dcc;

import io.hanproof.lab.Machine.Mutation;
import io.hanproof.lab.Misbehaviour;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/** The wrong DCCs: each breaks what its requirements ask for, and nothing else. */
public final class DccMisbehaviours {
    public static final Mutation<DccState, DccEvent, DccEffect> HONEST = machine -> machine;

    private DccMisbehaviours() {}

    public static List<Misbehaviour<DccState, DccEvent, DccEffect>> all() {
        return Stream.of(
                        ImageFaults.all(),
                        ContentFaults.all(),
                        RequestFaults.all(),
                        DeviceFaults.all(),
                        TellingFaults.all(),
                        AudienceFaults.all(),
                        TellingTooMuch.all(),
                        QueueFaults.all(),
                        DeliveringFaults.all(),
                        RecordingFaults.all())
                .flatMap(List::stream)
                .toList();
    }

    /** @param breaks the identifiers of all requirements that it breaks, joined by blanks */
    static Misbehaviour<DccState, DccEvent, DccEffect> fault(
            String name, String does, String breaks, Mutation<DccState, DccEvent, DccEffect> change) {
        return new Misbehaviour<>(name, does, Set.of(breaks.split(" ")), Map.of(), List.of(), change);
    }
}
