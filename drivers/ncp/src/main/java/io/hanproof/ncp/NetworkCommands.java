package io.hanproof.ncp;

import io.hanproof.octets.OctetReader;
import io.hanproof.octets.OctetWriter;
import io.hanproof.octets.Octets;
import java.util.function.UnaryOperator;

/** Commands that bring a stick onto a network, look at the network, and take it off. */
final class NetworkCommands {
    private static final int NO_NETWORK = 0;
    private static final int JOINED = 2;
    private static final int ENERGY_SCAN = 0;
    private static final int QUIET = -96;
    private static final int BUSY = -62;
    private static final int FIRST_CHANNEL = 11;
    private static final int LAST_CHANNEL = 26;
    private static final int LONG_STATUS_SINCE = 9;
    private static final int NO_KEYS = 0x0000;
    private static final int GLOBAL_LINK_KEY = 0x0004;
    private static final int HAVE_TRUST_CENTER_LINK_KEY = 0x0010;
    private static final int CHILD = 20;
    private static final int NEIGHBOR = 16;
    private static final int ROUTE = 8;

    private final Ncp ncp;
    private final Nvram nvram;
    private final Stack stack;
    private final Neighbourhood neighbourhood;

    NetworkCommands(Ncp ncp, Nvram nvram, Stack stack, Neighbourhood neighbourhood) {
        this.ncp = ncp;
        this.nvram = nvram;
        this.stack = stack;
        this.neighbourhood = neighbourhood;
    }

    void addTo(CommandTable table) {
        table.put(0x10, "setConcentrator", (in, out) -> {
                    in.skip("concentrator", 10);
                    answer(out, EmberStatus.SUCCESS);
                })
                .put(0x17, "networkInit", this::networkInit)
                .put(0x18, "networkState", (in, out) -> out.u8(stack.isUp() ? JOINED : NO_NETWORK))
                .put(0x1A, "startScan", this::startScan)
                .put(0x1D, "stopScan", (in, out) -> answer(out, EmberStatus.SUCCESS))
                .put(0x1E, "formNetwork", this::formNetwork)
                .put(0x1F, "joinNetwork", this::joinNetwork)
                .put(0x20, "leaveNetwork", this::leaveNetwork)
                .put(0x21, "findAndRejoinNetwork", this::rejoin)
                .put(0x22, "permitJoining", this::permitJoining)
                .put(0x26, "getEui64", (in, out) -> out.u64(stack.address().value()))
                .put(0x27, "getNodeId", (in, out) -> out.u16(stack.shortAddress()))
                .put(0x28, "getNetworkParameters", (in, out) -> stack.writeMembership(out))
                .put(
                        0x29,
                        "getParentChildParameters",
                        (in, out) -> out.u8(0).u64(0).u16(ShortAddresses.UNKNOWN))
                .put(0x41, "sendManyToOneRouteRequest", (in, out) -> {
                    in.skip("concentratorType and radius", 3);
                    answer(out, stack.isUp() ? EmberStatus.SUCCESS : EmberStatus.NETWORK_DOWN);
                })
                .put(0x4A, "getChildData", (in, out) -> none(in, out, EmberStatus.NOT_JOINED, CHILD))
                .put(0x5A, "setSourceRouteDiscoveryMode", (in, out) -> {
                    in.skip("mode", 1);
                    out.u32(0);
                })
                .put(0x68, "setInitialSecurityState", this::setSecurity)
                .put(0x69, "getCurrentSecurityState", this::security)
                .put(0x77, "tokenFactoryReset", (in, out) -> in.rest())
                .put(0x79, "getNeighbor", (in, out) -> none(in, out, EmberStatus.BAD_ARGUMENT, NEIGHBOR))
                .put(0x7A, "neighborCount", (in, out) -> out.u8(0))
                .put(0x7B, "getRouteTableEntry", (in, out) -> none(in, out, EmberStatus.BAD_ARGUMENT, ROUTE))
                .put(0x7E, "setExtendedTimeout", (in, out) -> in.skip("remoteEui64 and extendedTimeout", 9))
                .put(0x99, "setRadioPower", this::setPower)
                .put(0x9A, "setRadioChannel", this::setChannel);
    }

    private static void answer(OctetWriter out, EmberStatus status) {
        out.u8(status.code());
    }

    private static void none(OctetReader in, OctetWriter out, EmberStatus status, int length) {
        in.skip("index", 1);
        out.u8(status.code()).octets(Octets.copyOf(new byte[length]));
    }

    /** Tolerated: one known host leaves the structure out that came with version 6. */
    private void networkInit(OctetReader in, OctetWriter out) {
        if (in.left() > 0) {
            in.skip("networkInitStruct", 2);
        }
        if (nvram.membership().isEmpty()) {
            answer(out, EmberStatus.NOT_JOINED);
        } else {
            if (!stack.isUp()) {
                stack.comeUp();
            }
            answer(out, EmberStatus.SUCCESS);
        }
    }

    private void startScan(OctetReader in, OctetWriter out) {
        int type = in.u8("scanType");
        long mask = in.u32("channelMask");
        in.skip("duration", 1);
        out.u8(EmberStatus.SUCCESS.code());
        if (ncp.ezspVersion() >= LONG_STATUS_SINCE) {
            out.u8(0).u16(0);
        }
        ncp.afterwards(() -> {
            if (type == ENERGY_SCAN) {
                scanEnergy(mask);
            } else {
                neighbourhood
                        .coordinator()
                        .filter(it -> it != stack)
                        .ifPresent(it -> it.nvram()
                                .membership()
                                .ifPresent(found -> stack.callbacks().network(found.network(), it.permits())));
            }
            stack.callbacks().scanComplete();
        });
    }

