package io.hanproof.pcapng;

import io.hanproof.octets.OctetWriter;
import io.hanproof.octets.Octets;

/**
 * A ZCL frame in the headers that carry it over one hop: IEEE 802.15.4, network layer and application support
 * sub-layer.
 *
 * @param sequence the sender's number for this frame, 0 to 255: all three layers count, and may count alike
 * @param acknowledged whether the sender asks for an APS acknowledgement
 */
public record ZigBeeFrame(
        int panId,
        NodeAddress source,
        NodeAddress destination,
        int sequence,
        int profile,
        int cluster,
        int sourceEndpoint,
        int destinationEndpoint,
        boolean acknowledged,
        Octets zcl) {
    /** What the air takes, without the two octets of frame check sequence. */
    public static final int LONGEST = 125;

    private static final int MAC_DATA_WITH_SHORT_ADDRESSES_ON_ONE_PAN = 0x8841;
    private static final int MAC_ACKNOWLEDGEMENT = 0x0020;
    private static final int MAC_BROADCAST = 0xFFFF;

    private static final int NWK_DATA_OF_VERSION_2 = 0x0008;
    private static final int NWK_DISCOVER_ROUTE = 0x0040;
    private static final int NWK_SECURITY = 0x0200;
    private static final int NWK_RADIUS = 30;

    private static final int APS_BROADCAST = 0x08;
    private static final int APS_SECURITY = 0x20;
    private static final int APS_ACKNOWLEDGEMENT = 0x40;

    /** The frame as it is before any layer seals it. */
    public Octets unsecured() {
        var out = new OctetWriter(LONGEST);
        mac(out);
        nwk(out, false);
        aps(out, false);
        return out.octets(zcl).toOctets();
    }

    void mac(OctetWriter out) {
        boolean broadcast = destination.isBroadcast();
        out.u16(MAC_DATA_WITH_SHORT_ADDRESSES_ON_ONE_PAN | (broadcast ? 0 : MAC_ACKNOWLEDGEMENT))
                .u8(sequence)
                .u16(panId)
                .u16(broadcast ? MAC_BROADCAST : destination.shortAddress())
                .u16(source.shortAddress());
    }

    void nwk(OctetWriter out, boolean sealed) {
        int control = NWK_DATA_OF_VERSION_2
                | (destination.isBroadcast() ? 0 : NWK_DISCOVER_ROUTE)
                | (sealed ? NWK_SECURITY : 0);
        out.u16(control)
                .u16(destination.shortAddress())
                .u16(source.shortAddress())
                .u8(NWK_RADIUS)
                .u8(sequence);
    }

    void aps(OctetWriter out, boolean sealed) {
        boolean broadcast = destination.isBroadcast();
        int control = (broadcast ? APS_BROADCAST : 0)
                | (sealed ? APS_SECURITY : 0)
                | (acknowledged && !broadcast ? APS_ACKNOWLEDGEMENT : 0);
        out.u8(control)
                .u8(destinationEndpoint)
                .u16(cluster)
                .u16(profile)
                .u8(sourceEndpoint)
                .u8(sequence);
    }
}
