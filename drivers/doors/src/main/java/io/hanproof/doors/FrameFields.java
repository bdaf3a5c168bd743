package io.hanproof.doors;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.hanproof.lab.ApsFrame;
import io.hanproof.octets.Eui64;

/** The fields of a frame that are the same in both directions. */
final class FrameFields {
    static final int ALL_ENDPOINTS = 255;
    private static final int LAST_ENDPOINT = 240;
    private static final int MOST_ZCL_OCTETS = 255;
    private static final String BROADCAST = "broadcast";

    private FrameFields() {}

    static ApsFrame read(Fields in, Eui64 source) {
        String to = in.text("to");
        var destination = to.equals(BROADCAST) ? Eui64.BROADCAST : in.eui64("to", to);
        int profile = profile(in);
        int cluster = in.u16("cluster");
        int sourceEndpoint = endpoint(in, "sourceEndpoint", LAST_ENDPOINT);
        int destinationEndpoint = endpoint(in, "destinationEndpoint", ALL_ENDPOINTS);
        if (destinationEndpoint > LAST_ENDPOINT
                && !(destination.isBroadcast() && destinationEndpoint == ALL_ENDPOINTS)) {
            throw in.bad("destinationEndpoint", "needs 1 to 240, or 255 in a broadcast, found " + destinationEndpoint);
        }
        return new ApsFrame(
                source,
                destination,
                profile,
                cluster,
                sourceEndpoint,
                destinationEndpoint,
                unicastOnly(in, "apsSecurity", destination),
                unicastOnly(in, "apsAck", destination),
                in.hex("zcl", MOST_ZCL_OCTETS));
    }

    /** Discovery is not carried: a node answers it from what it was told of its neighbours. */
    static int profile(Fields in) {
        int profile = in.u16("profile");
        if (profile == 0) {
            throw in.bad("profile", "0000 is not carried: answer discovery from nodes");
        }
        return profile;
    }

    private static int endpoint(Fields in, String name, int last) {
        int endpoint = in.integer(name, 0, last);
        if (endpoint == 0) {
            throw in.bad("profile", name + " 0 is not carried: answer discovery from nodes");
        }
        return endpoint;
    }

    private static boolean unicastOnly(Fields in, String name, Eui64 destination) {
        boolean flag = in.flag(name);
        if (flag && destination.isBroadcast()) {
            throw in.bad(name, "is false in a broadcast");
        }
        return flag;
    }

    static ObjectNode write(ApsFrame frame, ObjectNode out) {
        return out.put("to", frame.destination().toString())
                .put("profile", "%04X".formatted(frame.profile()))
                .put("cluster", "%04X".formatted(frame.cluster()))
                .put("sourceEndpoint", frame.sourceEndpoint())
                .put("destinationEndpoint", frame.destinationEndpoint())
                .put("apsSecurity", frame.secured())
                .put("apsAck", frame.acknowledged())
                .put("zcl", frame.zcl().hex());
    }
}
