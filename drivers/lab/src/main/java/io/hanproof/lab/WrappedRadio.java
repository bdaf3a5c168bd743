package io.hanproof.lab;

import io.hanproof.octets.Eui64;
import java.util.function.BiConsumer;
import java.util.function.Consumer;

/** A radio around another: what it does not change it passes on. */
public interface WrappedRadio extends Radio {
    Radio radio();

    @Override
    default Eui64 address() {
        return radio().address();
    }

    @Override
    default void listen(Consumer<ApsFrame> listener) {
        radio().listen(listener);
    }

    @Override
    default void confirm(BiConsumer<ApsFrame, Delivery> listener) {
        radio().confirm(listener);
    }

    @Override
    default void dutyCycle(Consumer<DutyCycle> listener) {
        radio().dutyCycle(listener);
    }

    @Override
    default void send(ApsFrame frame) {
        radio().send(frame);
    }

    @Override
    default void close() {
        radio().close();
    }
}
