package io.hanproof.ncp;

import io.hanproof.lab.ApsFrame;
import io.hanproof.lab.Delivery;
import io.hanproof.lab.Radio;
import io.hanproof.octets.Eui64;
import io.hanproof.octets.OctetWriter;
import io.hanproof.octets.Octets;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** A stick's place on the network: what it is there, and what it sends and hears. */
final class Stack {
    static final int ZDO_PROFILE = 0x0000;

    private static final int NOT_ON_A_NETWORK = 0xFFFE;
    private static final int LONGEST_MESSAGE = 82;
    private static final int SEQUENCES = 0x100;

    private final Eui64 address;
    private final Nvram nvram;
    private final Neighbourhood neighbourhood;
    private final Ncp ncp;
    private final Callbacks callbacks;
    private final TreeMap<Integer, EndpointDescription> endpoints = new TreeMap<>();
    private final IdentityHashMap<ApsFrame, Outgoing> outgoing = new IdentityHashMap<>();
    private @Nullable Radio radio;
    private Optional<Security> security = Optional.empty();
    private boolean permitting;
    private int apsSequence;
    private int room = 10;

    /**
     * A message on its way.
     *
     * @param type how it was addressed: 0 for a unicast by short address
     * @param destination as the host gave it
     */
    record Outgoing(int type, int destination, ApsHeader header, int tag) {}

    Stack(Eui64 address, Nvram nvram, Neighbourhood neighbourhood, Ncp ncp) {
        this.address = address;
        this.nvram = nvram;
        this.neighbourhood = neighbourhood;
        this.ncp = ncp;
        this.callbacks = new Callbacks(ncp);
    }

    Eui64 address() {
        return address;
    }

    Callbacks callbacks() {
        return callbacks;
    }

    boolean isUp() {
        return radio != null;
    }

    boolean isCoordinator() {
        return nvram.membership().map(it -> it.nodeType() == Nvram.COORDINATOR).orElse(false);
    }

    boolean permits() {
        return isUp() && permitting;
    }

    void permit(boolean now) {
        if (permitting != now) {
            permitting = now;
            callbacks.stackStatus(now ? EmberStatus.NETWORK_OPENED : EmberStatus.NETWORK_CLOSED);
        }
    }

    int shortAddress() {
        return isUp() ? neighbourhood.addresses().of(address) : NOT_ON_A_NETWORK;
    }

    Nvram nvram() {
        return nvram;
    }

    /** The keys that the next network is formed or joined with. */
    void secure(Security keys) {
        security = Optional.of(keys);
    }

    Optional<Security> security() {
        return security;
    }

    /** How many acknowledged messages may be on their way at once. */
    void room(int messages) {
        room = messages;
    }

    void add(EndpointDescription endpoint) {
        endpoints.put(endpoint.number(), endpoint);
    }

    List<EndpointDescription> endpoints() {
        return List.copyOf(endpoints.values());
    }

    Neighbour asNeighbour() {
        return new Neighbour(address, shortAddress(), isCoordinator(), true, endpoints());
    }

    /** Comes up on the network that it is a member of. */
    void comeUp() {
        if (isCoordinator()) {
            neighbourhood.addresses().coordinator(address);
        }
        tuneIn();
        ncp.afterwards(() -> {
            callbacks.stackStatus(EmberStatus.NETWORK_UP);
            neighbourhood.cameUp(this);
        });
    }

    /** Takes its place on the HAN there is now. */
    void tuneIn() {
        outgoing.clear();
        permitting = false;
        Radio joined = neighbourhood.han().join(address, endpoints.keySet());
        joined.listen(this::incoming);
        joined.confirm(this::confirmed);
        radio = joined;
    }

    void leave() {
        goDown();
        nvram.leave();
        neighbourhood.addresses().forget(address);
        callbacks.stackStatus(EmberStatus.NETWORK_DOWN);
    }

    void reset() {
        goDown();
        endpoints.clear();
        security = Optional.empty();
    }

    private void goDown() {
        if (radio != null) {
            radio.close();
            radio = null;
        }
        outgoing.clear();
        permitting = false;
    }

    /** The number of the next message above the network layer. */
    int nextSequence() {
        apsSequence = (apsSequence + 1) % SEQUENCES;
        return apsSequence;
    }

