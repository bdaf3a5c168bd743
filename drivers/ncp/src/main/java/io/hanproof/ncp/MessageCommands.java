package io.hanproof.ncp;

import io.hanproof.octets.Eui64;
import io.hanproof.octets.OctetReader;
import io.hanproof.octets.OctetWriter;
import io.hanproof.octets.Octets;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Commands that send messages, and those that say who is where. */
final class MessageCommands {
    private static final int DIRECT = 0;
    private static final int VIA_ADDRESS_TABLE = 1;
    private static final int MULTICAST = 3;
    private static final int BROADCAST = 6;
    private static final int FIRST_BROADCAST = 0xFFF8;
    private static final int ADDRESSES = 16;

    private final Ncp ncp;
    private final Stack stack;
    private final Neighbourhood neighbourhood;
    private final int busyEvery;
    private final Map<Integer, Eui64> addressTable = new TreeMap<>();
    private int messages;

    MessageCommands(Ncp ncp, Stack stack, Neighbourhood neighbourhood, List<NcpFault> faults) {
        this.ncp = ncp;
        this.stack = stack;
        this.neighbourhood = neighbourhood;
        this.busyEvery = faults.stream()
                .mapToInt(it -> it instanceof NcpFault.BusyEvery(int every) ? every : 0)
                .max()
                .orElse(0);
    }

    void addTo(CommandTable table) {
        table.put(0x34, "sendUnicast", this::sendUnicast)
                .put(0x36, "sendBroadcast", this::sendBroadcast)
                .put(0x38, "sendMulticast", this::sendMulticast)
                .put(0x39, "sendReply", this::sendReply)
                .put(
                        0x5B,
                        "addressTableEntryIsActive",
                        (in, out) -> out.u8(addressTable.containsKey(in.u8("addressTableIndex")) ? 1 : 0))
                .put(0x5C, "setAddressTableRemoteEui64", this::setRemoteEui64)
                .put(0x5D, "setAddressTableRemoteNodeId", (in, out) -> in.skip("index and node id", 3))
                .put(
                        0x5E,
                        "getAddressTableRemoteEui64",
                        (in, out) -> out.u64(remote(in).value()))
                .put(0x5F, "getAddressTableRemoteNodeId", (in, out) -> out.u16(shortAddress(remote(in))))
                .put(0x60, "lookupNodeIdByEui64", (in, out) -> out.u16(shortAddress(new Eui64(in.u64("eui64")))))
                .put(0x61, "lookupEui64ByNodeId", this::lookupEui64);
    }

    private void sendUnicast(OctetReader in, OctetWriter out) {
        int type = in.u8("type");
        int destination = in.u16("indexOrDestination");
        var header = ApsHeader.read(in).withSequence(stack.nextSequence());
        int tag = in.u8("messageTag");
        Octets contents = in.take("messageContents", in.u8("messageLength"));
        var message = new Stack.Outgoing(type, destination, header, tag);
        out.u8(unicast(message, contents).code()).u8(header.sequence());
    }

    private EmberStatus unicast(Stack.Outgoing message, Octets contents) {
        if (busyEvery > 0 && ++messages % busyEvery == 0) {
            return EmberStatus.MAX_MESSAGE_LIMIT_REACHED;
        }
        return switch (message.type()) {
            case DIRECT -> stack.unicast(message, message.destination(), contents);
            case VIA_ADDRESS_TABLE -> {
                Eui64 partner = addressTable.get(message.destination());
                yield partner == null
                        ? EmberStatus.ADDRESS_TABLE_INDEX_OUT_OF_RANGE
                        : stack.unicast(message, shortAddress(partner), contents);
            }
            default -> EmberStatus.INVALID_BINDING_INDEX;
        };
    }

    private void sendBroadcast(OctetReader in, OctetWriter out) {
        int destination = in.u16("destination");
        var header = ApsHeader.read(in).withSequence(stack.nextSequence());
        in.skip("radius", 1);
        int tag = in.u8("messageTag");
        Octets contents = in.take("messageContents", in.u8("messageLength"));
        if (destination < FIRST_BROADCAST) {
            ncp.departure("sendBroadcast needs a broadcast address, found 0x%04X".formatted(destination));
            out.u8(EmberStatus.INVALID_CALL.code()).u8(header.sequence());
            return;
        }
        var message = new Stack.Outgoing(BROADCAST, destination, header, tag);
        out.u8(stack.broadcast(message, contents).code()).u8(header.sequence());
    }

    private void sendMulticast(OctetReader in, OctetWriter out) {
        var header = ApsHeader.read(in).withSequence(stack.nextSequence());
        in.skip("hops and nonmemberRadius", 2);
        int tag = in.u8("messageTag");
        Octets contents = in.take("messageContents", in.u8("messageLength"));
        var message = new Stack.Outgoing(MULTICAST, header.group(), header, tag);
        out.u8(stack.multicast(message, contents).code()).u8(header.sequence());
    }

    /** In the acknowledgement of a fragment; there are none here. */
    private void sendReply(OctetReader in, OctetWriter out) {
        in.skip("sender", 2);
        ApsHeader.read(in);
        in.take("messageContents", in.u8("messageLength"));
        out.u8(EmberStatus.INVALID_CALL.code());
    }

    private void setRemoteEui64(OctetReader in, OctetWriter out) {
        int index = in.u8("addressTableIndex");
        var partner = new Eui64(in.u64("eui64"));
        if (index < ADDRESSES) {
            addressTable.put(index, partner);
        }
        boolean fits = index < ADDRESSES;
        out.u8((fits ? EmberStatus.SUCCESS : EmberStatus.ADDRESS_TABLE_INDEX_OUT_OF_RANGE).code());
    }

    private Eui64 remote(OctetReader in) {
        return addressTable.getOrDefault(in.u8("addressTableIndex"), new Eui64(0));
    }

    private int shortAddress(Eui64 node) {
        return neighbourhood.find(node).map(Neighbour::shortAddress).orElse(ShortAddresses.UNKNOWN);
    }

    private void lookupEui64(OctetReader in, OctetWriter out) {
        int number = in.u16("nodeId");
        var found = neighbourhood.find(number);
        out.u8((found.isPresent() ? EmberStatus.SUCCESS : EmberStatus.INVALID_CALL).code())
                .u64(found.map(it -> it.address().value()).orElse(0L));
    }
}
