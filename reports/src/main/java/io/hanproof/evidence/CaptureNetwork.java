package io.hanproof.evidence;

import io.hanproof.lab.Recording;
import io.hanproof.octets.Eui64;
import io.hanproof.pcapng.KeyTable;
import io.hanproof.pcapng.NodeAddress;
import io.hanproof.pcapng.ZigBeeKey;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What a capture needs to know of a network and a recording does not tell: a radio hands over frames without the
 * network's addresses, and opened.
 *
 * @param panId the network's number
 * @param shortAddresses of the nodes that have a known one; the others get one
 * @param networkKey seals every frame; without it the capture has the frames as the radio handed them over
 * @param linkKeys of the hub with each node, for frames with APS security
 */
public record CaptureNetwork(
        int panId, Map<Eui64, Integer> shortAddresses, Optional<ZigBeeKey> networkKey, Map<Eui64, ZigBeeKey> linkKeys) {
    /** A network of which nothing is known: its frames are not sealed, the hub is 0000 as a coordinator is. */
    public static final CaptureNetwork UNKNOWN = new CaptureNetwork(0x1A2B, Map.of(), Optional.empty(), Map.of());

    private static final String HUB = "hub";

    public CaptureNetwork {
        shortAddresses = Map.copyOf(shortAddresses);
        linkKeys = Map.copyOf(linkKeys);
    }

    /** The text of Wireshark's file {@code zigbee_pc_keys} that opens what is sealed with these keys. */
    public String keyTable() {
        var table = new KeyTable();
        networkKey.ifPresent(it -> table.add("network", it));
        linkKeys.entrySet().stream()
                .sorted((one, other) -> Long.compareUnsigned(
                        one.getKey().value(), other.getKey().value()))
                .forEach(it -> table.add("link " + it.getKey(), it.getValue()));
        return table.text();
    }

    /** The key of two nodes: one of them is the hub, which holds none for itself. */
    Optional<ZigBeeKey> linkKey(Eui64 one, Eui64 other) {
        return Optional.ofNullable(linkKeys.get(one)).or(() -> Optional.ofNullable(linkKeys.get(other)));
    }

    /** An address for every node of a recording, in order of appearance; users of the DCC are none. */
    Map<Eui64, NodeAddress> addresses(Recording recording) {
        var addresses = new LinkedHashMap<Eui64, NodeAddress>();
        var taken = new HashSet<>(shortAddresses.values());
        Set<Eui64> onTheHan = onTheHan(recording);
        for (Eui64 node : recording.nodes()) {
            if (!onTheHan.contains(node)) {
                continue;
            }
            if (node.isBroadcast()) {
                addresses.put(node, NodeAddress.BROADCAST);
                continue;
            }
            int wish = recording.name(node).equals(HUB) ? 0 : 1;
            int own = Optional.ofNullable(shortAddresses.get(node)).orElseGet(() -> firstFree(wish, taken));
            taken.add(own);
            addresses.put(node, new NodeAddress(own, node.value()));
        }
        return addresses;
    }

    private static Set<Eui64> onTheHan(Recording recording) {
        var nodes = new HashSet<Eui64>();
        for (var cursor = recording.cursor(); cursor.next(); ) {
            switch (cursor.kind()) {
                case FRAME -> {
                    nodes.add(cursor.source());
                    nodes.add(cursor.destination());
                }
                case POWER -> nodes.add(cursor.source());
                case WAN, USER -> {} // beyond the hub
            }
        }
        return nodes;
    }

    private static int firstFree(int from, HashSet<Integer> taken) {
        int free = from;
        while (taken.contains(free)) {
            free++;
        }
        return free;
    }
}
