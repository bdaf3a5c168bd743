package io.hanproof.doors;

import io.hanproof.lab.ApsFrame;
import io.hanproof.lab.BenchFault;
import io.hanproof.lab.Delivery;
import io.hanproof.lab.DutyCycle;
import io.hanproof.lab.Radio;
import io.hanproof.octets.Eui64;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.Consumer;

/** The radio of a node that joined a HAN by its socket. */
final class SocketRadio implements Radio {
    private final NodeDescription node;
    private final Consumer<NodeMessage> out;
    private final Map<Integer, ApsFrame> undelivered = new HashMap<>();
    private Consumer<ApsFrame> listener = frame -> {};
    private BiConsumer<ApsFrame, Delivery> confirmation = (frame, delivery) -> {};
    private Consumer<DutyCycle> dutyListener = state -> {};
    private int lastId;
    private boolean closed;

    SocketRadio(NodeDescription node, Consumer<NodeMessage> out) {
        this.node = node;
        this.out = out;
    }

    @Override
    public Eui64 address() {
        return node.eui64();
    }

    @Override
    public void listen(Consumer<ApsFrame> listener) {
        this.listener = listener;
    }

    @Override
    public void confirm(BiConsumer<ApsFrame, Delivery> listener) {
        confirmation = listener;
    }

    @Override
    public void dutyCycle(Consumer<DutyCycle> listener) {
        dutyListener = listener;
    }

    void told(DutyCycle state) {
        dutyListener.accept(state);
    }

    @Override
    public void send(ApsFrame frame) {
        if (closed) {
            throw new BenchFault("the radio of %s is closed and cannot send".formatted(address()));
        }
        out.accept(new NodeMessage.Frame(
                frame, frame.acknowledged() ? Optional.of(awaitDelivery(frame)) : Optional.empty()));
    }

    private int awaitDelivery(ApsFrame frame) {
        do {
            lastId = lastId == Integer.MAX_VALUE ? 0 : lastId + 1;
        } while (undelivered.containsKey(lastId));
        undelivered.put(lastId, frame);
        return lastId;
    }

    /** Which endpoint and profile a frame is for is the node's business, not the HAN's. */
    void arrived(ApsFrame frame) {
        if (node.takes(frame.destinationEndpoint(), frame.profile())) {
            listener.accept(frame);
        }
    }

    void delivered(int id, boolean ok) {
        var frame = undelivered.remove(id);
        if (frame == null) {
            throw new BadInput("id", "%d names no frame that awaits its delivery".formatted(id));
        }
        confirmation.accept(frame, ok ? Delivery.DELIVERED : Delivery.LOST);
    }

    /** Without power a node forgets what it had begun. */
    void forget() {
        undelivered.clear();
    }

    @Override
    public void close() {
        if (!closed) {
            closed = true;
            out.accept(new NodeMessage.Leave());
        }
    }
}
