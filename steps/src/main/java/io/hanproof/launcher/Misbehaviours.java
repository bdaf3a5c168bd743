package io.hanproof.launcher;

import io.hanproof.dcc.DccMisbehaviours;
import io.hanproof.device.DisplayMisbehaviours;
import io.hanproof.device.SwitchMisbehaviours;
import io.hanproof.hub.HubMisbehaviours;
import io.hanproof.lab.Misbehaviour;
import io.hanproof.profile.DeviceKind;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** Every wrong device, hub and DCC that hanproof can play. */
final class Misbehaviours {
    private static final Set<DeviceKind> DISPLAYS = Set.of(DeviceKind.PPMID, DeviceKind.IHD);
    private static final Set<DeviceKind> OTHERS = Set.of(DeviceKind.HCALCS, DeviceKind.ESME, DeviceKind.GSME);

    private Misbehaviours() {}

    /**
     * A misbehaviour, and who has it.
     *
     * @param kinds of product that can have it
     */
    record Known(Misbehaviour<?, ?, ?> misbehaviour, Target actor, Set<DeviceKind> kinds) {
        String name() {
            return misbehaviour.name();
        }
    }

    static List<Known> all() {
        return Stream.of(
                        DisplayMisbehaviours.all().stream().map(it -> new Known(it, Target.DEVICE, DISPLAYS)),
                        SwitchMisbehaviours.all().stream().map(it -> new Known(it, Target.DEVICE, OTHERS)),
                        HubMisbehaviours.all().stream().map(it -> new Known(it, Target.HUB, Set.of(DeviceKind.HUB))),
                        DccMisbehaviours.all().stream().map(it -> new Known(it, Target.DCC, Set.of(DeviceKind.DCC))))
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
