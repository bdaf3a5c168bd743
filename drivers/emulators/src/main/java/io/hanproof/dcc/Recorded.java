package io.hanproof.dcc;

import io.hanproof.octets.Eui64;
import java.util.ArrayList;
import java.util.List;

/**
 * What is kept of an update for one of its devices until its alerts have come.
 *
 * @param suppliers the Responsible Suppliers when the request was checked: they get the alerts, whoever it is by then
 * @param transferred whether the device has the image: what it tells of its firmware from then on is about that
 */
public record Recorded(Update update, List<Eui64> suppliers, boolean transferred) {
    /** More than the two images that a hub has room for. */
    private static final int KEPT = 4;

    public Recorded {
        suppliers = List.copyOf(suppliers);
    }

    Recorded nowTransferred() {
        return new Recorded(update, suppliers, true);
    }

    static List<Recorded> after(List<Recorded> before, Recorded last) {
        if (before.isEmpty()) {
            return List.of(last);
        }
        var all = new ArrayList<>(before.subList(Math.max(0, before.size() - KEPT + 1), before.size()));
        all.add(last);
        return List.copyOf(all);
    }
}
