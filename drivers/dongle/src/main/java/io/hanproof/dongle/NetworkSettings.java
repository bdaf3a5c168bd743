package io.hanproof.dongle;

import io.hanproof.lab.BenchFault;
import java.util.HashSet;
import java.util.List;

/**
 * The network that a stick forms or joins.
 *
 * @param channel 11 to 26
 * @param panId 0x0001 to 0xFFFE
 * @param extendedPanId neither 0 nor all ones
 * @param networkKey what the coordinator gives the network; one that joins is told it
 * @param linkKey what a node proves itself with as it joins: the trust centre's, or from an install code
 */
public record NetworkSettings(
        int channel,
        int panId,
        long extendedPanId,
        SharedKey networkKey,
        SharedKey linkKey,
        List<StickEndpoint> endpoints) {
    private static final int FIRST_CHANNEL = 11;
    private static final int LAST_CHANNEL = 26;
    private static final int LAST_PAN_ID = 0xFFFE;

    public NetworkSettings {
        if (channel < FIRST_CHANNEL || channel > LAST_CHANNEL) {
            throw new BenchFault(
                    "channel needs a number from %d to %d, found %d".formatted(FIRST_CHANNEL, LAST_CHANNEL, channel));
        }
        if (panId < 1 || panId > LAST_PAN_ID) {
            throw new BenchFault("PAN id needs a number from 0x0001 to 0xFFFE, found 0x%04X".formatted(panId));
        }
        if (extendedPanId == 0 || extendedPanId == -1) {
            throw new BenchFault("extended PAN id must not be all zeroes nor all ones");
        }
        if (endpoints.isEmpty()) {
            throw new BenchFault("endpoints need at least one, found none");
        }
        var numbers = new HashSet<Integer>();
        for (var each : endpoints) {
            if (!numbers.add(each.number())) {
                throw new BenchFault("endpoint %d stands twice".formatted(each.number()));
            }
        }
        endpoints = List.copyOf(endpoints);
    }

    boolean hasEndpoint(int number) {
        return endpoints.stream().anyMatch(it -> it.number() == number);
    }

    String words() {
        return "channel %d, PAN %04X, extended PAN %016X".formatted(channel, panId, extendedPanId);
    }
}
