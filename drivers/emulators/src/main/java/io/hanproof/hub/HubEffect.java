package io.hanproof.hub;

import io.hanproof.gbcs.Content;
import io.hanproof.gbcs.GroupingHeader;
import io.hanproof.lab.DutyCycle;
import io.hanproof.lab.WanMessage;
import io.hanproof.octets.Eui64;
import io.hanproof.octets.Octets;
import io.hanproof.zcl.ReadAttributesResponse;
import io.hanproof.zcl.ZclStatus;
import io.hanproof.zcl.ota.OtaCommand;
import java.time.Instant;

/** What a hub can want done. */
public sealed interface HubEffect {

    /**
     * Send a command of the OTA cluster.
     *
     * @param acknowledged false for the blocks of a page, which are not repeated
     */
    record Send(Peer to, OtaCommand command, boolean acknowledged) implements HubEffect {
        public Send(Peer to, OtaCommand command) {
            this(to, command, true);
        }
    }

    /** Send Default Response to a command of that cluster. */
    record Default(Peer to, int cluster, int commandId, ZclStatus status) implements HubEffect {}

    /** Answer Read Attributes. */
    record Tell(Peer to, int cluster, ReadAttributesResponse answers) implements HubEffect {}

    /** Read an attribute of a device's OTA client, CurrentFileVersion when the hub goes by the text. */
    record Read(Peer from, int attributeId) implements HubEffect {}

    /** Read from a device's OTA client what the DCC wants to know of its model. */
    record ReadModel(Peer from) implements HubEffect {}

    /** Tell the DCC what became of an image, or what a device runs. */
    record Alert(WanMessage message, Seal seal) implements HubEffect {
        public Alert(WanMessage message) {
            this(message, Seal.HONEST);
        }

        /** The device it is about. */
        public Eui64 device() {
            return switch (message) {
                case WanMessage.TransferAlert it -> it.device();
                case WanMessage.ReadAlert it -> it.device();
                case WanMessage.ContradictoryAlert it -> it.device();
                case WanMessage.FirmwareDelivery it -> it.targets().getFirst();
                case WanMessage.Gbcs it -> throw new IllegalStateException("an alert is told in words");
            };
        }
    }

    /** Answer a GBCS command. */
    record Respond(GroupingHeader command, Content answer, Seal seal) implements HubEffect {
        public Respond(GroupingHeader command, Content answer) {
            this(command, answer, Seal.HONEST);
        }
    }

    /** Tell the DCC of the sub-GHz duty cycle. */
    record DutyAlert(DutyCycle before, DutyCycle now, Seal seal) implements HubEffect {
        public DutyAlert(DutyCycle before, DutyCycle now) {
            this(before, now, Seal.HONEST);
        }
    }

    /** Pass a GBCS message on to a device of the HAN. */
    record PassOn(Eui64 device, Octets message) implements HubEffect {}

    /** Tell the DCC that a message for a device of the HAN was not passed on. */
    record DiscardAlert(GroupingHeader discarded) implements HubEffect {}

    /** Wake up then. */
    record Book(HubTimer timer, Instant at) implements HubEffect {}
}
