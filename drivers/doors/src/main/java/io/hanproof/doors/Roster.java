package io.hanproof.doors;

import io.hanproof.lab.BenchFault;
import io.hanproof.octets.Eui64;
import io.hanproof.profile.DeviceKind;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Who is on the HAN, in order of joining, and under which short address. The reception asks from other threads. */
final class Roster {
    private static final int FIRST_RESERVED = 0xFFF8;
    private static final int HUB = 0;

    private final List<Neighbour> present = new ArrayList<>();
    private final Map<Eui64, DeviceKind> reserved = new HashMap<>();

    /** Takes the address for a node that is about to join, or says why it may not. */
    synchronized Optional<String> reserve(NodeDescription node) {
        if (find(node.eui64()).isPresent() || reserved.containsKey(node.eui64())) {
            return Optional.of("eui64 %s is on the HAN already".formatted(node.eui64()));
        }
        if (node.device() == DeviceKind.HUB && (isTaken(HUB) || reserved.containsValue(DeviceKind.HUB))) {
            return Optional.of("a HUB is on the HAN already");
        }
        reserved.put(node.eui64(), node.device());
        return Optional.empty();
    }

    /** @throws BenchFault when it is there already */
    synchronized Neighbour admit(NodeDescription node) {
        if (find(node.eui64()).isPresent()) {
            throw new BenchFault("%s is on the HAN already".formatted(node.eui64()));
        }
        reserved.remove(node.eui64());
        var neighbour = new Neighbour(node, shortAddress(node));
        present.add(neighbour);
        return neighbour;
    }

    synchronized Optional<Neighbour> dismiss(Eui64 node) {
        reserved.remove(node);
        var found = find(node);
        found.ifPresent(present::remove);
        return found;
    }

    synchronized Optional<Eui64> hub() {
        return present.stream()
                .map(Neighbour::node)
                .filter(it -> it.device() == DeviceKind.HUB)
                .map(NodeDescription::eui64)
                .findFirst();
    }

    synchronized List<Neighbour> othersThan(Eui64 node) {
        return present.stream().filter(it -> !it.node().eui64().equals(node)).toList();
    }

    private Optional<Neighbour> find(Eui64 node) {
        return present.stream().filter(it -> it.node().eui64().equals(node)).findFirst();
    }

    private boolean isTaken(int shortAddress) {
        return present.stream().anyMatch(it -> it.shortAddress() == shortAddress);
    }

    /** Of the EUI-64, so that a device has the same one in every scenario. */
    private int shortAddress(NodeDescription node) {
        if (node.device() == DeviceKind.HUB && !isTaken(HUB)) {
            return HUB;
        }
        long eui64 = node.eui64().value();
        int folded = (int) ((eui64 ^ (eui64 >>> 16) ^ (eui64 >>> 32) ^ (eui64 >>> 48)) & 0xFFFF);
        int candidate = folded % FIRST_RESERVED;
        while (candidate == HUB || isTaken(candidate)) {
            candidate = (candidate + 1) % FIRST_RESERVED;
        }
        return candidate;
    }
}
