package io.hanproof.hub;

import io.hanproof.lab.Machine.Mutation;
import io.hanproof.lab.Misbehaviour;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/** The wrong hubs: each breaks what its requirements ask for, and nothing else. */
public final class HubMisbehaviours {
    private HubMisbehaviours() {}

    public static List<Misbehaviour<HubState, HubEvent, HubEffect>> all() {
        return Stream.of(
                        OfferFaults.all(),
                        ServingFaults.all(),
                        EndingFaults.all(),
                        StoreFaults.all(),
                        AgeFaults.all(),
                        MeterFaults.all(),
                        KeepingFaults.all(),
                        ReportFaults.all(),
                        ReadBackFaults.all(),
                        SealFaults.all(),
                        ReportingFaults.all(),
                        FieldFaults.all())
                .flatMap(List::stream)
                .toList();
    }

    /** @param breaks the identifiers of all requirements that it breaks, joined by blanks */
    static Misbehaviour<HubState, HubEvent, HubEffect> fault(
            String name, String does, String breaks, Mutation<HubState, HubEvent, HubEffect> change) {
        return new Misbehaviour<>(name, does, Set.of(breaks.split(" ")), Map.of(), List.of(), change);
    }
}
