package io.hanproof.dongle;

import com.zsmartsystems.zigbee.IeeeAddress;
import com.zsmartsystems.zigbee.ZigBeeNodeStatus;
import com.zsmartsystems.zigbee.ZigBeeNwkAddressMode;
import com.zsmartsystems.zigbee.aps.ZigBeeApsFrame;
import com.zsmartsystems.zigbee.transport.ZigBeeTransportProgressState;
import com.zsmartsystems.zigbee.transport.ZigBeeTransportReceive;
import com.zsmartsystems.zigbee.transport.ZigBeeTransportState;
import com.zsmartsystems.zigbee.transport.ZigBeeTransportTransmit;
import io.hanproof.lab.Delivery;
import io.hanproof.octets.Eui64;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReferenceArray;
import org.jspecify.annotations.Nullable;

/** A stick of another family, as far as the library's common interface carries it. */
final class PlainTransport implements Transport, ZigBeeTransportReceive {
    private static final int TAGS = 0x100;
    private static final int FIRST_BROADCAST = 0xFFF8;
    private static final int RADIUS = 31;
    private static final Duration CLOSING = Duration.ofMillis(1_900);

    private final StickFamily family;
    private final Hears hears;
    private final LinePort port;
    private final ZigBeeTransportTransmit dongle;
    private final AtomicReferenceArray<@Nullable Fate> byTag = new AtomicReferenceArray<>(TAGS);
    private final AtomicInteger next = new AtomicInteger();
    private final AtomicBoolean over = new AtomicBoolean();
    private volatile boolean started;

    PlainTransport(Line line, StickFamily family, Hears hears) {
        this.family = family;
        this.hears = hears;
        this.port = new LinePort(line, new AshWatch(), this::lost);
        this.dongle = PlainDongles.make(family, port);
        dongle.setZigBeeTransportReceive(this);
    }

    ZigBeeTransportTransmit dongle() {
        return dongle;
    }

    void started() {
        started = true;
    }

    @Override
    public Eui64 address() {
        return EmberFrames.eui64(dongle.getIeeeAddress());
    }

    @Override
    public void send(Datagram datagram, Fate fate) {
        int tag = next.updateAndGet(it -> it % (TAGS - 1) + 1); // an XBee confirms no frame with number 0
        var forgotten = byTag.getAndSet(tag, fate);
        if (forgotten != null) {
            forgotten.settled(Delivery.UNKNOWN);
        }
        var frame = new ZigBeeApsFrame();
        frame.setAddressMode(ZigBeeNwkAddressMode.DEVICE);
        frame.setDestinationAddress(datagram.peer());
        frame.setProfile(datagram.profile());
        frame.setCluster(datagram.cluster());
        frame.setSourceEndpoint(datagram.sourceEndpoint());
        frame.setDestinationEndpoint(datagram.destinationEndpoint());
        frame.setSecurityEnabled(datagram.secured());
        frame.setAckRequest(datagram.acknowledged());
        frame.setRadius(RADIUS);
        frame.setApsCounter(tag);
        frame.setPayload(EmberFrames.ints(datagram.payload()));
        dongle.sendCommand(tag, frame);
    }

    /** These sticks are not asked: who is where comes from announcements and from the nodes themselves. */
    @Override
    public int shortOf(Eui64 node) {
        return AddressBook.UNKNOWN;
    }

    @Override
    public void whoIs(int shortAddress) {
        hears.unknown(shortAddress);
    }

    @Override
    public List<String> limits() {
        return PlainDongles.limits(family);
    }

    @Override
    public boolean answersZdo() {
        return false;
    }

    @Override
    public void receiveCommand(ZigBeeApsFrame frame) {
        boolean broadcast = frame.getDestinationAddress() >= FIRST_BROADCAST;
        hears.heard(new Datagram(
                frame.getSourceAddress(),
                broadcast,
                frame.getProfile(),
                frame.getCluster(),
                frame.getSourceEndpoint(),
                frame.getDestinationEndpoint(),
                frame.getSecurityEnabled(),
                !broadcast && frame.getAckRequest(),
                EmberFrames.octets(frame.getPayload())));
    }

    @Override
    public void receiveCommandState(int msgTag, ZigBeeTransportProgressState state) {
        switch (state) {
            case RX_ACK -> settled(msgTag, Delivery.DELIVERED);
            case RX_NAK, TX_NAK -> settled(msgTag, Delivery.LOST);
            case TX_ACK -> {} // the stick has it; what became of it comes later
        }
    }

    private void settled(int tag, Delivery delivery) {
        var fate = byTag.getAndSet(tag % TAGS, null);
        if (fate != null) {
            fate.settled(delivery);
        }
    }

    @Override
    public void nodeStatusUpdate(ZigBeeNodeStatus status, Integer networkAddress, IeeeAddress ieeeAddress) {
        var node = EmberFrames.eui64(ieeeAddress);
        if (status == ZigBeeNodeStatus.DEVICE_LEFT) {
            hears.left(node);
        } else {
            hears.learnt(networkAddress, node);
        }
    }

    @Override
    public void setTransportState(ZigBeeTransportState state) {
        if (started && state == ZigBeeTransportState.OFFLINE) {
            lost("the stick does not answer any more, or its network is down");
        }
    }

    private void lost(String reason) {
        if (over.compareAndSet(false, true)) {
            hears.lost(reason);
        }
    }

    @Override
    public void close() {
        over.set(true);
        var closing = Waits.aside("hanproof-stick-close", () -> {
            dongle.shutdown();
            return true;
        });
        Waits.done(closing, CLOSING);
        port.close();
    }
}
