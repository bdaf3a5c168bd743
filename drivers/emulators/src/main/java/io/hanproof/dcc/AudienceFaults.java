package io.hanproof.dcc;

import static io.hanproof.dcc.DccChanges.hears;
import static io.hanproof.dcc.DccChanges.rewrites;
import static io.hanproof.dcc.DccChanges.under;
import static io.hanproof.dcc.DccMisbehaviours.fault;

import io.hanproof.dcc.DccRules.Reading;
import io.hanproof.duis.DccAlert;
import io.hanproof.duis.DccAlert.UpdateRequested;
import io.hanproof.duis.Incident;
import io.hanproof.lab.Machine.Mutation;
import io.hanproof.lab.Machine.Step;
import io.hanproof.lab.Misbehaviour;
import io.hanproof.octets.Eui64;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.stream.Stream;

/** DCCs that tell those whom it does not concern, or not those whom it does. */
final class AudienceFaults {
    private AudienceFaults() {}

    static List<Misbehaviour<DccState, DccEvent, DccEffect>> all() {
        return List.of(
                fault(
                        "tells-whoever-is-responsible-by-then",
                        "sends second and third alerts to the suppliers of the day",
                        "DSP-08 DSP-09 FRG-13 HCA-11",
                        toThoseOfToday()),
                fault(
                        "holds-on-to-a-losing-supplier",
                        "takes a supplier that has lost a home for responsible still",
                        "DSP-07 FRG-14 FRG-15",
                        hears(AudienceFaults::withLosers)),
                fault(
                        "tells-a-gaining-supplier-of-the-past",
                        "sends a gaining supplier the alerts that the losing one has had",
                        "FRG-13",
                        honest -> (event, state, now) -> {
                            var step = honest.on(event, state, now);
                            return event instanceof DccEvent.SuppliersChanged(var hub, var meters)
                                    ? new Step<>(step.state(), pastOf(hub, meters, state))
                                    : step;
                        }),
                fault(
                        "tells-the-gas-supplier-of-load-switches",
                        "takes the Gas Supplier for responsible for a load switch, too",
                        "DSP-09 HCA-11",
                        under(it -> it.with(Reading.GAS_FOR_SWITCHES, true))),
                fault(
                                "leaves-the-gas-supplier-out",
                                "does not take the Gas Supplier for responsible for a load switch",
                                "DSP-09 HCA-11",
                                under(it -> it.with(Reading.GAS_FOR_SWITCHES, false)))
                        .under("hcalcs-suppliers", "import-and-gas"),
                fault(
                        "names-the-asker-as-the-sender",
                        "takes who raises an incident for the sender of the image",
                        "NOT-12",
                        answering((asker, it, before) -> new DccEffect.Tell(
                                asker, new Incident.Answered(it.device(), claimed(it.images(), asker))))),
                fault(
                        "names-another-sender-too",
                        "names the asker beside the sender of the image",
                        "NOT-12",
                        answering((asker, it, before) -> new DccEffect.Tell(
                                asker,
                                new Incident.Answered(it.device(), and(it.images(), claimed(it.images(), asker)))))),
                fault(
                        "answers-an-incident-to-the-sender",
                        "tells who sent an image to who sent it, and not to who asked",
                        "NOT-12",
                        answering((asker, it, before) -> new DccEffect.Tell(
                                it.images().isEmpty()
                                        ? asker
                                        : it.images().getFirst().sender(),
                                it))),
                fault(
                        "tells-anybody-who-sent-an-image",
                        "answers incidents of suppliers that are not affected",
                        "NOT-12",
                        answering((asker, it, before) -> new DccEffect.Tell(
                                asker,
                                new Incident.Answered(it.device(), AuditDesk.sent(before.audit(), it.device()))))));
    }

    /** How an incident is answered. */
    @FunctionalInterface
    private interface Answering {
        DccEffect of(Eui64 asker, Incident.Answered answer, DccState before);
    }

    private static Mutation<DccState, DccEvent, DccEffect> answering(Answering otherwise) {
        return rewrites(
                (effect, event, before, now) -> effect instanceof DccEffect.Tell(var asker, Incident.Answered answer)
                        ? List.of(otherwise.of(asker, answer, before))
                        : List.of(effect));
    }

    private static Mutation<DccState, DccEvent, DccEffect> toThoseOfToday() {
        return honest -> (event, state, now) -> {
            var step = honest.on(event, state, now);
            if (!(event instanceof DccEvent.Heard(var hub, var message))) {
                return step;
            }
            var effects = new ArrayList<DccEffect>();
            var alerts = new LinkedHashSet<DccAlert>();
            for (var each : step.effects()) {
                if (each instanceof DccEffect.Tell(var user, DccAlert alert)) {
                    alerts.add(alert);
                } else {
                    effects.add(each);
                }
            }
            var suppliers = new LinkedHashSet<Eui64>();
            state.books().meters().getOrElse(hub, List.of()).forEach(it -> suppliers.add(it.supplier()));
            alerts.forEach(alert -> suppliers.forEach(it -> effects.add(new DccEffect.Tell(it, alert))));
            return new Step<>(step.state(), effects);
        };
    }

    private static DccEvent withLosers(DccEvent event, DccState state) {
        if (!(event instanceof DccEvent.SuppliersChanged(var hub, var meters))) {
            return event;
        }
        var all = new ArrayList<>(meters);
        all.addAll(state.books().meters().getOrElse(hub, List.of()));
        return new DccEvent.SuppliersChanged(hub, all);
    }

    private static List<DccEffect> pastOf(Eui64 hub, List<MeterPoint> meters, DccState state) {
        var before = state.books().meters().getOrElse(hub, List.of()).stream()
                .map(MeterPoint::supplier)
                .toList();
        var effects = new ArrayList<DccEffect>();
        for (var each : meters) {
            if (!before.contains(each.supplier())) {
                state.audit()
                        .forEach(it -> effects.add(new DccEffect.Tell(
                                each.supplier(), new UpdateRequested(it.hash(), it.devices(), it.activation()))));
            }
        }
        return effects;
    }

    private static List<Incident.Sent> and(List<Incident.Sent> images, List<Incident.Sent> others) {
        return Stream.concat(images.stream(), others.stream()).toList();
    }

    private static List<Incident.Sent> claimed(List<Incident.Sent> images, Eui64 user) {
        return images.stream()
                .map(it -> new Incident.Sent(it.at(), user, it.request(), it.hash(), it.firmwareVersion()))
                .toList();
    }
}
