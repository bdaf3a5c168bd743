package io.hanproof.dongle;

import com.zsmartsystems.zigbee.IeeeAddress;
import com.zsmartsystems.zigbee.dongle.ember.ezsp.EzspFrameRequest;
import com.zsmartsystems.zigbee.dongle.ember.ezsp.command.EzspCustomFrameRequest;
import com.zsmartsystems.zigbee.dongle.ember.ezsp.command.EzspIncomingMessageHandler;
import com.zsmartsystems.zigbee.dongle.ember.ezsp.command.EzspSendBroadcastRequest;
import com.zsmartsystems.zigbee.dongle.ember.ezsp.command.EzspSendUnicastRequest;
import com.zsmartsystems.zigbee.dongle.ember.ezsp.structure.EmberApsFrame;
import com.zsmartsystems.zigbee.dongle.ember.ezsp.structure.EmberApsOption;
import com.zsmartsystems.zigbee.dongle.ember.ezsp.structure.EmberOutgoingMessageType;
import io.hanproof.octets.Eui64;
import io.hanproof.octets.OctetWriter;
import io.hanproof.octets.Octets;
import java.util.Optional;

/** Between our frames and those of the library: exactly the options that were asked for. */
final class EmberFrames {
    private static final int AS_FAR_AS_CAN_BE = 0;

    private EmberFrames() {}

    static EzspFrameRequest unicast(Datagram datagram, int tag) {
        var aps = aps(datagram);
        aps.addOptions(EmberApsOption.EMBER_APS_OPTION_ENABLE_ROUTE_DISCOVERY);
        if (datagram.acknowledged()) {
            aps.addOptions(EmberApsOption.EMBER_APS_OPTION_RETRY);
        }
        if (datagram.secured()) {
            aps.addOptions(EmberApsOption.EMBER_APS_OPTION_ENCRYPTION);
        }
        var request = new EzspSendUnicastRequest();
        request.setType(EmberOutgoingMessageType.EMBER_OUTGOING_DIRECT);
        request.setIndexOrDestination(datagram.peer());
        request.setApsFrame(aps);
        request.setMessageTag(tag);
        request.setMessageContents(ints(datagram.payload()));
        return request;
    }

    static EzspFrameRequest broadcast(Datagram datagram, int tag) {
        var request = new EzspSendBroadcastRequest();
        request.setDestination(datagram.peer());
        request.setApsFrame(aps(datagram));
        request.setRadius(AS_FAR_AS_CAN_BE);
        request.setMessageTag(tag);
        request.setMessageContents(ints(datagram.payload()));
        return request;
    }

    private static EmberApsFrame aps(Datagram datagram) {
        var aps = new EmberApsFrame();
        aps.setProfileId(datagram.profile());
        aps.setClusterId(datagram.cluster());
        aps.setSourceEndpoint(datagram.sourceEndpoint());
        aps.setDestinationEndpoint(datagram.destinationEndpoint());
        return aps;
    }

    static EzspFrameRequest custom(Octets order) {
        var request = new EzspCustomFrameRequest();
        request.setPayload(ints(order));
        return request;
    }

    /** The frame as its sender addressed it; empty for what the stick itself sent, or what carries no message. */
    static Optional<Datagram> datagram(EzspIncomingMessageHandler frame) {
        return switch (frame.getType()) {
            case EMBER_INCOMING_UNICAST, EMBER_INCOMING_UNICAST_REPLY -> Optional.of(datagram(frame, false));
            case EMBER_INCOMING_BROADCAST, EMBER_INCOMING_MULTICAST -> Optional.of(datagram(frame, true));
            case EMBER_INCOMING_BROADCAST_LOOPBACK,
                    EMBER_INCOMING_MULTICAST_LOOPBACK,
                    EMBER_INCOMING_MANY_TO_ONE_ROUTE_REQUEST,
                    UNKNOWN -> Optional.empty();
        };
    }

    private static Datagram datagram(EzspIncomingMessageHandler frame, boolean broadcast) {
        var aps = frame.getApsFrame();
        var options = aps.getOptions();
        return new Datagram(
                frame.getSender(),
                broadcast,
                aps.getProfileId(),
                aps.getClusterId(),
                aps.getSourceEndpoint(),
                aps.getDestinationEndpoint(),
                options.contains(EmberApsOption.EMBER_APS_OPTION_ENCRYPTION),
                !broadcast && options.contains(EmberApsOption.EMBER_APS_OPTION_RETRY),
                octets(frame.getMessageContents()));
    }

    static Eui64 eui64(IeeeAddress address) {
        long value = 0;
        int[] octets = address.getValue();
        for (int i = octets.length - 1; i >= 0; i--) {
            value = value << Byte.SIZE | (octets[i] & 0xFF);
        }
        return new Eui64(value);
    }

    static int[] ints(Octets octets) {
        var ints = new int[octets.length()];
        for (int i = 0; i < ints.length; i++) {
            ints[i] = octets.u8(i);
        }
        return ints;
    }

    static Octets octets(int[] ints) {
        var out = new OctetWriter(ints.length);
        for (int each : ints) {
            out.u8(each);
        }
        return out.toOctets();
    }
}
