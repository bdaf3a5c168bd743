package io.hanproof.lab;

import io.hanproof.lab.FaultRule.Effect;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.random.RandomGenerator;

/**
 * Does to the frames of a radio what fault rules want, where the air is real and nobody can disturb it: what is to be lost is not
 * sent, and what has arrived is not told. The recording shows what really crossed the air.
 */
public final class DisturbedRadio implements WrappedRadio {
    private static final Duration APS_RETRY = Duration.ofMillis(1_600);
    private static final int ATTEMPTS = 4;

    private final Radio radio;
    private final Timeline timeline;
    private final ArmedFaults faults;
    private final List<Runnable> held = new ArrayList<>();
    private Consumer<ApsFrame> listener = frame -> {};
    private BiConsumer<ApsFrame, Delivery> confirmation = (frame, delivery) -> {};
    private Consumer<DutyCycle> dutyListener = state -> {};

    public DisturbedRadio(Radio radio, Timeline timeline, RandomGenerator chance) {
        this.radio = radio;
        this.timeline = timeline;
        this.faults = new ArmedFaults(chance);
        radio.listen(this::arrived);
        radio.confirm((frame, delivery) -> confirmation.accept(frame, delivery));
        radio.dutyCycle(state -> dutyListener.accept(state));
    }

    /** Puts a rule in force, after those already there; the first that takes hold of a frame decides. */
    public void disturb(FaultRule rule) {
        faults.add(rule);
    }

    /** Tells the radio's owner that its duty cycle is in that state, whatever it has transmitted. */
    public void tellDutyCycle(DutyCycle state) {
        dutyListener.accept(state);
    }

    @Override
    public Radio radio() {
        return radio;
    }

    @Override
    public void listen(Consumer<ApsFrame> listener) {
        this.listener = listener;
    }

    @Override
    public void confirm(BiConsumer<ApsFrame, Delivery> listener) {
        this.confirmation = listener;
    }

    @Override
    public void dutyCycle(Consumer<DutyCycle> listener) {
        this.dutyListener = listener;
    }

    @Override
    public void send(ApsFrame frame) {
        if (faults.isEmpty()) {
            radio.send(frame);
        } else {
            attempt(frame, 1);
        }
    }

    private void attempt(ApsFrame frame, int attempt) {
        var effect = faults.on(frame);
        if (effect.isEmpty()) {
            transmit(frame);
            return;
        }
        switch (effect.get()) {
            case Effect.Lose() -> {
                if (frame.acknowledged() && attempt < ATTEMPTS) {
                    timeline.in(APS_RETRY, () -> attempt(frame, attempt + 1));
                } else {
                    confirm(frame, Delivery.LOST);
                }
            }
            case Effect.LoseFrame() ->
                timeline.in(APS_RETRY.multipliedBy(ATTEMPTS), () -> confirm(frame, Delivery.LOST));
            case Effect.DropAbove() -> confirm(frame, Delivery.DELIVERED);
            case Effect.Duplicate(var after) -> {
                transmit(frame);
                timeline.in(after, () -> transmit(frame));
            }
            case Effect.Delay(var by) -> timeline.in(by, () -> transmit(frame));
            case Effect.Reorder(var atMost) -> hold(() -> radio.send(frame), atMost);
        }
    }

    private void transmit(ApsFrame frame) {
        radio.send(frame);
        release();
    }

    private void confirm(ApsFrame frame, Delivery delivery) {
        if (frame.acknowledged()) {
            timeline.in(Duration.ZERO, () -> confirmation.accept(frame, delivery));
        }
    }

    private void arrived(ApsFrame frame) {
        Optional<Effect> effect = faults.isEmpty() ? Optional.empty() : faults.on(frame);
        if (effect.isEmpty()) {
            tell(frame);
            return;
        }
        switch (effect.get()) {
            // it has been acknowledged below: its sender will not repeat it of its own accord
            case Effect.Lose lost -> {}
            case Effect.LoseFrame lost -> {}
            case Effect.DropAbove dropped -> {}
            case Effect.Duplicate(var after) -> {
                tell(frame);
                timeline.in(after, () -> listener.accept(frame));
            }
            case Effect.Delay(var by) -> timeline.in(by, () -> listener.accept(frame));
            case Effect.Reorder(var atMost) -> hold(() -> listener.accept(frame), atMost);
        }
    }

    private void tell(ApsFrame frame) {
        listener.accept(frame);
        release();
    }

    private void hold(Runnable what, Duration atMost) {
        held.add(what);
        timeline.in(atMost, () -> {
            if (held.remove(what)) {
                what.run();
            }
        });
    }

    private void release() {
        var due = List.copyOf(held);
        held.clear();
        due.forEach(Runnable::run);
    }
}
