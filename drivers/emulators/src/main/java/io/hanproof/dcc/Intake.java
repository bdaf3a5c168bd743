package io.hanproof.dcc;

import io.hanproof.duis.RejectionReason;
import io.hanproof.duis.RequestFault;
import io.hanproof.duis.ServiceRequest;
import io.hanproof.duis.ServiceRequest.Distribution;
import io.hanproof.duis.ServiceResponse;
import io.hanproof.duis.ServiceResponse.Rejected;
import io.hanproof.image.Recipient;
import io.hanproof.lab.WanMessage.UseCase;
import io.hanproof.octets.Eui64;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;

/** Takes in a request that distributes an image: SR 11.1 and SR 11.4 (Annex A, 3.1.3 and 3.1.4). */
final class Intake {
    private final DccRules rules;
    private final Responsibility responsibility;
    private final SupplierAlerts alerts;
    private final Queues queues;

    Intake(DccRules rules, SupplierAlerts alerts, Queues queues) {
        this.rules = rules;
        this.responsibility = new Responsibility(rules);
        this.alerts = alerts;
        this.queues = queues;
    }

    void on(Turn turn, Eui64 user, Distribution request) {
        if (request.devices().isEmpty()) {
            turn.refuse(user, request.id(), RequestFault.NO_DEVICE);
            return;
        }
        if (request.devices().size() > rules.limits().mostDevices()) {
            turn.refuse(user, request.id(), RequestFault.TOO_MANY_DEVICES);
            return;
        }
        switch (read(turn, request)) {
            case Submission.Faulty(var fault) -> turn.refuse(user, request.id(), fault);
            case Submission.Taken(var submission) -> onImage(turn, user, request, submission);
        }
    }

    /**
     * An image as those read it whom the request is for, or else as the others do, when that has a listed hash: images of meters
     * and load switches have a signature behind what is hashed. Whether the request is for such devices is asked of each.
     */
    private Submission.Outcome read(Turn turn, Distribution request) {
        var usual =
                Submission.of(request, forDisplays(request) ? Recipient.DISPLAY : Recipient.METER, rules, turn.now());
        var other =
                Submission.of(request, forDisplays(request) ? Recipient.METER : Recipient.DISPLAY, rules, turn.now());
        return !isListed(turn, usual) && isListed(turn, other) ? other : usual;
    }

    private static boolean isListed(Turn turn, Submission.Outcome outcome) {
        return outcome instanceof Submission.Taken(var submission)
                && !turn.books().cpl().withHash(submission.hash()).isEmpty();
    }

    private void onImage(Turn turn, Eui64 user, Distribution request, Submission submission) {
        var products = Products.of(turn.books().cpl(), submission.hash(), rules.oneEntry());
        if (products.isEmpty() && applies(RequestFault.HASH_NOT_LISTED)) {
            turn.refuse(user, request.id(), RequestFault.HASH_NOT_LISTED);
            return;
        }
        if (products.active().isEmpty() && !products.isEmpty() && applies(RequestFault.ENTRY_REMOVED)) {
            turn.refuse(user, request.id(), RequestFault.ENTRY_REMOVED);
            return;
        }
        var passed = new ArrayList<InventoryDevice>();
        var rejected = new ArrayList<Rejected>();
        var checks = new DeviceChecks(rules, turn.state(), user, products, forDisplays(request));
        for (var each : new LinkedHashSet<>(request.devices())) {
            var device = turn.books().inventory().find(each);
            if (device.isEmpty()) {
                rejected.add(new Rejected(each, RejectionReason.UNKNOWN_DEVICE));
                continue;
            }
            checks.reason(device.get())
                    .ifPresentOrElse(it -> rejected.add(new Rejected(each, it)), () -> passed.add(device.get()));
        }
        turn.answer(user, request.id(), new ServiceResponse.Accepted(rejected));
        if (!passed.isEmpty()) {
            distribute(turn, user, request, submission, passed);
        }
    }

    private void distribute(
            Turn turn, Eui64 user, Distribution request, Submission submission, List<InventoryDevice> passed) {
        var update = new Update(
                turn.nextSerial(),
                turn.now(),
                user,
                request.id(),
                useCase(request, passed),
                submission.hash(),
                submission.image().id().fileVersion(),
                submission.upgradeImage(),
                submission.activation(),
                passed.stream().map(InventoryDevice::id).toList());
        turn.become(turn.state().audited(update));
        record(turn, update, passed);
        alerts.requested(turn, update, passed);
        queues.submit(turn, deliveries(update, passed));
    }

    private static UseCase useCase(Distribution request, List<InventoryDevice> passed) {
        boolean displays =
                forDisplays(request) || passed.stream().allMatch(it -> it.type().isDisplay());
        return displays ? UseCase.CS05C : UseCase.CS05B;
    }

    /** Notes the Responsible Suppliers of each device for the alerts to come (S002:2741-2745). */
    private void record(Turn turn, Update update, List<InventoryDevice> passed) {
        var shared = new HashMap<List<Eui64>, Recorded>();
        var recorded = turn.traffic().recorded();
        for (var each : passed) {
            var suppliers = responsibility.of(each, turn.books());
            var one = shared.computeIfAbsent(suppliers, it -> new Recorded(update, it, false));
            recorded = recorded.with(each.id(), Recorded.after(recorded.getOrElse(each.id(), List.of()), one));
        }
        turn.become(turn.traffic().withRecorded(recorded));
    }

    private static Map<Eui64, Delivery> deliveries(Update update, List<InventoryDevice> passed) {
        var devices = new LinkedHashMap<Eui64, List<Eui64>>();
        var forMeter = new LinkedHashSet<Eui64>();
        for (var each : passed) {
            each.hub().ifPresent(hub -> {
                devices.computeIfAbsent(hub, it -> new ArrayList<>(1)).add(each.id());
                if (each.type().isMeter()) {
                    forMeter.add(hub);
                }
            });
        }
        var deliveries = new LinkedHashMap<Eui64, Delivery>();
        devices.forEach((hub, ids) -> deliveries.put(hub, Delivery.of(update, ids, forMeter.contains(hub))));
        return deliveries;
    }

    private boolean applies(RequestFault fault) {
        return !rules.waivedFaults().contains(fault);
    }

    private static boolean forDisplays(Distribution request) {
        return switch (request) {
            case ServiceRequest.UpdateFirmware it -> false;
            case ServiceRequest.UpdatePpmidFirmware it -> true;
        };
    }
}
