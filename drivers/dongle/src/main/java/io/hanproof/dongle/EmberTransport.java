package io.hanproof.dongle;

import com.zsmartsystems.zigbee.IeeeAddress;
import com.zsmartsystems.zigbee.dongle.ember.ezsp.EzspFrame;
import com.zsmartsystems.zigbee.dongle.ember.ezsp.EzspFrameRequest;
import com.zsmartsystems.zigbee.dongle.ember.ezsp.EzspFrameResponse;
import com.zsmartsystems.zigbee.dongle.ember.ezsp.command.EzspCustomFrameHandler;
import com.zsmartsystems.zigbee.dongle.ember.ezsp.command.EzspCustomFrameResponse;
import com.zsmartsystems.zigbee.dongle.ember.ezsp.command.EzspIncomingMessageHandler;
import com.zsmartsystems.zigbee.dongle.ember.ezsp.command.EzspInvalidCommandResponse;
import com.zsmartsystems.zigbee.dongle.ember.ezsp.command.EzspLookupEui64ByNodeIdRequest;
import com.zsmartsystems.zigbee.dongle.ember.ezsp.command.EzspLookupEui64ByNodeIdResponse;
import com.zsmartsystems.zigbee.dongle.ember.ezsp.command.EzspLookupNodeIdByEui64Request;
import com.zsmartsystems.zigbee.dongle.ember.ezsp.command.EzspLookupNodeIdByEui64Response;
import com.zsmartsystems.zigbee.dongle.ember.ezsp.command.EzspMessageSentHandler;
import com.zsmartsystems.zigbee.dongle.ember.ezsp.command.EzspSendBroadcastResponse;
import com.zsmartsystems.zigbee.dongle.ember.ezsp.command.EzspSendUnicastResponse;
import com.zsmartsystems.zigbee.dongle.ember.ezsp.command.EzspTrustCenterJoinHandler;
import com.zsmartsystems.zigbee.dongle.ember.ezsp.structure.EmberDeviceUpdate;
import com.zsmartsystems.zigbee.dongle.ember.ezsp.structure.EmberStatus;
import com.zsmartsystems.zigbee.dongle.ember.internal.EzspProtocolHandler;
import com.zsmartsystems.zigbee.dongle.ember.internal.transaction.EzspSingleResponseTransaction;
import io.hanproof.lab.BenchFault;
import io.hanproof.lab.Delivery;
import io.hanproof.octets.Eui64;
import io.hanproof.octets.Octets;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * An EmberZNet stick as datagrams. Frames are queued and their confirmations matched by number when they come: nothing
 * on the way of a block waits for an answer.
 */
final class EmberTransport implements Transport {
    static final int LAST_VERSION_WITH_KEYS = 12;
    private static final Duration CLOSING = Duration.ofMillis(1_900);
    private static final int LOOKUP_SECONDS = 2;
    private static final String CLOSED = "the stick is closed";

    private final EmberDongle dongle;
    private final LinePort port;
    private final Hears hears;
    private final EmberFlight flight = new EmberFlight();
    private final ConcurrentHashMap<Integer, Integer> lookups = new ConcurrentHashMap<>();
    private final AtomicReference<@Nullable String> over = new AtomicReference<>();
    private volatile Consumer<Octets> reports = octets -> {};
    private volatile boolean formed;
    private volatile int version;
    private volatile Eui64 address = new Eui64(0);

    EmberTransport(Line line, AshWatch watch, Hears hears) {
        this.hears = hears;
        this.port = new LinePort(line, watch, this::lost);
        this.dongle = new EmberDongle(port, this::heard, () -> lost("%s: %s".formatted(line.name(), watch.whyDown())));
    }

    EmberDongle dongle() {
        return dongle;
    }

    /** From now on it is on its network. */
    void started(Eui64 self, int ezspVersion) {
        address = self;
        version = ezspVersion;
    }

    /** The network is made with the keys that were given: one that was found has its own. */
    void formed() {
        formed = true;
    }

    boolean hasFormed() {
        return formed;
    }

    int version() {
        return version;
    }

    @Override
    public Eui64 address() {
        return address;
    }

    @Override
    public void send(Datagram datagram, Fate fate) {
        int tag = flight.take(fate);
        var request = datagram.broadcast() ? EmberFrames.broadcast(datagram, tag) : EmberFrames.unicast(datagram, tag);
        flight.sequence(request.getSequenceNumber(), tag);
        queue(request);
    }

    /** @throws BenchFault when the stick is gone or closed, or another has changed the library's one version */
    private void queue(EzspFrameRequest request) {
        var wire = wire();
        if (EzspFrame.getEzspVersion() != version) {
            throw new BenchFault("a stick with EZSP %d was opened beside one with EZSP %d: one program can use only one"
                    .formatted(EzspFrame.getEzspVersion(), version));
        }
        wire.queueFrame(request);
    }

