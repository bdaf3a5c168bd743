package io.hanproof.device;

import io.hanproof.lab.Machine.Mutation;
import io.hanproof.lab.Misbehaviour;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/** Displays that break what they say they break, and nothing else. */
public final class DisplayMisbehaviours {
    private DisplayMisbehaviours() {}

    public static List<Misbehaviour<DisplayState, DisplayEvent, DisplayEffect>> all() {
        return Stream.of(
                        FetchingWrongly.all(),
                        CheckingWrongly.all(),
                        TimingWrongly.all(),
                        ActivatingWrongly.all(),
                        LosingPowerWrongly.all(),
                        JoiningPartsWrongly.all(),
                        SeenByMonitors.all(),
                        ReportingWrongly.all(),
                        AddressingWrongly.ofDisplays(),
                        FieldFaults.all(),
                        SayingTwice.ofDisplays())
                .flatMap(List::stream)
                .toList();
    }

    /** One that breaks several requirements, since what it does is forbidden more than once. */
    static Misbehaviour<DisplayState, DisplayEvent, DisplayEffect> breaking(
            Set<String> requirements,
            String name,
            String does,
            Mutation<DisplayState, DisplayEvent, DisplayEffect> change) {
        return new Misbehaviour<>(name, does, requirements, Map.of(), List.of(), change);
    }
}
