package io.hanproof.ncp;

import io.hanproof.octets.MalformedOctets;
import io.hanproof.octets.OctetReader;
import io.hanproof.octets.OctetWriter;
import io.hanproof.octets.Octets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The ZDO answers that a stack gives by itself, for a stick and for every device that has none of its own. */
final class Zdo {
    static final int NETWORK_ADDRESS = 0x0000;
    static final int IEEE_ADDRESS = 0x0001;
    static final int NODE_DESCRIPTOR = 0x0002;
    static final int SIMPLE_DESCRIPTOR = 0x0004;
    static final int ACTIVE_ENDPOINTS = 0x0005;
    static final int MATCH_DESCRIPTOR = 0x0006;
    static final int DEVICE_ANNOUNCE = 0x0013;
    static final int LEAVE = 0x0034;
    static final int PERMIT_JOINING = 0x0036;
    static final int RESPONSE = 0x8000;

    private static final int SUCCESS = 0x00;
    private static final int DEVICE_NOT_FOUND = 0x81;
    private static final int INVALID_ENDPOINT = 0x82;
    private static final int NOT_ACTIVE = 0x83;
    private static final int NOT_SUPPORTED = 0x84;
    private static final int LAST_ENDPOINT = 254;
    private static final int BAND_2400_MHZ = 0x40;
    private static final int MANUFACTURER = 0x1002;
    private static final int BUFFER = 82;
    private static final int TRUST_CENTER = 1;
    private static final int REVISION_21 = 21 << 9;

    private final List<Neighbour> all;
    private final Neighbour asked;

    /** @param all every node on the network, {@code asked} among them */
    Zdo(List<Neighbour> all, Neighbour asked) {
        this.all = all;
        this.asked = asked;
    }

    /** The announcement that a node makes when it has joined. */
    static Octets announcement(int sequence, Neighbour node) {
        return new OctetWriter()
                .u8(sequence)
                .u16(node.shortAddress())
                .u64(node.address().value())
                .u8(node.capability())
                .toOctets();
    }

    /** Nothing when the request cannot be read, or is a response itself. */
    Optional<Octets> answer(int cluster, Octets request) {
        if (cluster >= RESPONSE || cluster == DEVICE_ANNOUNCE) {
            return Optional.empty();
        }
        try {
            var in = new OctetReader(request);
            var out = new OctetWriter().u8(in.u8("sequence"));
            switch (cluster) {
                case NETWORK_ADDRESS -> address(out, find(in.u64("IEEEAddr")), in);
                case IEEE_ADDRESS -> address(out, find(in.u16("NWKAddrOfInterest")), in);
                case NODE_DESCRIPTOR -> describeNode(in, out);
                case SIMPLE_DESCRIPTOR -> describeEndpoint(in, out);
                case ACTIVE_ENDPOINTS -> {
                    if (concernsAsked(in, out)) {
                        list(out, asked.endpoints());
                    } else {
                        out.u8(0);
                    }
                }
                case MATCH_DESCRIPTOR -> list(out.u8(SUCCESS).u16(asked.shortAddress()), matching(in));
                case LEAVE, PERMIT_JOINING -> out.u8(SUCCESS);
                default -> out.u8(NOT_SUPPORTED);
            }
            return Optional.of(out.toOctets());
        } catch (MalformedOctets e) {
            return Optional.empty();
        }
    }

    /** Whether the node that is asked would answer a broadcast request, too. */
    boolean answersBroadcast(int cluster, Octets request) {
        try {
            var in = new OctetReader(request);
            in.skip("sequence", 1);
            return switch (cluster) {
                case NETWORK_ADDRESS -> in.u64("IEEEAddr") == asked.address().value();
                case IEEE_ADDRESS -> in.u16("NWKAddrOfInterest") == asked.shortAddress();
                case MATCH_DESCRIPTOR -> !matching(in).isEmpty();
                default -> false;
            };
        } catch (MalformedOctets e) {
            return false;
        }
    }

    private Optional<Neighbour> find(long address) {
        return all.stream().filter(it -> it.address().value() == address).findFirst();
    }

    private Optional<Neighbour> find(int shortAddress) {
        return all.stream().filter(it -> it.shortAddress() == shortAddress).findFirst();
    }

    private static void address(OctetWriter out, Optional<Neighbour> found, OctetReader in) {
        boolean extended = in.u8("requestType") == 1;
        in.skip("startIndex", 1);
        out.u8(found.isPresent() ? SUCCESS : DEVICE_NOT_FOUND)
                .u64(found.map(it -> it.address().value()).orElse(-1L))
                .u16(found.map(Neighbour::shortAddress).orElse(ShortAddresses.UNKNOWN));
        if (extended) {
            out.u8(0); // no associated devices: the start index is left out, then
        }
    }

    private boolean concernsAsked(OctetReader in, OctetWriter out) {
        int of = in.u16("NWKAddrOfInterest");
        boolean own = of == asked.shortAddress();
        out.u8(own ? SUCCESS : DEVICE_NOT_FOUND).u16(of);
        return own;
    }

    private void describeNode(OctetReader in, OctetWriter out) {
        if (concernsAsked(in, out)) {
            out.u8(asked.coordinator() ? 0 : 1)
                    .u8(BAND_2400_MHZ)
                    .u8(asked.capability())
                    .u16(MANUFACTURER)
                    .u8(BUFFER)
                    .u16(BUFFER)
                    .u16(REVISION_21 | (asked.coordinator() ? TRUST_CENTER : 0))
                    .u16(BUFFER)
                    .u8(0);
        }
    }

    private void describeEndpoint(OctetReader in, OctetWriter out) {
        int of = in.u16("NWKAddrOfInterest");
        int number = in.u8("endpoint");
        var found =
                asked.endpoints().stream().filter(it -> it.number() == number).findFirst();
        if (of != asked.shortAddress()) {
            out.u8(DEVICE_NOT_FOUND).u16(of).u8(0);
        } else if (found.isPresent()) {
            Octets descriptor = descriptor(found.get());
            out.u8(SUCCESS).u16(of).u8(descriptor.length()).octets(descriptor);
        } else {
            boolean valid = number >= 1 && number <= LAST_ENDPOINT;
            out.u8(valid ? NOT_ACTIVE : INVALID_ENDPOINT).u16(of).u8(0);
        }
    }

    private static Octets descriptor(EndpointDescription it) {
        var out = new OctetWriter()
                .u8(it.number())
                .u16(it.profile())
                .u16(it.device())
                .u8(it.version());
        out.u8(it.inClusters().size());
        it.inClusters().forEach(out::u16);
        out.u8(it.outClusters().size());
        it.outClusters().forEach(out::u16);
        return out.toOctets();
    }

    private static void list(OctetWriter out, List<EndpointDescription> endpoints) {
        out.u8(endpoints.size());
        endpoints.forEach(it -> out.u8(it.number()));
    }

    private List<EndpointDescription> matching(OctetReader in) {
        in.skip("NWKAddrOfInterest", 2);
        int profile = in.u16("profileId");
        var inClusters = clusters(in);
        var outClusters = clusters(in);
        return asked.endpoints().stream()
                .filter(it -> it.profile() == profile)
                .filter(it -> it.inClusters().stream().anyMatch(inClusters::contains)
                        || it.outClusters().stream().anyMatch(outClusters::contains))
                .toList();
    }

    private static List<Integer> clusters(OctetReader in) {
        var found = new ArrayList<Integer>();
        int count = in.u8("number of clusters");
        for (int i = 0; i < count; i++) {
            found.add(in.u16("cluster"));
        }
        return found;
    }
}
