package io.hanproof.dcc;

import static io.hanproof.dcc.DccChanges.rewrites;
import static io.hanproof.dcc.DccMisbehaviours.fault;

import io.hanproof.duis.DccAlert.FirmwareTransfer;
import io.hanproof.lab.Machine.Step;
import io.hanproof.lab.Misbehaviour;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;

/** DCCs that tell what no sentence asks about: only who watches every alert sees it. */
final class TellingTooMuch {
    private static final String SUCCESS = "fileTransferSuccess";
    private static final String FAILURE = "fileTransferFailure";

    private TellingTooMuch() {}

    static List<Misbehaviour<DccState, DccEvent, DccEffect>> all() {
        return List.of(
                fault(
                        "tells-of-success-and-failure",
                        "sends a second alert of failure after each one of success",
                        "NOT-03",
                        rewrites((effect, event, before, now) ->
                                effect instanceof DccEffect.Tell(var user, FirmwareTransfer it)
                                                && it.responseCode().equals(SUCCESS)
                                        ? List.of(
                                                effect,
                                                new DccEffect.Tell(
                                                        user,
                                                        new FirmwareTransfer(
                                                                it.hub(), it.device(), it.firmwareVersion(), FAILURE)))
                                        : List.of(effect))),
                fault(
                        "tells-network-operators-of-transfers",
                        "sends the second alert to users that are no suppliers, too",
                        "DSP-08",
                        honest -> (event, state, now) -> {
                            var step = honest.on(event, state, now);
                            var alerts = new LinkedHashSet<FirmwareTransfer>();
                            for (var each : step.effects()) {
                                if (each instanceof DccEffect.Tell(var user, FirmwareTransfer it)) {
                                    alerts.add(it);
                                }
                            }
                            var effects = new ArrayList<>(step.effects());
                            state.books().users().forEach(user -> {
                                if (!user.isSupplier()) {
                                    alerts.forEach(it -> effects.add(new DccEffect.Tell(user.id(), it)));
                                }
                            });
                            return new Step<>(step.state(), List.copyOf(effects));
                        }));
    }
}
