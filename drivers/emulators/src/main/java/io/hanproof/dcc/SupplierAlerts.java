package io.hanproof.dcc;

import io.hanproof.duis.DccAlert;
import io.hanproof.octets.Eui64;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

/** Alerts to the Responsible Suppliers that were recorded for an update. */
final class SupplierAlerts {
    private static final int NONE = -1;

    private final DccRules rules;
    private final Responsibility responsibility;

    SupplierAlerts(DccRules rules) {
        this.rules = rules;
        this.responsibility = new Responsibility(rules);
    }

    private record Group(Eui64 supplier, DeviceType type) {}

    /** The first alert (S002:2768-2778). Meters' updates have none: their one supplier is the sender. */
    void requested(Turn turn, Update update, List<InventoryDevice> devices) {
        var groups = new LinkedHashMap<Group, List<Eui64>>();
        for (var each : devices) {
            if (each.type().isMeter()) {
                continue;
            }
            for (var supplier : recorded(turn, each.id(), update)) {
                if (!rules.othersOnly() || !supplier.equals(update.sender())) {
                    var type = rules.year2019() ? DeviceType.PPMID : each.type();
                    groups.computeIfAbsent(new Group(supplier, type), it -> new ArrayList<>())
                            .add(each.id());
                }
            }
        }
        groups.forEach((group, ids) -> turn.tell(group.supplier(), requested(update, group.type(), ids)));
    }

    private DccAlert requested(Update update, DeviceType type, List<Eui64> devices) {
        return rules.year2019()
                ? new DccAlert.UpdateRequested(update.hash(), devices, update.activation())
                : new DccAlert.FirmwareUpgradeRequested(type.name(), update.firmwareVersion(), devices);
    }

    /** Devices that the CSP does not take the image for: each supplier learns of its own. */
    void rejectedByCsp(Turn turn, Update update, List<Eui64> devices) {
        bySupplier(turn, update, devices)
                .forEach((supplier, ids) ->
                        turn.tell(supplier, new DccAlert.DevicesRejected(ids, update.firmwareVersion())));
    }

    void undelivered(Turn turn, Eui64 hub, Delivery delivery) {
        var update = delivery.update();
        bySupplier(turn, update, delivery.devices())
                .forEach((supplier, ids) -> turn.tell(
                        supplier, new DccAlert.FirmwareDistributionFailure(hub, ids, update.firmwareVersion())));
    }

    /** The second alert, about an image for a device: to those recorded for it, or else to those responsible now. */
    void transferred(Turn turn, Eui64 device, long firmwareVersion, boolean success, DccAlert alert) {
        var all = turn.traffic().recorded().getOrElse(device, List.of());
        int last = last(all, it -> it.update().firmwareVersion() == firmwareVersion);
        var told = last == NONE ? responsible(turn, device) : all.get(last).suppliers();
        told.forEach(it -> turn.tell(it, alert));
        if (success && last != NONE) {
            var changed = new ArrayList<>(all);
            changed.set(last, all.get(last).nowTransferred());
            turn.become(turn.traffic().withRecorded(turn.traffic().recorded().with(device, List.copyOf(changed))));
        }
    }

    /** The third alert, about what a device runs: to those recorded for the image that it was last known to take. */
    void ran(Turn turn, Eui64 device, DccAlert alert) {
        var all = turn.traffic().recorded().getOrElse(device, List.of());
        int taken = last(all, Recorded::transferred);
        int last = taken == NONE ? all.size() - 1 : taken;
        var told = all.isEmpty() ? responsible(turn, device) : all.get(last).suppliers();
        told.forEach(it -> turn.tell(it, alert));
    }

    /** Those responsible for a device at present. */
    List<Eui64> responsible(Turn turn, Eui64 device) {
        return turn.books()
                .inventory()
                .find(device)
                .map(it -> responsibility.of(it, turn.books()))
                .orElse(List.of());
    }

    private Map<Eui64, List<Eui64>> bySupplier(Turn turn, Update update, List<Eui64> devices) {
        var groups = new LinkedHashMap<Eui64, List<Eui64>>();
        for (var each : devices) {
            for (var supplier : recorded(turn, each, update)) {
                groups.computeIfAbsent(supplier, it -> new ArrayList<>()).add(each);
            }
        }
        return groups;
    }

    private List<Eui64> recorded(Turn turn, Eui64 device, Update update) {
        var all = turn.traffic().recorded().getOrElse(device, List.of());
        int last = last(all, it -> it.update().serial() == update.serial());
        return last == NONE ? responsible(turn, device) : all.get(last).suppliers();
    }

    private static int last(List<Recorded> all, Predicate<Recorded> which) {
        for (int i = all.size() - 1; i >= 0; i--) {
            if (which.test(all.get(i))) {
                return i;
            }
        }
        return NONE;
    }
}
