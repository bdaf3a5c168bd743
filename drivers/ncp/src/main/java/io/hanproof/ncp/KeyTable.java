package io.hanproof.ncp;

import io.hanproof.octets.Eui64;
import io.hanproof.octets.Octets;
import java.util.Optional;
import java.util.TreeMap;

/** Link keys that a stick shares with single nodes. */
final class KeyTable {
    static final int NOT_FOUND = 0xFF;
    static final int SIZE = 16;

    private final TreeMap<Integer, Entry> entries = new TreeMap<>();

    record Entry(Eui64 partner, Octets key) {
        @Override
        public String toString() {
            return "key for " + partner;
        }
    }

    /** Puts a key in the node's place, or the first free one; says whether there was room. */
    boolean put(Eui64 partner, Octets key) {
        int index = find(partner);
        for (int i = 0; index == NOT_FOUND && i < SIZE; i++) {
            if (!entries.containsKey(i)) {
                index = i;
            }
        }
        return put(index, partner, key);
    }

    boolean put(int index, Eui64 partner, Octets key) {
        if (index >= SIZE) {
            return false;
        }
        entries.put(index, new Entry(partner, key));
        return true;
    }

    int find(Eui64 partner) {
        for (var each : entries.entrySet()) {
            if (each.getValue().partner().equals(partner)) {
                return each.getKey();
            }
        }
        return NOT_FOUND;
    }

    Optional<Entry> entry(int index) {
        return Optional.ofNullable(entries.get(index));
    }

    Optional<Entry> entry(Eui64 partner) {
        return entry(find(partner));
    }

    boolean erase(int index) {
        return entries.remove(index) != null;
    }

    void clear() {
        entries.clear();
    }
}
