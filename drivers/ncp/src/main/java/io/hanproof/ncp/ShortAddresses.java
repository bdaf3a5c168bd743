package io.hanproof.ncp;

import io.hanproof.octets.Eui64;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** Gives every node its network address: the same one each time, no two alike. */
final class ShortAddresses {
    static final int COORDINATOR = 0x0000;
    static final int UNKNOWN = 0xFFFF;

    private static final int LAST = 0xFFF7;
    private static final long SPREAD = 0x9E3779B97F4A7C15L;

    private final Map<Eui64, Integer> given = new HashMap<>();
    private final Map<Integer, Eui64> owners = new HashMap<>();

    int of(Eui64 address) {
        Integer found = given.get(address);
        return found != null ? found : give(address);
    }

    private int give(Eui64 address) {
        int number = 1 + (int) Long.remainderUnsigned((address.value() * SPREAD) >>> 16, LAST);
        while (owners.containsKey(number)) {
            number = number % LAST + 1;
        }
        given.put(address, number);
        owners.put(number, address);
        return number;
    }

    Optional<Eui64> owner(int number) {
        return Optional.ofNullable(owners.get(number));
    }

    /** The one that has formed the network takes the first address; an earlier one gets another. */
    void coordinator(Eui64 address) {
        forget(address);
        owner(COORDINATOR).ifPresent(this::forget);
        given.put(address, COORDINATOR);
        owners.put(COORDINATOR, address);
    }

    void forget(Eui64 address) {
        Integer number = given.remove(address);
        if (number != null) {
            owners.remove(number);
        }
    }
}
