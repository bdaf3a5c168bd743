package io.hanproof.hub;

import io.hanproof.gbcs.Content;
import io.hanproof.gbcs.GbcsFinding;
import io.hanproof.gbcs.GroupingHeader;
import io.hanproof.lab.DutyCycle;
import io.hanproof.lab.WanMessage.FirmwareDelivery;
import io.hanproof.octets.Eui64;
import io.hanproof.octets.Octets;
import io.hanproof.profile.DeviceKind;
import io.hanproof.zcl.ZclStatus;
import io.hanproof.zcl.ota.OtaCommand;
import java.util.List;
import java.util.Optional;

/** What can happen to a hub. */
public sealed interface HubEvent {

    /** A device was joined to the HAN: from now on the hub knows what it is. */
    record DeviceJoined(Eui64 device, DeviceKind kind, int endpoint) implements HubEvent {}

    /** An image came over the WAN. */
    record ImageArrived(FirmwareDelivery delivery) implements HubEvent {}

    /** A device sent a command to the OTA server. */
    record Asked(Peer from, OtaCommand command) implements HubEvent {}

    /** A device asked for attributes of one of the hub's servers. */
    record AttributesAsked(Peer from, int cluster, List<Integer> attributeIds) implements HubEvent {
        public AttributesAsked {
            attributeIds = List.copyOf(attributeIds);
        }
    }

    /** A device answered a read of its CurrentFileVersion; without a version when it could or would not tell. */
    record VersionRead(Eui64 device, Optional<Long> version) implements HubEvent {}

    /** A device answered a read of its model; without one when it could or would not tell. */
    record ModelTold(Eui64 device, Optional<ToldModel> model) implements HubEvent {}

    /**
     * A GBCS command came over the WAN.
     *
     * @param findings what is wrong with it; a hub does nothing upon such a command, and says nothing
     */
    record Commanded(GroupingHeader header, Content content, List<GbcsFinding> findings) implements HubEvent {
        public Commanded {
            findings = List.copyOf(findings);
        }
    }

    /** A GBCS message for a device of the HAN came over the WAN; the hub reads no more of it than its header. */
    record ToPassOn(GroupingHeader header, Octets message) implements HubEvent {}

    /** A device sent what the hub cannot take, and the status that says why. */
    record NotUnderstood(Peer from, int cluster, int commandId, ZclStatus status) implements HubEvent {}

    /** The time for something booked has come. */
    record Due(HubTimer timer) implements HubEvent {}

    /** The sub-GHz duty cycle moved into another state. */
    record DutyCycleTurned(DutyCycle into) implements HubEvent {}

    /** The scenario wants the device notified once more. */
    record NotifyOrdered(Eui64 device) implements HubEvent {}
}
