package io.hanproof.dcc;

import io.hanproof.octets.Eui64;
import java.util.List;

/**
 * An update's share of one hub.
 *
 * @param forMeter whether it comes before those of displays and load switches
 * @param awaited devices whose transfer nothing has been heard of yet
 */
public record Delivery(Update update, List<Eui64> devices, boolean forMeter, List<Eui64> awaited) {
    public Delivery {
        devices = List.copyOf(devices);
        awaited = List.copyOf(awaited);
    }

    static Delivery of(Update update, List<Eui64> devices, boolean forMeter) {
        return new Delivery(update, devices, forMeter, devices);
    }

    Delivery heardOf(Eui64 device) {
        return new Delivery(
                update,
                devices,
                forMeter,
                awaited.stream().filter(it -> !it.equals(device)).toList());
    }
}
