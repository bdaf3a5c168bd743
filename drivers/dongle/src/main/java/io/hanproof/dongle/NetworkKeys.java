package io.hanproof.dongle;

import io.hanproof.octets.Eui64;
import java.util.Map;
import java.util.Optional;

/**
 * The keys of a stick's network, for what opens a capture of it. Like each of them, they are never written into a message, a
 * log or a recording.
 *
 * @param network seals every frame; absent where neither the stick tells it nor has formed the network by one that was given
 * @param trustCentre link key of the hub with every node that has none of its own
 * @param links of the hub with single nodes
 */
public record NetworkKeys(Optional<SharedKey> network, SharedKey trustCentre, Map<Eui64, SharedKey> links) {
    public NetworkKeys {
        links = Map.copyOf(links);
    }
}