    /** Our own network is what makes a channel busy. */
    private void scanEnergy(long mask) {
        int own = neighbourhood
                .coordinator()
                .flatMap(it -> it.nvram().membership())
                .map(it -> it.network().channel())
                .orElse(0);
        for (int channel = FIRST_CHANNEL; channel <= LAST_CHANNEL; channel++) {
            if ((mask >> channel & 1) != 0) {
                stack.callbacks().energy(channel, channel == own ? BUSY : QUIET + channel % 5);
            }
        }
    }

    private void formNetwork(OctetReader in, OctetWriter out) {
        var parameters = NetworkParameters.read(in);
        var refusal = refusal("formNetwork", parameters);
        if (refusal == EmberStatus.SUCCESS && neighbourhood.coordinator().isPresent()) {
            ncp.departure("formNetwork needs a HAN without a coordinator, found one");
            refusal = EmberStatus.INVALID_CALL;
        }
        if (refusal == EmberStatus.SUCCESS) {
            nvram.join(new Nvram.Membership(
                    Nvram.COORDINATOR, parameters, stack.security().orElseThrow()));
            stack.comeUp();
        }
        answer(out, refusal);
    }

    private EmberStatus refusal(String command, NetworkParameters parameters) {
        if (stack.isUp()) {
            ncp.departure(command + " needs the network to be down, sent while it is up");
            return EmberStatus.INVALID_CALL;
        }
        if (stack.security().isEmpty()) {
            ncp.departure(command + " needs an initial security state, sent without");
            return EmberStatus.SECURITY_STATE_NOT_SET;
        }
        return NetworkParameters.isChannel(parameters.channel())
                ? EmberStatus.SUCCESS
                : EmberStatus.PHY_INVALID_CHANNEL;
    }

    private void joinNetwork(OctetReader in, OctetWriter out) {
        int type = in.u8("nodeType");
        var parameters = NetworkParameters.read(in);
        var refusal = type == Nvram.ROUTER ? refusal("joinNetwork", parameters) : EmberStatus.BAD_ARGUMENT;
        answer(out, refusal);
        if (refusal == EmberStatus.SUCCESS) {
            ncp.afterwards(() -> neighbourhood
                    .admit(parameters, stack.security().orElseThrow())
                    .ifPresentOrElse(
                            it -> {
                                nvram.join(it);
                                stack.comeUp();
                            },
                            () -> stack.callbacks().stackStatus(EmberStatus.JOIN_FAILED)));
        }
    }

    private void leaveNetwork(OctetReader in, OctetWriter out) {
        boolean member = nvram.membership().isPresent();
        answer(out, member ? EmberStatus.SUCCESS : EmberStatus.INVALID_CALL);
        if (member) {
            ncp.afterwards(stack::leave);
        }
    }

    /** Later versions have a reason and a node type behind the channels. */
    private void rejoin(OctetReader in, OctetWriter out) {
        in.skip("haveCurrentNetworkKey and channelMask", 5);
        in.rest();
        boolean member = nvram.membership().isPresent();
        answer(out, member ? EmberStatus.SUCCESS : EmberStatus.NOT_JOINED);
        if (member && !stack.isUp()) {
            stack.comeUp();
        }
    }

    private void permitJoining(OctetReader in, OctetWriter out) {
        int seconds = in.u8("duration");
        answer(out, stack.isUp() ? EmberStatus.SUCCESS : EmberStatus.INVALID_CALL);
        if (stack.isUp()) {
            ncp.afterwards(() -> neighbourhood.permit(stack, seconds));
        } else {
            ncp.departure("permitJoining needs the network to be up, sent while it is down");
        }
    }

    private void setSecurity(OctetReader in, OctetWriter out) {
        var security = Security.read(in);
        if (stack.isUp()) {
            ncp.departure("setInitialSecurityState needs the network to be down, sent while it is up");
            answer(out, EmberStatus.INVALID_CALL);
        } else {
            stack.secure(security);
            answer(out, EmberStatus.SUCCESS);
        }
    }

    private void security(OctetReader in, OctetWriter out) {
        answer(out, stack.isUp() ? EmberStatus.SUCCESS : EmberStatus.NOT_JOINED);
        out.u16(stack.isUp() ? GLOBAL_LINK_KEY | HAVE_TRUST_CENTER_LINK_KEY : NO_KEYS);
        out.u64(neighbourhood.coordinator().map(it -> it.address().value()).orElse(0L));
    }

    private void setPower(OctetReader in, OctetWriter out) {
        int power = in.u8("power");
        change(it -> it.withPower(power));
        answer(out, EmberStatus.SUCCESS);
    }

    private void setChannel(OctetReader in, OctetWriter out) {
        int channel = in.u8("channel");
        boolean valid = NetworkParameters.isChannel(channel);
        if (valid) {
            change(it -> it.onChannel(channel));
        }
        answer(out, valid ? EmberStatus.SUCCESS : EmberStatus.PHY_INVALID_CHANNEL);
    }

    private void change(UnaryOperator<NetworkParameters> how) {
        nvram.membership()
                .ifPresent(
                        it -> nvram.join(new Nvram.Membership(it.nodeType(), how.apply(it.network()), it.security())));
    }
}
