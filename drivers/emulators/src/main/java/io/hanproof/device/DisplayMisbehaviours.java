package io.hanproof.device;

import io.hanproof.lab.Misbehaviour;
import java.util.List;
import java.util.stream.Stream;

/** Displays that break one requirement each, and no other. */
public final class DisplayMisbehaviours {
    private DisplayMisbehaviours() {}

    public static List<Misbehaviour<DisplayState, DisplayEvent, DisplayEffect>> all() {
        return Stream.of(
                        FetchingWrongly.all(),
                        CheckingWrongly.all(),
                        TimingWrongly.all(),
                        ActivatingWrongly.all(),
                        LosingPowerWrongly.all(),
                        JoiningPartsWrongly.all())
                .flatMap(List::stream)
                .toList();
    }

    /** Displays that no scenario asks about: they update as they should, and send what nobody may. */
    public static List<Misbehaviour<DisplayState, DisplayEvent, DisplayEffect>> seenByMonitors() {
        return SeenByMonitors.all();
    }
}
