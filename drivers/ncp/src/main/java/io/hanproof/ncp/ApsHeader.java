package io.hanproof.ncp;

import io.hanproof.octets.OctetReader;
import io.hanproof.octets.OctetWriter;

/** EZSP's EmberApsFrame: how a message is addressed above the network layer. */
record ApsHeader(
        int profile, int cluster, int sourceEndpoint, int destinationEndpoint, int options, int group, int sequence) {
    static final int ENCRYPTION = 0x0020;
    static final int RETRY = 0x0040;

    static ApsHeader read(OctetReader in) {
        return new ApsHeader(
                in.u16("profileId"),
                in.u16("clusterId"),
                in.u8("sourceEndpoint"),
                in.u8("destinationEndpoint"),
                in.u16("options"),
                in.u16("groupId"),
                in.u8("sequence"));
    }

    OctetWriter write(OctetWriter out) {
        return out.u16(profile)
                .u16(cluster)
                .u8(sourceEndpoint)
                .u8(destinationEndpoint)
                .u16(options)
                .u16(group)
                .u8(sequence);
    }

    ApsHeader withSequence(int number) {
        return new ApsHeader(profile, cluster, sourceEndpoint, destinationEndpoint, options, group, number);
    }

    boolean secured() {
        return (options & ENCRYPTION) != 0;
    }

    boolean acknowledged() {
        return (options & RETRY) != 0;
    }
}
