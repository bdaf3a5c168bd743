package io.hanproof.dongle;

import com.zsmartsystems.zigbee.dongle.ember.ezsp.command.EzspGetKeyRequest;
import com.zsmartsystems.zigbee.dongle.ember.ezsp.command.EzspGetKeyResponse;
import com.zsmartsystems.zigbee.dongle.ember.ezsp.command.EzspGetKeyTableEntryRequest;
import com.zsmartsystems.zigbee.dongle.ember.ezsp.command.EzspGetKeyTableEntryResponse;
import com.zsmartsystems.zigbee.dongle.ember.ezsp.structure.EmberKeyStruct;
import com.zsmartsystems.zigbee.dongle.ember.ezsp.structure.EmberKeyType;
import com.zsmartsystems.zigbee.dongle.ember.ezsp.structure.EmberStatus;
import io.hanproof.lab.BenchFault;
import io.hanproof.octets.Eui64;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** The keys that an EmberZNet stick tells; one that is gone, or of a late version, tells none. */
final class EmberKeys {
    private static final Duration ANSWER = Duration.ofSeconds(2);

    private final EmberTransport transport;
    private boolean tells;

    private EmberKeys(EmberTransport transport) {
        this.transport = transport;
        this.tells = transport.version() <= EmberTransport.LAST_VERSION_WITH_KEYS;
    }

    /** @param shared with single nodes by this side; the stick's own word on a node outweighs it */
    static NetworkKeys of(EmberTransport transport, NetworkSettings settings, Map<Eui64, SharedKey> shared) {
        var stick = new EmberKeys(transport);
        Optional<SharedKey> given = transport.hasFormed() ? Optional.of(settings.networkKey()) : Optional.empty();
        var network = stick.key(EmberKeyType.EMBER_CURRENT_NETWORK_KEY).or(() -> given);
        var trustCentre = stick.key(EmberKeyType.EMBER_TRUST_CENTER_LINK_KEY).orElse(settings.linkKey());
        var links = new HashMap<>(shared);
        links.putAll(stick.table());
        return new NetworkKeys(network, trustCentre, links);
    }

    private Optional<SharedKey> key(EmberKeyType type) {
        var request = new EzspGetKeyRequest();
        request.setKeyType(type);
        return told(() -> transport.transact(request, EzspGetKeyResponse.class, ANSWER))
                .filter(it -> it.getStatus() == EmberStatus.EMBER_SUCCESS)
                .map(it -> key(it.getKeyStruct()));
    }

    private Map<Eui64, SharedKey> table() {
        var links = new HashMap<Eui64, SharedKey>();
        for (int i = 0; i < EmberStart.KEYS; i++) {
            var request = new EzspGetKeyTableEntryRequest();
            request.setIndex(i);
            told(() -> transport.transact(request, EzspGetKeyTableEntryResponse.class, ANSWER))
                    .filter(it -> it.getStatus() == EmberStatus.EMBER_SUCCESS)
                    .map(EzspGetKeyTableEntryResponse::getKeyStruct)
                    .ifPresent(it -> links.put(EmberFrames.eui64(it.getPartnerEUI64()), key(it)));
        }
        return links;
    }

    /** A stick that is silent once is not asked again. */
    private <T> Optional<T> told(Asking<T> asking) {
        if (!tells) {
            return Optional.empty();
        }
        try {
            var answer = asking.answer();
            tells = answer.isPresent();
            return answer;
        } catch (BenchFault gone) {
            tells = false; // what was found with it until now is worth no less
            return Optional.empty();
        }
    }

    private static SharedKey key(EmberKeyStruct told) {
        return SharedKey.of(EmberFrames.octets(told.getKey().getContents()));
    }

    @FunctionalInterface
    private interface Asking<T> {
        Optional<T> answer();
    }
}
