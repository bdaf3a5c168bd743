package io.hanproof.dongle;

import io.hanproof.octets.Eui64;
import java.util.List;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Which node has which short address now. A node keeps its EUI-64 for life and may change the other at each join. */
final class AddressBook {
    static final int UNKNOWN = -1;
    private static final int FIRST_RESERVED = 0xFFF8;

    private final ConcurrentHashMap<Integer, Eui64> byShort = new ConcurrentHashMap<>();
    private final ConcurrentHashMap<Eui64, Integer> byEui = new ConcurrentHashMap<>();
    private final List<Consumer<Eui64>> listeners = new CopyOnWriteArrayList<>();

    /** Who is told of a node that was not known, from the thread that reads the line. */
    void onNew(Consumer<Eui64> listener) {
        listeners.add(listener);
    }

    void put(int shortAddress, Eui64 node) {
        if (shortAddress < 0 || shortAddress >= FIRST_RESERVED || node.value() == 0 || node.isBroadcast()) {
            return;
        }
        var before = byEui.put(node, shortAddress);
        if (before != null && before != shortAddress) {
            byShort.remove(before, node);
        }
        byShort.put(shortAddress, node);
        if (before == null) {
            listeners.forEach(it -> it.accept(node));
        }
    }

    void forget(Eui64 node) {
        var before = byEui.remove(node);
        if (before != null) {
            byShort.remove(before, node);
        }
    }

    int shortOf(Eui64 node) {
        return byEui.getOrDefault(node, UNKNOWN);
    }

    @Nullable
    Eui64 nodeOf(int shortAddress) {
        return byShort.get(shortAddress);
    }

    List<Eui64> nodes() {
        return byEui.keySet().stream()
                .sorted((one, other) -> Long.compareUnsigned(one.value(), other.value()))
                .toList();
    }
}
