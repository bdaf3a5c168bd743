package io.hanproof.zdo;

import io.hanproof.octets.Decoded;
import io.hanproof.octets.Eui64;
import io.hanproof.octets.MalformedOctets;
import io.hanproof.octets.OctetReader;
import io.hanproof.octets.OctetWriter;
import io.hanproof.octets.Octets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A command of the ZigBee Device Object with the number that its answer repeats.
 *
 * @param sequence 0 to 255
 */
public record ZdoFrame(int sequence, ZdoCommand command) {
    /** The profile that such frames have, and the endpoint that they go to and come from. */
    public static final int PROFILE = 0x0000;

    private static final int ONE_NODE_ONLY = 0;
    private static final int TRUST_CENTRE_TOO = 1;

    public static Decoded<ZdoFrame> read(int cluster, Octets octets) {
        try {
            var in = new OctetReader(octets);
            int sequence = in.u8("transaction sequence number");
            ZdoCommand command = (cluster & ZdoCommand.RESPONSE) == 0 ? request(cluster, in) : response(cluster, in);
            return new Decoded.Value<>(new ZdoFrame(sequence, command));
        } catch (MalformedOctets e) {
            return e.asValue();
        }
    }

    private static ZdoCommand request(int cluster, OctetReader in) {
        return switch (cluster) {
            case ZdoCommand.NWK_ADDRESS -> new ZdoCommand.NwkAddressRequest(eui64(in));
            case ZdoCommand.IEEE_ADDRESS -> new ZdoCommand.IeeeAddressRequest(shortAddress(in));
            case ZdoCommand.NODE_DESCRIPTOR -> new ZdoCommand.NodeDescriptorRequest(shortAddress(in));
            case ZdoCommand.SIMPLE_DESCRIPTOR ->
                new ZdoCommand.SimpleDescriptorRequest(shortAddress(in), in.u8("endpoint"));
            case ZdoCommand.ACTIVE_ENDPOINTS -> new ZdoCommand.ActiveEndpointsRequest(shortAddress(in));
            case ZdoCommand.MATCH_DESCRIPTOR ->
                new ZdoCommand.MatchDescriptorRequest(
                        shortAddress(in),
                        in.u16("profile"),
                        SimpleDescriptor.clusters(in, "input cluster"),
                        SimpleDescriptor.clusters(in, "output cluster"));
            case ZdoCommand.DEVICE_ANNOUNCE ->
                new ZdoCommand.DeviceAnnounce(shortAddress(in), eui64(in), in.u8("capability"));
            case ZdoCommand.LEAVE -> new ZdoCommand.LeaveRequest(eui64(in), in.u8("flags"));
            case ZdoCommand.PERMIT_JOINING -> new ZdoCommand.PermitJoiningRequest(in.u8("permit duration"));
            default -> throw in.malformed("cluster", "one that is known", 0, "found %04X".formatted(cluster));
        };
    }

    private static ZdoCommand response(int cluster, OctetReader in) {
        var status = ZdoStatus.of(in.u8("status"));
        return switch (cluster & ~ZdoCommand.RESPONSE) {
            case ZdoCommand.NWK_ADDRESS, ZdoCommand.IEEE_ADDRESS ->
                new ZdoCommand.AddressResponse(cluster, status, eui64(in), shortAddress(in));
            case ZdoCommand.NODE_DESCRIPTOR ->
                new ZdoCommand.NodeDescriptorResponse(
                        status,
                        shortAddress(in),
                        status == ZdoStatus.SUCCESS ? Optional.of(NodeDescriptor.read(in)) : Optional.empty());
            case ZdoCommand.SIMPLE_DESCRIPTOR -> simpleDescriptor(status, in);
            case ZdoCommand.ACTIVE_ENDPOINTS ->
                new ZdoCommand.ActiveEndpointsResponse(status, shortAddress(in), endpoints(status, in));
            case ZdoCommand.MATCH_DESCRIPTOR ->
                new ZdoCommand.MatchDescriptorResponse(status, shortAddress(in), endpoints(status, in));
            case ZdoCommand.LEAVE -> new ZdoCommand.LeaveResponse(status);
            default -> throw in.malformed("cluster", "one that is known", 0, "found %04X".formatted(cluster));
        };
    }

