package io.hanproof.dcc;

import static io.hanproof.dcc.DccChanges.keeps;
import static io.hanproof.dcc.DccChanges.rewrites;
import static io.hanproof.dcc.DccChanges.under;
import static io.hanproof.dcc.DccChanges.withholds;
import static io.hanproof.dcc.DccMisbehaviours.fault;

import io.hanproof.lab.Misbehaviour;
import io.hanproof.octets.Eui64;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;

/** DCCs that send images out of turn. */
final class QueueFaults {
    private static final Duration DAY = Duration.ofDays(1);

    /** As long as a request holds up others where DCCs are judged. */
    private static final Duration IN_FLIGHT = Duration.ofMinutes(30);

    private QueueFaults() {}

    static List<Misbehaviour<DccState, DccEvent, DccEffect>> all() {
        return List.of(
                fault(
                        "sends-a-hub-two-images-at-once",
                        "does not wait for what a hub has in progress",
                        "DIS-02 DIS-03 DIS-04 DIS-07 DUA-01 DUA-04 NOT-09",
                        under(it -> it.with(DccRules.InFlight.FORWARD))),
                fault(
                        "waits-for-every-hub",
                        "sends nothing to a hub while another has an image in progress",
                        "DIS-02",
                        rewrites((effect, event, before, now) ->
                                effect instanceof DccEffect.Deliver it && isAnotherBusy(it.hub(), before)
                                        ? List.of(new DccEffect.Book(new DccTimer.Later(it), now.plus(IN_FLIGHT)))
                                        : List.of(effect))),
                fault(
                        "waits-ten-seconds",
                        "takes a request for done after ten seconds",
                        "DIS-02 DIS-03 DIS-04 DIS-07 DUA-01 DUA-04 NOT-09",
                        under(it -> it.with(it.limits().withInFlight(Duration.ofSeconds(10))))),
                fault(
                        "waits-for-ever",
                        "never gives up waiting for a hub's word",
                        "DIS-04 DIS-07 DUA-04 SUP-07",
                        rewrites((effect, event, before, now) ->
                                effect instanceof DccEffect.Book(DccTimer.InFlight timer, var at)
                                        ? List.of()
                                        : List.of(effect))),
                fault(
                                "sends-what-it-should-reject",
                                "does not reject a device whose hub has a request in progress",
                                "DIS-05 HCA-15",
                                under(it -> it.with(DccRules.InFlight.FORWARD)))
                        .under("in-flight", "reject"),
                fault(
                                "holds-back-what-it-should-forward",
                                "waits for what a hub has in progress",
                                "DIS-06",
                                under(it -> it.with(DccRules.InFlight.THROTTLE)))
                        .under("in-flight", "forward"),
                fault(
                        "lets-no-meter-go-first",
                        "sends images in the order in which they came",
                        "DIS-07",
                        keeps((before, after, event, now) -> inOrder(after))),
                fault(
                        "sends-no-second-image-within-a-day",
                        "does not send a device another image within a day",
                        "DIS-02 DIS-04 DIS-07 DIS-11 DIS-13 DUA-01 DUA-04 FRG-08 NOT-09 SUP-07",
                        withholds((it, event, before, now) -> before.audit().stream()
                                .anyMatch(update -> update.devices()
                                                .containsAll(it.delivery().targets())
                                        && update.received().plus(DAY).isAfter(now)))));
    }

    private static boolean isAnotherBusy(Eui64 hub, DccState state) {
        return state.books().hubs().values().stream()
                .filter(it -> !it.id().equals(hub))
                .anyMatch(it -> state.traffic()
                        .queues()
                        .find(it.id())
                        .filter(queue -> queue.inProgress().isPresent())
                        .isPresent());
    }

    private static DccState inOrder(DccState state) {
        var queues = state.traffic().queues();
        for (var hub : state.books().hubs().values()) {
            var queue = queues.find(hub.id());
            if (queue.isPresent() && queue.get().waiting().size() > 1) {
                var waiting = queue.get().waiting().stream()
                        .sorted(Comparator.comparingInt(it -> it.update().serial()))
                        .toList();
                queues = queues.with(hub.id(), new HubQueue(queue.get().inProgress(), waiting));
            }
        }
        return state.with(state.traffic().withQueues(queues));
    }
}
