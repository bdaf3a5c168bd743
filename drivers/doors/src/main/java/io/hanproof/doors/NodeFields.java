package io.hanproof.doors;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.hanproof.octets.Eui64;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;

/** A node's description as it stands in messages. */
final class NodeFields {
    private static final int LAST_ENDPOINT = 240;

    private NodeFields() {}

    static NodeDescription read(Fields in) {
        return new NodeDescription(in.eui64("eui64"), in.device("device"), endpoints(in));
    }

    private static List<NodeDescription.Endpoint> endpoints(Fields in) {
        var endpoints = in.objects(
                "endpoints",
                it -> new NodeDescription.Endpoint(
                        it.integer("endpoint", 1, LAST_ENDPOINT),
                        FrameFields.profile(it),
                        it.u16s("server"),
                        it.u16s("client")));
        if (endpoints.isEmpty()) {
            throw in.bad("endpoints", "needs at least one endpoint, found none");
        }
        var numbers = new HashSet<Integer>();
        for (var each : endpoints) {
            if (!numbers.add(each.endpoint())) {
                throw in.bad("endpoints", "needs each endpoint once, found %d twice".formatted(each.endpoint()));
            }
        }
        return endpoints;
    }

    static Neighbour readNeighbour(Fields in) {
        return new Neighbour(read(in), in.u16("shortAddress"));
    }

    static ObjectNode write(Neighbour neighbour, ObjectNode out) {
        writeEui64(neighbour.node().eui64(), out)
                .put("shortAddress", "%04X".formatted(neighbour.shortAddress()))
                .put("device", neighbour.node().device().name());
        writeEndpoints(neighbour.node(), out);
        return out;
    }

    static ObjectNode writeEui64(Eui64 eui64, ObjectNode out) {
        return out.put("eui64", String.format(Locale.ROOT, "%016X", eui64.value()));
    }

    static void writeEndpoints(NodeDescription node, ObjectNode out) {
        var array = out.putArray("endpoints");
        for (var each : node.endpoints()) {
            var endpoint =
                    array.addObject().put("endpoint", each.endpoint()).put("profile", "%04X".formatted(each.profile()));
            var server = endpoint.putArray("server");
            each.server().forEach(it -> server.add("%04X".formatted(it)));
            var client = endpoint.putArray("client");
            each.client().forEach(it -> client.add("%04X".formatted(it)));
        }
    }
}
