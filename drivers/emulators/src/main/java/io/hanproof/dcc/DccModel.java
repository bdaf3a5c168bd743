package io.hanproof.dcc;

import io.hanproof.cpl.Cpl;
import io.hanproof.image.Form;
import java.time.Duration;
import java.util.List;

/**
 * What a DCC starts with.
 *
 * @param seals its keys, and the certificates that it knows
 * @param form how Manufacturer Images follow their header
 * @param inFlightTimeout after which a hub's firmware request holds up no other: "value to be agreed"
 * @param answerTimeout how long a device may take to answer a command
 */
public record DccModel(
        Cpl cpl,
        List<InventoryDevice> inventory,
        List<CommunicationsHub> hubs,
        List<MeterPoint> meters,
        List<User> users,
        List<Threshold> thresholds,
        Seals seals,
        Form form,
        Duration inFlightTimeout,
        Duration answerTimeout) {
    private static final Duration IN_FLIGHT = Duration.ofHours(24);
    private static final Duration ANSWER = Duration.ofMinutes(1);

    public DccModel {
        inventory = List.copyOf(inventory);
        hubs = List.copyOf(hubs);
        meters = List.copyOf(meters);
        users = List.copyOf(users);
        thresholds = List.copyOf(thresholds);
    }

    /** Without thresholds, for images in the GB form, with a day for a transfer and a minute for an answer. */
    public static DccModel of(
            Cpl cpl,
            List<InventoryDevice> inventory,
            List<CommunicationsHub> hubs,
            List<MeterPoint> meters,
            List<User> users,
            Seals seals) {
        return new DccModel(cpl, inventory, hubs, meters, users, List.of(), seals, Form.GB, IN_FLIGHT, ANSWER);
    }

    public DccModel with(Form other) {
        return new DccModel(
                cpl, inventory, hubs, meters, users, thresholds, seals, other, inFlightTimeout, answerTimeout);
    }
}