    EmberStatus unicast(Outgoing message, int to, Octets contents) {
        var refusal = refusal(message.header(), contents);
        if (refusal != EmberStatus.SUCCESS) {
            return refusal;
        }
        if (message.header().profile() == ZDO_PROFILE) {
            ncp.afterwards(() -> neighbourhood.zdo().unicast(this, message, to, contents));
            return EmberStatus.SUCCESS;
        }
        var destination = neighbourhood.addresses().owner(to);
        boolean secured = message.header().secured();
        if (secured && !destination.map(it -> neighbourhood.sharesKey(this, it)).orElse(false)) {
            return EmberStatus.APS_ENCRYPTION_ERROR;
        }
        if (message.header().acknowledged() && outgoing.size() >= room) {
            return EmberStatus.MAX_MESSAGE_LIMIT_REACHED;
        }
        destination.ifPresentOrElse(
                it -> transmit(it, message, secured, contents),
                () -> ncp.afterwards(() -> callbacks.messageSent(message, EmberStatus.DELIVERY_FAILED)));
        return EmberStatus.SUCCESS;
    }

    private EmberStatus refusal(ApsHeader header, Octets contents) {
        if (!isUp()) {
            ncp.departure("a message needs the network to be up, sent while it is down");
            return EmberStatus.NETWORK_DOWN;
        }
        if (contents.length() > LONGEST_MESSAGE) {
            return EmberStatus.MESSAGE_TOO_LONG;
        }
        if (header.profile() != ZDO_PROFILE && !endpoints.containsKey(header.sourceEndpoint())) {
            ncp.departure(
                    "sourceEndpoint needs one of %s, found %d".formatted(endpoints.keySet(), header.sourceEndpoint()));
            return EmberStatus.INVALID_ENDPOINT;
        }
        return EmberStatus.SUCCESS;
    }

    private void transmit(Eui64 to, Outgoing message, boolean secured, Octets contents) {
        var header = message.header();
        var frame = new ApsFrame(
                address,
                to,
                header.profile(),
                header.cluster(),
                header.sourceEndpoint(),
                header.destinationEndpoint(),
                secured,
                header.acknowledged() && !to.isBroadcast(),
                contents);
        if (frame.acknowledged()) {
            outgoing.put(frame, message);
        } else {
            ncp.afterwards(() -> callbacks.messageSent(message, EmberStatus.SUCCESS));
        }
        if (radio != null) {
            radio.send(frame);
        }
    }

    EmberStatus broadcast(Outgoing message, Octets contents) {
        var refusal = refusal(message.header(), contents);
        if (refusal == EmberStatus.SUCCESS && message.header().profile() == ZDO_PROFILE) {
            ncp.afterwards(() -> neighbourhood.zdo().broadcast(this, message, contents));
        } else if (refusal == EmberStatus.SUCCESS) {
            transmit(Eui64.BROADCAST, message, false, contents);
        }
        return refusal;
    }

    /** No node of this HAN is a member of any group. */
    EmberStatus multicast(Outgoing message, Octets contents) {
        var refusal = refusal(message.header(), contents);
        if (refusal == EmberStatus.SUCCESS) {
            ncp.afterwards(() -> callbacks.messageSent(message, EmberStatus.SUCCESS));
        }
        return refusal;
    }

    private void confirmed(ApsFrame frame, Delivery delivery) {
        Outgoing message = outgoing.remove(frame);
        if (message != null) {
            boolean delivered = delivery == Delivery.DELIVERED;
            callbacks.messageSent(message, delivered ? EmberStatus.SUCCESS : EmberStatus.DELIVERY_FAILED);
        }
    }

    /** What the link key does not open is dropped below the host. */
    private void incoming(ApsFrame frame) {
        if (frame.secured() && !neighbourhood.sharesKey(this, frame.source())) {
            return;
        }
        int options = (frame.secured() ? ApsHeader.ENCRYPTION : 0) | (frame.acknowledged() ? ApsHeader.RETRY : 0);
        var header = new ApsHeader(
                frame.profile(),
                frame.cluster(),
                frame.sourceEndpoint(),
                frame.destinationEndpoint(),
                options,
                0,
                nextSequence());
        int sender = neighbourhood.addresses().of(frame.source());
        callbacks.incoming(frame.destination().isBroadcast(), header, sender, frame.zcl());
    }

    /** What it says of itself when asked for its place. */
    OctetWriter writeMembership(OctetWriter out) {
        var present = nvram.membership().filter(it -> isUp());
        return present.map(Nvram.Membership::network)
                .orElse(NetworkParameters.NONE)
                .write(out.u8((isUp() ? EmberStatus.SUCCESS : EmberStatus.NOT_JOINED).code())
                        .u8(present.map(Nvram.Membership::nodeType).orElse(0)));
    }
}
