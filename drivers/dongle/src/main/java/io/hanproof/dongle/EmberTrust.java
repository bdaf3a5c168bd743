package io.hanproof.dongle;

import com.zsmartsystems.zigbee.IeeeAddress;
import com.zsmartsystems.zigbee.dongle.ember.ezsp.command.EzspFindKeyTableEntryRequest;
import com.zsmartsystems.zigbee.dongle.ember.ezsp.command.EzspFindKeyTableEntryResponse;
import com.zsmartsystems.zigbee.dongle.ember.ezsp.command.EzspPermitJoiningRequest;
import com.zsmartsystems.zigbee.dongle.ember.ezsp.command.EzspPermitJoiningResponse;
import com.zsmartsystems.zigbee.dongle.ember.ezsp.structure.EmberStatus;
import com.zsmartsystems.zigbee.security.ZigBeeKey;
import io.hanproof.lab.BenchFault;
import io.hanproof.octets.Eui64;
import java.time.Duration;

/** Who may join the network of an EmberZNet stick, and by which keys. */
final class EmberTrust {
    private static final int WITHOUT_END = 0xFF;
    private static final int NOT_FOUND = 0xFF;
    private static final Duration ANSWER = Duration.ofSeconds(5);

    private EmberTrust() {}

    static void permitJoining(EmberTransport transport, Duration howLong) {
        var request = new EzspPermitJoiningRequest();
        request.setDuration((int) Math.min(WITHOUT_END - 1, howLong.toSeconds()));
        var status = transport
                .transact(request, EzspPermitJoiningResponse.class, ANSWER)
                .map(EzspPermitJoiningResponse::getStatus)
                .orElse(EmberStatus.UNKNOWN);
        if (status != EmberStatus.EMBER_SUCCESS) {
            throw new BenchFault("the stick does not permit joining: " + status);
        }
    }

    static void share(EmberTransport transport, Eui64 device, SharedKey linkKey) {
        if (transport.version() > EmberTransport.LAST_VERSION_WITH_KEYS) {
            throw new BenchFault(("a stick with EZSP %d takes no link key for a single device:"
                            + " give it firmware with EZSP 8 to 12")
                    .formatted(transport.version()));
        }
        var ncp = transport.dongle().getEmberNcp();
        var address = new IeeeAddress(device.toString());
        var key = new ZigBeeKey(linkKey.toInts());
        var joining = ncp.addTransientLinkKey(address, key);
        var lasting = ncp.addOrUpdateKeyTableEntry(address, key, true);
        if (joining != EmberStatus.EMBER_SUCCESS && lasting != EmberStatus.EMBER_SUCCESS) {
            throw new BenchFault("the stick takes no link key for %s: %s, %s".formatted(device, joining, lasting));
        }
    }

    /** Sticks of late versions do not say. */
    static boolean sharesKey(EmberTransport transport, Eui64 device) {
        var request = new EzspFindKeyTableEntryRequest();
        request.setAddress(new IeeeAddress(device.toString()));
        request.setLinkKey(true);
        return transport
                .transact(request, EzspFindKeyTableEntryResponse.class, ANSWER)
                .filter(it -> it.getIndex() != NOT_FOUND)
                .isPresent();
    }
}
