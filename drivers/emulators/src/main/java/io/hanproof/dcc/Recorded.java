package io.hanproof.dcc;

import io.hanproof.octets.Eui64;
import java.util.List;

/**
 * What is kept of an update for one of its devices until its alerts have come.
 *
 * @param suppliers the Responsible Suppliers when the request was checked: they get the alerts, whoever it is by then
 */
public record Recorded(Update update, List<Eui64> suppliers) {
    public Recorded {
        suppliers = List.copyOf(suppliers);
    }
}
