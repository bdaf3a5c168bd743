package io.hanproof.hub;

import io.hanproof.lab.ApsFrame;
import io.hanproof.lab.Radio;
import io.hanproof.octets.Eui64;
import io.hanproof.octets.Octets;
import io.hanproof.zcl.Cluster;
import io.hanproof.zcl.DefaultResponse;
import io.hanproof.zcl.Direction;
import io.hanproof.zcl.GlobalCommand;
import io.hanproof.zcl.ReadAttributes;
import io.hanproof.zcl.ota.OtaAttribute;
import io.hanproof.zcl.ota.OtaCommand;
import io.hanproof.zcl.ota.OtaFrames;
import java.util.List;

/** Makes frames of what a hub wants said, and counts the sequence numbers of what nobody asked for. */
final class HubVoice {
    private static final int LAST_SEQUENCE = 0xFF;
    private static final List<Integer> MODEL = List.of(
            OtaAttribute.CURRENT_FILE_VERSION.id(), OtaAttribute.MANUFACTURER_ID.id(), OtaAttribute.IMAGE_TYPE_ID.id());

    private final Radio radio;
    private int sequence;

    HubVoice(Radio radio) {
        this.radio = radio;
    }

    void say(HubEffect.Send it) {
        transmit(it.to(), Cluster.OTA.id(), it.acknowledged(), OtaFrames.unicast(sequence(it.to()), it.command()));
    }

    void say(HubEffect.Default it) {
        say(it.to(), it.cluster(), Direction.TO_CLIENT, new DefaultResponse(it.commandId(), it.status()));
    }

    void say(HubEffect.Tell it) {
        say(it.to(), it.cluster(), Direction.TO_CLIENT, it.answers());
    }

    void say(HubEffect.Read it) {
        say(it.from(), Cluster.OTA.id(), Direction.TO_CLIENT, new ReadAttributes(List.of(it.attributeId())));
    }

    void say(HubEffect.ReadModel it) {
        say(it.from(), Cluster.OTA.id(), Direction.TO_CLIENT, new ReadAttributes(MODEL));
    }

    /** A command of the OTA cluster, for one device or for all. */
    void say(Peer to, OtaCommand command) {
        boolean all = to.address().isBroadcast();
        var zcl = all ? OtaFrames.broadcast(sequence(to), command) : OtaFrames.unicast(sequence(to), command);
        transmit(to, Cluster.OTA.id(), !all, zcl);
    }

    void transmit(Peer to, int cluster, boolean acknowledged, Octets zcl) {
        radio.send(new ApsFrame(
                radio.address(),
                to.address(),
                Cluster.SMART_ENERGY_PROFILE,
                cluster,
                to.ownEndpoint(),
                to.endpoint(),
                to.secured(),
                acknowledged,
                zcl));
    }

    Eui64 address() {
        return radio.address();
    }

    private void say(Peer to, int cluster, Direction direction, GlobalCommand command) {
        transmit(to, cluster, true, command.frame(direction, sequence(to)));
    }

    private int sequence(Peer to) {
        if (to.sequence() != Peer.UNASKED) {
            return to.sequence();
        }
        sequence = sequence == LAST_SEQUENCE ? 0 : sequence + 1;
        return sequence;
    }
}
