package io.hanproof.launcher;

import io.hanproof.dcc.DccMisbehaviours;
import io.hanproof.device.DisplayMisbehaviours;
import io.hanproof.hub.HubMisbehaviours;
import io.hanproof.lab.Misbehaviour;
import java.util.List;
import java.util.stream.Stream;

/** Every wrong device, hub and DCC that hanproof can play. */
final class Misbehaviours {
    private Misbehaviours() {}

    /** A misbehaviour, and who has it. */
    record Known(Misbehaviour<?, ?, ?> misbehaviour, Target actor) {
        String name() {
            return misbehaviour.name();
        }
    }

    static List<Known> all() {
        return Stream.of(
                        DisplayMisbehaviours.all().stream().map(it -> new Known(it, Target.DEVICE)),
                        HubMisbehaviours.all().stream().map(it -> new Known(it, Target.HUB)),
                        DccMisbehaviours.all().stream().map(it -> new Known(it, Target.DCC)))
                .flatMap(it -> it)
                .toList();
    }

    static Known named(String name) {
        List<Known> all = all();
        return all.stream()
                .filter(it -> it.name().equals(name))
                .findFirst()
                .orElseThrow(() -> Suggestion.unknown(
                        "misbehaviour", name, all.stream().map(Known::name).toList()));
    }
}