    private EzspProtocolHandler wire() {
        var reason = over.get();
        var wire = dongle.wire();
        if (reason != null || wire == null) {
            throw new BenchFault(reason == null ? CLOSED : reason);
        }
        return wire;
    }

    /** Tells the emulated bench behind the stick something, and waits for no answer. */
    void order(Octets order) {
        queue(EmberFrames.custom(order));
    }

    /** Tells the emulated bench behind the stick something: its reply, or nothing when it does not know such orders. */
    Optional<Octets> ask(Octets order, Duration within) {
        return transact(EmberFrames.custom(order), EzspCustomFrameResponse.class, within)
                .filter(it -> it.getStatus() == EmberStatus.EMBER_SUCCESS)
                .map(it -> EmberFrames.octets(it.getReply()));
    }

    /** Who is told what the emulated bench reports. */
    void onReport(Consumer<Octets> listener) {
        reports = listener;
    }

    <T extends EzspFrameResponse> Optional<T> transact(EzspFrameRequest request, Class<T> answer, Duration within) {
        var transaction = new EzspSingleResponseTransaction(request, answer);
        wire().sendEzspTransaction(transaction, within.toSeconds());
        return Optional.ofNullable(transaction.getResponse()).map(answer::cast);
    }

    @Override
    public int shortOf(Eui64 node) {
        var request = new EzspLookupNodeIdByEui64Request();
        request.setEui64(new IeeeAddress(node.toString()));
        return transact(request, EzspLookupNodeIdByEui64Response.class, Duration.ofSeconds(LOOKUP_SECONDS))
                .map(EzspLookupNodeIdByEui64Response::getNodeId)
                .filter(it -> it < 0xFFF8)
                .orElse(AddressBook.UNKNOWN);
    }

    @Override
    public void whoIs(int shortAddress) {
        var request = new EzspLookupEui64ByNodeIdRequest();
        request.setNodeId(shortAddress);
        lookups.put(request.getSequenceNumber(), shortAddress);
        queue(request);
    }

    /** On the one thread that the library hands frames on with; must not wait for any. */
    private void heard(EzspFrame frame) {
        try {
            take(frame);
        } catch (RuntimeException e) {
            lost("the driver of the stick failed: " + e); // the library would swallow it
        }
    }

    private void take(EzspFrame frame) {
        switch (frame) {
            case EzspIncomingMessageHandler it -> EmberFrames.datagram(it).ifPresent(hears::heard);
            case EzspMessageSentHandler it -> flight.sent(it.getMessageTag(), delivery(it));
            case EzspSendUnicastResponse it -> flight.answered(it.getSequenceNumber(), it.getStatus());
            case EzspSendBroadcastResponse it -> flight.answered(it.getSequenceNumber(), it.getStatus());
            case EzspCustomFrameHandler it -> reports.accept(EmberFrames.octets(it.getPayload()));
            case EzspTrustCenterJoinHandler it -> joined(it);
            case EzspLookupEui64ByNodeIdResponse it -> lookedUp(it);
            case EzspInvalidCommandResponse it -> flight.invalid(it.getSequenceNumber(), it.getReason());
            default -> {} // answers that somebody waits for, and news of the mesh that nobody needs
        }
    }

    private static Delivery delivery(EzspMessageSentHandler it) {
        return it.getStatus() == EmberStatus.EMBER_SUCCESS ? Delivery.DELIVERED : Delivery.LOST;
    }

    private void joined(EzspTrustCenterJoinHandler it) {
        var node = EmberFrames.eui64(it.getNewNodeEui64());
        if (it.getStatus() == EmberDeviceUpdate.EMBER_DEVICE_LEFT) {
            hears.left(node);
        } else {
            hears.learnt(it.getNewNodeId(), node);
        }
    }

    private void lookedUp(EzspLookupEui64ByNodeIdResponse it) {
        var asked = lookups.remove(it.getSequenceNumber());
        if (asked == null) {
            return;
        }
        if (it.getStatus() == EmberStatus.EMBER_SUCCESS) {
            hears.learnt(asked, EmberFrames.eui64(it.getEui64()));
        } else {
            hears.unknown(asked);
        }
    }

    private void lost(String reason) {
        if (over.compareAndSet(null, reason)) {
            hears.lost(reason);
        }
    }

    @Override
    public List<String> limits() {
        return List.of();
    }

    @Override
    public boolean answersZdo() {
        return true;
    }

    @Override
    public void close() {
        over.compareAndSet(null, CLOSED);
        var closing = Waits.aside("hanproof-stick-close", () -> {
            dongle.shutdown();
            return true;
        });
        Waits.done(closing, CLOSING);
        port.close();
    }
}
