package io.hanproof.dongle;

import com.zsmartsystems.zigbee.ExtendedPanId;
import com.zsmartsystems.zigbee.IeeeAddress;
import com.zsmartsystems.zigbee.dongle.ember.EmberNcp;
import com.zsmartsystems.zigbee.dongle.ember.ezsp.command.EzspFormNetworkRequest;
import com.zsmartsystems.zigbee.dongle.ember.ezsp.command.EzspFormNetworkResponse;
import com.zsmartsystems.zigbee.dongle.ember.ezsp.command.EzspJoinNetworkRequest;
import com.zsmartsystems.zigbee.dongle.ember.ezsp.command.EzspJoinNetworkResponse;
import com.zsmartsystems.zigbee.dongle.ember.ezsp.command.EzspSetInitialSecurityStateRequest;
import com.zsmartsystems.zigbee.dongle.ember.ezsp.command.EzspSetInitialSecurityStateResponse;
import com.zsmartsystems.zigbee.dongle.ember.ezsp.structure.EmberInitialSecurityBitmask;
import com.zsmartsystems.zigbee.dongle.ember.ezsp.structure.EmberInitialSecurityState;
import com.zsmartsystems.zigbee.dongle.ember.ezsp.structure.EmberJoinMethod;
import com.zsmartsystems.zigbee.dongle.ember.ezsp.structure.EmberKeyData;
import com.zsmartsystems.zigbee.dongle.ember.ezsp.structure.EmberNetworkParameters;
import com.zsmartsystems.zigbee.dongle.ember.ezsp.structure.EmberNodeType;
import com.zsmartsystems.zigbee.dongle.ember.ezsp.structure.EmberStatus;
import com.zsmartsystems.zigbee.dongle.ember.ezsp.structure.EzspStatus;
import io.hanproof.lab.BenchFault;
import java.time.Duration;
import java.util.concurrent.TimeUnit;

/**
 * Brings an EmberZNet stick on its network. The library's own way would add an endpoint 1 that nobody asked for, sleep
 * a quarter of a second at each turn, and as a router send a command that lacks the octets of a key.
 */
final class EmberNetwork {
    private static final Duration ANSWER = Duration.ofSeconds(5);
    private static final int AGAIN_MILLIS = 2_000;
    private static final int LEFT_MILLIS = 3_000;
    private static final int UP_MILLIS = 12_000;
    private static final int KEY = 16;

    private final String name;
    private final EmberTransport transport;
    private final EmberNcp ncp;
    private final StickRole role;
    private final NetworkSettings settings;

    EmberNetwork(String name, EmberTransport transport, StickRole role, NetworkSettings settings) {
        this.name = name;
        this.transport = transport;
        this.ncp = transport.dongle().getEmberNcp();
        this.role = role;
        this.settings = settings;
    }

    /** Says how it went, in a few words. */
    String bringUp() {
        settings.endpoints().forEach(this::add);
        String how = isUpAlready() ? "network found as it was" : make();
        return "%s, %s, as %s %04X"
                .formatted(how, settings.words(), EmberFrames.eui64(ncp.getIeeeAddress()), ncp.getNwkAddress());
    }

    private void add(StickEndpoint endpoint) {
        var status = ncp.addEndpoint(
                endpoint.number(),
                endpoint.device(),
                endpoint.profile(),
                endpoint.servers().stream().mapToInt(it -> it).toArray(),
                endpoint.clients().stream().mapToInt(it -> it).toArray());
        if (status != EzspStatus.EZSP_SUCCESS) {
            throw new BenchFault("%s does not take endpoint %d: %s".formatted(name, endpoint.number(), status));
        }
    }

    /** A network that is the one wanted is kept: who has joined it need not join again. */
    private boolean isUpAlready() {
        if (ncp.networkInit() != EmberStatus.EMBER_SUCCESS
                || await(EmberStatus.EMBER_NETWORK_UP, AGAIN_MILLIS) != EmberStatus.EMBER_NETWORK_UP) {
            return false;
        }
        var now = ncp.getNetworkParameters();
        if (now == null || now.getParameters() == null) {
            return false;
        }
        var wanted = role == StickRole.FORM ? EmberNodeType.EMBER_COORDINATOR : EmberNodeType.EMBER_ROUTER;
        return now.getNodeType() == wanted
                && now.getParameters().getPanId() == settings.panId()
                && now.getParameters().getRadioChannel() == settings.channel()
                && now.getParameters().getExtendedPanId().equals(extendedPanId());
    }

    private String make() {
        if (ncp.leaveNetwork() == EmberStatus.EMBER_SUCCESS) {
            await(EmberStatus.EMBER_NETWORK_DOWN, LEFT_MILLIS);
        }
        ncp.clearKeyTable();
        transport.dongle().statuses().clear();
        secure();
        return switch (role) {
            case FORM -> form();
            case JOIN -> join();
        };
    }

