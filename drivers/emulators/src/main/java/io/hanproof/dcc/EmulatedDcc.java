package io.hanproof.dcc;

import io.hanproof.duis.Incident;
import io.hanproof.duis.ServiceRequest;
import io.hanproof.duis.UserMessage;
import io.hanproof.lab.BenchFault;
import io.hanproof.lab.FrameTap;
import io.hanproof.lab.HubWan;
import io.hanproof.lab.Machine;
import io.hanproof.lab.Timeline;
import io.hanproof.lab.WanMessage;
import io.hanproof.octets.Eui64;
import io.hanproof.profile.Baseline;
import io.hanproof.profile.Policies;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/** The DCC on its timeline: sends what its machine decides, books its timers and keeps its state. */
public final class EmulatedDcc {
    private final Timeline timeline;
    private final FrameTap tap;
    private final Machine<DccState, DccEvent, DccEffect> machine;
    private final Map<Eui64, HubWan> hubs = new HashMap<>();
    private final Map<Eui64, Consumer<UserMessage>> users = new HashMap<>();
    private final List<DccEffect.Note> notes = new ArrayList<>();

    private DccState state;

    /** @param change {@link DccMisbehaviours#HONEST} for a DCC that does what the text says */
    public EmulatedDcc(
            Timeline timeline,
            DccModel model,
            Policies policies,
            Baseline baseline,
            FrameTap tap,
            Machine.Mutation<DccState, DccEvent, DccEffect> change) {
        this.timeline = timeline;
        this.tap = tap;
        this.machine = change.of(new DccMachine(model, policies, baseline));
        this.state = DccState.of(model);
    }

    /** Connects a hub: what is sent to it goes there, and the DCC hears what it says. */
    public void attach(Eui64 hub, HubWan wan) {
        hubs.put(hub, wan);
        wan.listen(message -> {
            if (message instanceof WanMessage.Gbcs(var octets)) {
                happen(new DccEvent.Heard(hub, octets));
            }
        });
    }

    /** Who is told what the DCC says to a user, on the timeline's thread. */
    public void listen(Eui64 user, Consumer<UserMessage> listener) {
        users.put(user, listener);
    }

    /** A user sends a request; the answers come to its listener. */
    public void request(Eui64 user, ServiceRequest request) {
        tap.user(timeline.nanos(), user, true, request);
        happen(new DccEvent.Requested(user, request));
    }

    /** A user raises an incident about a device's firmware; the answer comes to its listener. */
    public void incident(Eui64 user, Eui64 device) {
        tap.user(timeline.nanos(), user, true, new Incident.Raised(device));
        happen(new DccEvent.IncidentRaised(user, device));
    }

    /** What was dropped, and why, oldest first. */
    public List<DccEffect.Note> notes() {
        return List.copyOf(notes);
    }

    /** Lets something happen to the DCC that comes from no user and no hub. */
    public void happen(DccEvent event) {
        var step = machine.on(event, state, timeline.instant());
        state = step.state();
        step.effects().forEach(this::carryOut);
    }

    private HubWan hub(Eui64 hub) {
        var wan = hubs.get(hub);
        if (wan == null) {
            throw new BenchFault("no hub %s is attached to the DCC".formatted(hub));
        }
        return wan;
    }

    private void carryOut(DccEffect effect) {
        switch (effect) {
            case DccEffect.Tell(var user, var message) -> {
                tap.user(timeline.nanos(), user, false, message);
                users.getOrDefault(user, it -> {}).accept(message);
            }
            case DccEffect.Deliver(var hub, var delivery) -> hub(hub).deliver(delivery);
            case DccEffect.Send(var hub, var command) -> hub(hub).send(command);
            case DccEffect.Book(var timer, var at) -> timeline.at(at, () -> happen(new DccEvent.Due(timer)));
            case DccEffect.Note it -> notes.add(it);
        }
    }
}
