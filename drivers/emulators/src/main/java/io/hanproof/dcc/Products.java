package io.hanproof.dcc;

import io.hanproof.cpl.Cpl;
import io.hanproof.cpl.CplEntry;
import io.hanproof.octets.Octets;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * The products that an image is listed for, by manufacturer, model and hardware version.
 *
 * @param active those whose entry stands
 * @param removed those whose entry has been removed
 */
record Products(Set<Long> active, Set<Long> removed) {

    static Products of(Cpl cpl, Octets hash, boolean oneEntry) {
        List<CplEntry> entries = cpl.withHash(hash);
        var counted = oneEntry && !entries.isEmpty() ? entries.subList(0, 1) : entries;
        var active = new HashSet<Long>();
        var removed = new HashSet<Long>();
        for (var each : counted) {
            var set = each.isRemoved() ? removed : active;
            set.add(key(each.manufacturerCode(), each.imageType(), each.hardwareVersion()));
        }
        return new Products(active, removed);
    }

    boolean isEmpty() {
        return active.isEmpty() && removed.isEmpty();
    }

    boolean isActive(InventoryDevice device) {
        return active.contains(key(device));
    }

    boolean isRemoved(InventoryDevice device) {
        return removed.contains(key(device));
    }

    private static long key(InventoryDevice device) {
        return key(device.manufacturerCode(), device.model(), device.hardwareVersion());
    }

    private static long key(int manufacturerCode, int model, int hardwareVersion) {
        return ((long) manufacturerCode << 32) | ((long) model << 16) | hardwareVersion;
    }
}
