package io.hanproof.lab;

import io.hanproof.octets.Eui64;
import java.util.function.BiConsumer;
import java.util.function.Consumer;

/** One ZigBee radio on the HAN, real or simulated. Frames and confirmations arrive on the timeline's thread. */
public interface Radio extends AutoCloseable {
    /** The node's own address. */
    Eui64 address();

    /** Who is told of arriving frames: one listener, the last one named. */
    void listen(Consumer<ApsFrame> listener);

    /** Who is told what became of frames sent with {@code acknowledged}. */
    void confirm(BiConsumer<ApsFrame, Delivery> listener);

    /** Who is told when the sub-GHz duty cycle moves the node into another state; a 2.4 GHz radio never tells. */
    void dutyCycle(Consumer<DutyCycle> listener);

    /**
     * Sends from this node.
     *
     * @throws BenchFault when the radio cannot
     */
    void send(ApsFrame frame);

    @Override
    void close();
}
