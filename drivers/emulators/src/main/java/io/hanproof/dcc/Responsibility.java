package io.hanproof.dcc;

import io.hanproof.octets.Eui64;
import java.util.LinkedHashSet;
import java.util.List;

/** Who is responsible for a device, by the registration data of its hub's meters. */
final class Responsibility {
    private final DccRules rules;

    Responsibility(DccRules rules) {
        this.rules = rules;
    }

    /** The Responsible Suppliers of a device, Import Suppliers first. */
    List<Eui64> of(InventoryDevice device, Books books) {
        var meters =
                device.hub().map(it -> books.meters().getOrElse(it, List.of())).orElse(List.of());
        return switch (device.type()) {
            case ESME, GSME ->
                suppliers(meters.stream()
                        .filter(it -> it.meter().equals(device.id()))
                        .toList());
            case HCALCS -> rules.gasForSwitches() ? suppliers(meters) : importSuppliers(meters);
            case PPMID, IHD, CAD, GPF, CHF -> suppliers(meters);
        };
    }

    /** Whether a user may update or read the device as one of its Responsible Suppliers. */
    boolean covers(Eui64 user, InventoryDevice device, Books books) {
        return mayAsk(device, books).contains(user);
    }

    /** Under the combined route any of the hub's suppliers may send to a load switch; who is told is another matter. */
    private List<Eui64> mayAsk(InventoryDevice device, Books books) {
        if (device.type() == DeviceType.HCALCS && rules.combined()) {
            return suppliers(device.hub()
                    .map(it -> books.meters().getOrElse(it, List.of()))
                    .orElse(List.of()));
        }
        return of(device, books);
    }

    private static List<Eui64> importSuppliers(List<MeterPoint> meters) {
        return suppliers(
                meters.stream().filter(it -> it.type() == DeviceType.ESME).toList());
    }

    private static List<Eui64> suppliers(List<MeterPoint> meters) {
        var suppliers = new LinkedHashSet<Eui64>();
        for (var type : List.of(DeviceType.ESME, DeviceType.GSME)) {
            for (var each : meters) {
                if (each.type() == type) {
                    suppliers.add(each.supplier());
                }
            }
        }
        return List.copyOf(suppliers);
    }
}
