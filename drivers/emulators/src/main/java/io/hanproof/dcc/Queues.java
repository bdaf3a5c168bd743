package io.hanproof.dcc;

import io.hanproof.lab.WanMessage.FirmwareDelivery;
import io.hanproof.octets.Eui64;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * Hands deliveries to the CSP: one at a time for each hub (S002:5432-5468), meters' images first (S002:3894-3897), unless
 * the reading knows no such thing.
 */
final class Queues {
    private final DccRules rules;
    private final SupplierAlerts alerts;

    Queues(DccRules rules, SupplierAlerts alerts) {
        this.rules = rules;
        this.alerts = alerts;
    }

    void submit(Turn turn, Map<Eui64, Delivery> deliveries) {
        var rejected = new ArrayList<Eui64>();
        deliveries.forEach((hub, delivery) -> {
            if (rules.inFlight() == DccRules.InFlight.FORWARD) {
                carry(turn, hub, delivery, rejected);
                return;
            }
            var queue = turn.traffic().queues().getOrElse(hub, HubQueue.EMPTY);
            turn.become(turn.traffic().withQueue(hub, queue.enqueued(delivery)));
            advance(turn, hub, rejected);
        });
        tellRejected(turn, deliveries.values().iterator().next().update(), rejected);
    }

    /** An alert about the transfer of an image to a device: the last of a delivery lets the next one go. */
    void heardOf(Turn turn, Eui64 hub, Eui64 device, Predicate<Update> image) {
        var queue = turn.traffic().queues().getOrElse(hub, HubQueue.EMPTY);
        var current = queue.inProgress();
        if (current.isEmpty()
                || !image.test(current.get().update())
                || !current.get().awaited().contains(device)) {
            return;
        }
        var heard = current.get().heardOf(device);
        if (heard.awaited().isEmpty()) {
            finish(turn, hub, queue);
        } else {
            turn.become(turn.traffic().withQueue(hub, queue.with(heard)));
        }
    }

    void onTimeout(Turn turn, DccTimer.InFlight timer) {
        var queue = turn.traffic().queues().getOrElse(timer.hub(), HubQueue.EMPTY);
        if (queue.inProgress()
                .filter(it -> it.update().serial() == timer.serial())
                .isPresent()) {
            finish(turn, timer.hub(), queue);
        }
    }

    private void finish(Turn turn, Eui64 hub, HubQueue queue) {
        turn.become(turn.traffic().withQueue(hub, queue.idle()));
        var next = queue.waiting().stream().findFirst().map(Delivery::update);
        var rejected = new ArrayList<Eui64>();
        advance(turn, hub, rejected);
        next.ifPresent(it -> tellRejected(turn, it, rejected));
    }

    /** Sends what is next until something is under way. */
    private void advance(Turn turn, Eui64 hub, List<Eui64> rejected) {
        var queue = turn.traffic().queues().getOrElse(hub, HubQueue.EMPTY);
        while (queue.inProgress().isEmpty() && !queue.waiting().isEmpty()) {
            var delivery = queue.waiting().getFirst();
            queue = queue.shifted();
            if (carry(turn, hub, delivery, rejected)) {
                turn.want(new DccEffect.Book(
                        new DccTimer.InFlight(hub, delivery.update().serial()),
                        turn.now().plus(rules.limits().inFlight())));
            } else {
                queue = queue.idle();
            }
            turn.become(turn.traffic().withQueue(hub, queue));
        }
    }

    /** @return whether the image is on its way; if it is not, nobody tries again (S002:5026-5033) */
    private boolean carry(Turn turn, Eui64 hub, Delivery delivery, List<Eui64> rejected) {
        Optional<CommunicationsHub> known = turn.books().hubs().find(hub);
        if (known.isEmpty() || !known.get().knownToCsp()) {
            rejected.addAll(delivery.devices());
            return false;
        }
        if (!known.get().reachable()) {
            alerts.undelivered(turn, hub, delivery);
            return false;
        }
        var update = delivery.update();
        turn.want(new DccEffect.Deliver(
                hub, new FirmwareDelivery(update.useCase(), update.upgradeImage(), delivery.devices())));
        return true;
    }

    private void tellRejected(Turn turn, Update update, List<Eui64> rejected) {
        if (!rejected.isEmpty()) {
            alerts.rejectedByCsp(turn, update, rejected);
        }
    }
}
