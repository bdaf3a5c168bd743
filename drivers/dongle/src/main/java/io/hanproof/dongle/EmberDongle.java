package io.hanproof.dongle;

import com.zsmartsystems.zigbee.IeeeAddress;
import com.zsmartsystems.zigbee.ZigBeeNodeStatus;
import com.zsmartsystems.zigbee.aps.ZigBeeApsFrame;
import com.zsmartsystems.zigbee.dongle.ember.ZigBeeDongleEzsp;
import com.zsmartsystems.zigbee.dongle.ember.ezsp.EzspFrame;
import com.zsmartsystems.zigbee.dongle.ember.ezsp.command.EzspStackStatusHandler;
import com.zsmartsystems.zigbee.dongle.ember.ezsp.command.EzspVersionResponse;
import com.zsmartsystems.zigbee.dongle.ember.ezsp.structure.EmberStatus;
import com.zsmartsystems.zigbee.dongle.ember.internal.EzspProtocolHandler;
import com.zsmartsystems.zigbee.transport.ZigBeePort;
import com.zsmartsystems.zigbee.transport.ZigBeeTransportProgressState;
import com.zsmartsystems.zigbee.transport.ZigBeeTransportReceive;
import com.zsmartsystems.zigbee.transport.ZigBeeTransportState;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * The library's driver of EmberZNet sticks, of which we take the link, the codec and the commands. Every EZSP frame
 * goes to us as it comes off the link: what the library would make of it has lost whom a broadcast was for, and is
 * handed on through another thread, out of order.
 */
final class EmberDongle extends ZigBeeDongleEzsp {
    private final Consumer<EzspFrame> listener;
    private final Runnable onDown;
    private final CompletableFuture<EzspVersionResponse> version = new CompletableFuture<>();
    private final LinkedBlockingQueue<EmberStatus> statuses = new LinkedBlockingQueue<>();

    EmberDongle(ZigBeePort port, Consumer<EzspFrame> listener, Runnable onDown) {
        super(port);
        this.listener = listener;
        this.onDown = onDown;
        setPollRate(0); // a link that fails says so itself
        setZigBeeTransportReceive(new Deaf());
    }

    @Override
    public void handlePacket(EzspFrame frame) {
        if (frame instanceof EzspVersionResponse it) {
            version.complete(it);
        } else if (frame instanceof EzspStackStatusHandler it) {
            statuses.add(it.getStatus());
        }
        listener.accept(frame);
    }

    @Override
    public void handleLinkStateChange(boolean linkState) {
        if (!linkState) {
            onDown.run();
        }
    }

    /** The first answer to the first question; of a version that the library does not know it tells nobody. */
    CompletableFuture<EzspVersionResponse> version() {
        return version;
    }

    /** What the stick has said of its network and nobody has taken yet. */
    LinkedBlockingQueue<EmberStatus> statuses() {
        return statuses;
    }

    /** Where frames go out; nothing before the start and after the end. */
    @Nullable
    EzspProtocolHandler wire() {
        return getProtocolHandler();
    }

    /** The library insists on somebody to tell. */
    private static final class Deaf implements ZigBeeTransportReceive {
        @Override
        public void receiveCommand(ZigBeeApsFrame apsFrame) {}

        @Override
        public void setTransportState(ZigBeeTransportState state) {}

        @Override
        public void nodeStatusUpdate(ZigBeeNodeStatus status, Integer networkAddress, IeeeAddress ieeeAddress) {}

        @Override
        public void receiveCommandState(int msgTag, ZigBeeTransportProgressState state) {}
    }
}
