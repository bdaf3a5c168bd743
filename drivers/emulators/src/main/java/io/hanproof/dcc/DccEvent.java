package io.hanproof.dcc;

import io.hanproof.cpl.Cpl;
import io.hanproof.duis.ServiceRequest;
import io.hanproof.octets.Eui64;
import io.hanproof.octets.Octets;
import java.util.List;

/** What can happen to the DCC. */
public sealed interface DccEvent {

    /** A user sent a service request. */
    record Requested(Eui64 user, ServiceRequest request) implements DccEvent {}

    /** A user raised an incident: who sent the firmware of that device? */
    record IncidentRaised(Eui64 user, Eui64 device) implements DccEvent {}

    /** A GBCS message came from a hub, its own or one of a device behind it. */
    record Heard(Eui64 hub, Octets message) implements DccEvent {}

    /** The time for something booked has come. */
    record Due(DccTimer timer) implements DccEvent {}

    /** A new Central Products List was taken in. */
    record CplChanged(Cpl cpl) implements DccEvent {}

    /** The inventory has a device, or has it otherwise than before. */
    record InventoryChanged(InventoryDevice device) implements DccEvent {}

    /** Registration data changed: from now on the meters of that hub have those suppliers. */
    record SuppliersChanged(Eui64 hub, List<MeterPoint> meters) implements DccEvent {
        public SuppliersChanged {
            meters = List.copyOf(meters);
        }
    }

    /** A hub is otherwise than before: what it supports, whether the CSP knows and reaches it. */
    record HubChanged(CommunicationsHub hub) implements DccEvent {}

    record ThresholdChanged(Threshold threshold) implements DccEvent {}
}
