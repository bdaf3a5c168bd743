package io.hanproof.dcc;

import io.hanproof.cpl.Cpl;
import io.hanproof.octets.Eui64;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What the DCC goes by.
 *
 * @param inventory the Smart Metering Inventory
 * @param meters registration data: the meters on each hub, with their suppliers
 * @param thresholds how many requests of a kind within a time; a kind that is not there has no threshold
 */
public record Books(
        Cpl cpl,
        Table<InventoryDevice> inventory,
        Table<CommunicationsHub> hubs,
        Table<List<MeterPoint>> meters,
        Table<User> users,
        Map<Kind, Threshold> thresholds) {
    public Books {
        thresholds = Map.copyOf(thresholds);
    }

    /** One user's requests of one kind. */
    public record Kind(Eui64 user, String variant) {}

    static Books of(DccModel model) {
        var inventory = Table.<InventoryDevice>empty();
        for (var each : model.inventory()) {
            inventory = inventory.with(each.id(), each);
        }
        var hubs = Table.<CommunicationsHub>empty();
        for (var each : model.hubs()) {
            hubs = hubs.with(each.id(), each);
        }
        var meters = Table.<List<MeterPoint>>empty();
        for (var each : model.meters()) {
            var more = new ArrayList<>(meters.getOrElse(each.hub(), List.of()));
            more.add(each);
            meters = meters.with(each.hub(), List.copyOf(more));
        }
        var users = Table.<User>empty();
        for (var each : model.users()) {
            users = users.with(each.id(), each);
        }
        var books = new Books(model.cpl(), inventory, hubs, meters, users, Map.of());
        for (var each : model.thresholds()) {
            books = books.with(each);
        }
        return books;
    }

    Books with(Cpl other) {
        return new Books(other, inventory, hubs, meters, users, thresholds);
    }

    Books with(InventoryDevice device) {
        return withInventory(inventory.with(device.id(), device));
    }

    Books withInventory(Table<InventoryDevice> other) {
        return new Books(cpl, other, hubs, meters, users, thresholds);
    }

    Books with(CommunicationsHub hub) {
        return new Books(cpl, inventory, hubs.with(hub.id(), hub), meters, users, thresholds);
    }

    Books with(Eui64 hub, List<MeterPoint> others) {
        return new Books(cpl, inventory, hubs, meters.with(hub, others), users, thresholds);
    }

    Books with(Threshold threshold) {
        var more = new HashMap<>(thresholds);
        more.put(new Kind(threshold.user(), threshold.variant()), threshold);
        return new Books(cpl, inventory, hubs, meters, users, more);
    }
}
