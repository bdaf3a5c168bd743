package io.hanproof.device;

import io.hanproof.lab.Misbehaviour;
import java.util.List;
import java.util.stream.Stream;

/** Meters and switches that break what they say they break, and nothing else. */
public final class SwitchMisbehaviours {
    private SwitchMisbehaviours() {}

    public static List<Misbehaviour<DisplayState, DisplayEvent, DisplayEffect>> all() {
        return Stream.of(
                        ObeyingWrongly.all(),
                        LosingPowerWrongly.ofSwitches(),
                        TakingImagesWrongly.all(),
                        AnsweringWrongly.all(),
                        AddressingWrongly.ofSwitches(),
                        SayingTwice.ofSwitches())
                .flatMap(List::stream)
                .toList();
    }
}