    private void secure() {
        var state = new EmberInitialSecurityState();
        state.addBitmask(EmberInitialSecurityBitmask.EMBER_TRUST_CENTER_GLOBAL_LINK_KEY);
        state.addBitmask(EmberInitialSecurityBitmask.EMBER_HAVE_PRECONFIGURED_KEY);
        state.addBitmask(EmberInitialSecurityBitmask.EMBER_REQUIRE_ENCRYPTED_KEY);
        state.setPreconfiguredKey(key(settings.linkKey().toInts()));
        if (role == StickRole.FORM) {
            state.addBitmask(EmberInitialSecurityBitmask.EMBER_HAVE_NETWORK_KEY);
            state.setNetworkKey(key(settings.networkKey().toInts()));
        } else {
            state.setNetworkKey(key(new int[KEY])); // the trust centre tells it
        }
        state.setPreconfiguredTrustCenterEui64(new IeeeAddress());
        var request = new EzspSetInitialSecurityStateRequest();
        request.setState(state);
        var status = transport
                .transact(request, EzspSetInitialSecurityStateResponse.class, ANSWER)
                .map(EzspSetInitialSecurityStateResponse::getStatus)
                .orElse(EmberStatus.UNKNOWN);
        demand(status, "does not take its keys");
    }

    private static EmberKeyData key(int[] octets) {
        var key = new EmberKeyData();
        key.setContents(octets);
        return key;
    }

    private String form() {
        var request = new EzspFormNetworkRequest();
        request.setParameters(parameters());
        var status = transport
                .transact(request, EzspFormNetworkResponse.class, ANSWER)
                .map(EzspFormNetworkResponse::getStatus)
                .orElse(EmberStatus.UNKNOWN);
        demand(status, "forms no network with " + settings.words());
        var last = await(EmberStatus.EMBER_NETWORK_UP, UP_MILLIS);
        if (last != EmberStatus.EMBER_NETWORK_UP) {
            throw new BenchFault("%s formed a network that does not come up: %s".formatted(name, last));
        }
        transport.formed();
        return "network formed";
    }

    private String join() {
        var request = new EzspJoinNetworkRequest();
        request.setNodeType(EmberNodeType.EMBER_ROUTER);
        request.setParameters(parameters());
        var status = transport
                .transact(request, EzspJoinNetworkResponse.class, ANSWER)
                .map(EzspJoinNetworkResponse::getStatus)
                .orElse(EmberStatus.UNKNOWN);
        demand(status, "does not look for a network with " + settings.words());
        var last = await(EmberStatus.EMBER_NETWORK_UP, UP_MILLIS);
        if (last != EmberStatus.EMBER_NETWORK_UP) {
            throw new BenchFault(
                    "%s found no network to join with %s (%s): is joining permitted, and the link key right?"
                            .formatted(name, settings.words(), last));
        }
        return "network joined";
    }

    private EmberNetworkParameters parameters() {
        var now = ncp.getNetworkParameters();
        var parameters =
                now == null || now.getParameters() == null ? new EmberNetworkParameters() : now.getParameters();
        parameters.setPanId(settings.panId());
        parameters.setExtendedPanId(extendedPanId());
        parameters.setRadioChannel(settings.channel());
        parameters.setChannels(1 << settings.channel());
        parameters.setJoinMethod(EmberJoinMethod.EMBER_USE_MAC_ASSOCIATION);
        return parameters;
    }

    private ExtendedPanId extendedPanId() {
        return new ExtendedPanId("%016X".formatted(settings.extendedPanId()));
    }

    private void demand(EmberStatus status, String otherwise) {
        if (status != EmberStatus.EMBER_SUCCESS) {
            throw new BenchFault("%s %s: %s".formatted(name, otherwise, status));
        }
    }

    /** Waits for that word of the stick, or for another that ends the waiting; {@code UNKNOWN} when it says nothing. */
    private EmberStatus await(EmberStatus wanted, int millis) {
        try {
            while (true) {
                var status = transport.dongle().statuses().poll(millis, TimeUnit.MILLISECONDS);
                if (status == null) {
                    return EmberStatus.UNKNOWN;
                }
                if (status == wanted || endsWaiting(status)) {
                    return status;
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new BenchFault("interrupted while waiting for the network", e);
        }
    }

    private static boolean endsWaiting(EmberStatus status) {
        return switch (status) {
            case EMBER_NETWORK_UP, EMBER_NETWORK_DOWN, EMBER_NETWORK_OPENED, EMBER_NETWORK_CLOSED -> false;
            default -> true;
        };
    }
}