    private static ZdoCommand simpleDescriptor(ZdoStatus status, OctetReader in) {
        int shortAddress = shortAddress(in);
        boolean present = status == ZdoStatus.SUCCESS && in.u8("length") > 0;
        return new ZdoCommand.SimpleDescriptorResponse(
                status, shortAddress, present ? Optional.of(SimpleDescriptor.read(in)) : Optional.empty());
    }

    private static List<Integer> endpoints(ZdoStatus status, OctetReader in) {
        int count = status == ZdoStatus.SUCCESS ? in.u8("endpoint count") : 0;
        var endpoints = new ArrayList<Integer>(count);
        for (int i = 0; i < count; i++) {
            endpoints.add(in.u8("endpoint"));
        }
        return List.copyOf(endpoints);
    }

    private static int shortAddress(OctetReader in) {
        return in.u16("short address");
    }

    private static Eui64 eui64(OctetReader in) {
        return new Eui64(in.u64("EUI-64"));
    }

    public Octets write() {
        var out = new OctetWriter().u8(sequence);
        switch (command) {
            case ZdoCommand.NwkAddressRequest(var node) ->
                out.u64(node.value()).u8(ONE_NODE_ONLY).u8(0);
            case ZdoCommand.IeeeAddressRequest(int to) ->
                out.u16(to).u8(ONE_NODE_ONLY).u8(0);
            case ZdoCommand.NodeDescriptorRequest(int to) -> out.u16(to);
            case ZdoCommand.SimpleDescriptorRequest(int to, int endpoint) ->
                out.u16(to).u8(endpoint);
            case ZdoCommand.ActiveEndpointsRequest(int to) -> out.u16(to);
            case ZdoCommand.MatchDescriptorRequest(int to, int profile, var servers, var clients) -> {
                out.u16(to).u16(profile);
                SimpleDescriptor.clusters(out, servers);
                SimpleDescriptor.clusters(out, clients);
            }
            case ZdoCommand.DeviceAnnounce(int from, var node, int capability) ->
                out.u16(from).u64(node.value()).u8(capability);
            case ZdoCommand.LeaveRequest(var node, int flags) ->
                out.u64(node.value()).u8(flags);
            case ZdoCommand.PermitJoiningRequest(int seconds) -> out.u8(seconds).u8(TRUST_CENTRE_TOO);
            case ZdoCommand.AddressResponse it ->
                out.u8(it.status().code()).u64(it.node().value()).u16(it.shortAddress());
            case ZdoCommand.NodeDescriptorResponse(var status, int of, var descriptor) -> {
                out.u8(status.code()).u16(of);
                descriptor.ifPresent(it -> it.write(out));
            }
            case ZdoCommand.SimpleDescriptorResponse(var status, int of, var descriptor) -> {
                out.u8(status.code())
                        .u16(of)
                        .u8(descriptor.map(SimpleDescriptor::length).orElse(0));
                descriptor.ifPresent(it -> it.write(out));
            }
            case ZdoCommand.ActiveEndpointsResponse(var status, int of, var endpoints) ->
                endpoints(out.u8(status.code()).u16(of), endpoints);
            case ZdoCommand.MatchDescriptorResponse(var status, int of, var endpoints) ->
                endpoints(out.u8(status.code()).u16(of), endpoints);
            case ZdoCommand.LeaveResponse(var status) -> out.u8(status.code());
        }
        return out.toOctets();
    }

    private static void endpoints(OctetWriter out, List<Integer> endpoints) {
        out.u8(endpoints.size());
        endpoints.forEach(out::u8);
    }
}
