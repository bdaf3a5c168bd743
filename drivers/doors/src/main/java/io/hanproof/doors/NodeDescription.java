package io.hanproof.doors;

import io.hanproof.octets.Eui64;
import io.hanproof.profile.DeviceKind;
import io.hanproof.zcl.Cluster;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** What a node of the HAN tells others about itself. */
public record NodeDescription(Eui64 eui64, DeviceKind device, List<Endpoint> endpoints) {
    public NodeDescription {
        endpoints = List.copyOf(endpoints);
    }

    /**
     * One endpoint of a node.
     *
     * @param endpoint 1 to 240
     * @param profile application profile, never 0
     * @param server clusters that it serves
     * @param client clusters that it is a client of
     */
    public record Endpoint(int endpoint, int profile, List<Integer> server, List<Integer> client) {
        public Endpoint {
            server = List.copyOf(server);
            client = List.copyOf(client);
        }
    }

    /** A device of the Smart Energy profile that takes firmware over the air on that endpoint. */
    public static NodeDescription otaClient(Eui64 eui64, DeviceKind device, int endpoint) {
        var only = new Endpoint(
                endpoint,
                Cluster.SMART_ENERGY_PROFILE,
                List.of(Cluster.BASIC.id()),
                List.of(Cluster.TIME.id(), Cluster.OTA.id()));
        return new NodeDescription(eui64, device, List.of(only));
    }

    /** A Communications Hub that serves firmware and time on that endpoint. */
    public static NodeDescription hub(Eui64 eui64, int endpoint) {
        var only = new Endpoint(
                endpoint,
                Cluster.SMART_ENERGY_PROFILE,
                List.of(Cluster.TIME.id(), Cluster.OTA.id()),
                List.of(Cluster.BASIC.id()));
        return new NodeDescription(eui64, DeviceKind.HUB, List.of(only));
    }

    /** The endpoint that the node's OTA client is at, or its first one. */
    public int otaEndpoint() {
        return endpoints.stream()
                .filter(it -> it.client().contains(Cluster.OTA.id()))
                .findFirst()
                .orElse(endpoints.getFirst())
                .endpoint();
    }

    Set<Integer> endpointNumbers() {
        return endpoints.stream().map(Endpoint::endpoint).collect(Collectors.toUnmodifiableSet());
    }

    /** Whether a frame that reached the node finds anybody there. */
    boolean takes(int destinationEndpoint, int profile) {
        for (Endpoint it : endpoints) {
            if (it.profile() == profile
                    && (it.endpoint() == destinationEndpoint || destinationEndpoint == FrameFields.ALL_ENDPOINTS)) {
                return true;
            }
        }
        return false;
    }
}
