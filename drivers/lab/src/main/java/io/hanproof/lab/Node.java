package io.hanproof.lab;

import io.hanproof.octets.Eui64;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.Consumer;

/** One node of the simulated HAN, as itself and as the radio its owner holds. */
final class Node implements Radio {
    private static final int ALL_ENDPOINTS = 255;

    private final SimulatedHan han;
    private final Eui64 address;
    private final BitSet endpoints = new BitSet();
    private final DutyMeter meter;
    private final List<Consumer<Boolean>> powerListeners = new ArrayList<>();

    private Consumer<ApsFrame> listener = frame -> {};
    private BiConsumer<ApsFrame, Delivery> confirmation = (frame, delivery) -> {};
    private boolean confirms;
    private Consumer<DutyCycle> dutyListener = state -> {};
    private DutyCycle duty = DutyCycle.NORMAL;
    private boolean dutyWatched;
    private boolean on = true;
    private boolean deaf;
    private boolean closed;
    private int powerCuts;

    Node(SimulatedHan han, Eui64 address, Set<Integer> endpoints, DutyMeter meter) {
        this.han = han;
        this.address = address;
        this.meter = meter;
        endpoints.forEach(this.endpoints::set);
    }

    @Override
    public Eui64 address() {
        return address;
    }

    @Override
    public void listen(Consumer<ApsFrame> listener) {
        this.listener = listener;
    }

    @Override
    public void confirm(BiConsumer<ApsFrame, Delivery> listener) {
        this.confirmation = listener;
        this.confirms = true;
    }

    @Override
    public void dutyCycle(Consumer<DutyCycle> listener) {
        this.dutyListener = listener;
    }

    @Override
    public void send(ApsFrame frame) {
        if (closed) {
            throw new BenchFault("the radio of %s is closed and cannot send".formatted(address));
        }
        if (!frame.source().equals(address)) {
            throw new IllegalArgumentException("%s cannot send for %s".formatted(address, frame.source()));
        }
        if (frame.destination().isBroadcast() && (frame.secured() || frame.acknowledged())) {
            throw new IllegalArgumentException("a broadcast has neither APS security nor an acknowledgement");
        }
        han.send(this, frame);
    }

    @Override
    public void close() {
        if (!closed) {
            closed = true;
            han.leave(this);
        }
    }

    boolean hears(int endpoint, boolean broadcast) {
        return on && !deaf && !closed && (endpoints.get(endpoint) || (broadcast && endpoint == ALL_ENDPOINTS));
    }

    void receive(ApsFrame frame) {
        listener.accept(frame);
    }

    boolean confirms() {
        return confirms;
    }

    void confirmed(ApsFrame frame, Delivery delivery) {
        confirmation.accept(frame, delivery);
    }

    boolean isOn() {
        return on;
    }

    boolean isClosed() {
        return closed;
    }

    /** How often power was cut: what a node had begun before a cut it has forgotten. */
    int powerCuts() {
        return powerCuts;
    }

    void onPower(Consumer<Boolean> told) {
        powerListeners.add(told);
    }

    void power(boolean now) {
        on = now;
        if (!now) {
            powerCuts++;
        }
        List.copyOf(powerListeners).forEach(it -> it.accept(now));
    }

    void deaf(boolean now) {
        deaf = now;
    }

    boolean isSuspended() {
        return duty == DutyCycle.SUSPENDED;
    }

    void tellDutyCycle(DutyCycle state) {
        dutyListener.accept(state);
    }

    void transmitted(long airNanos) {
        meter.transmitted(han.timeline().nanos(), airNanos);
        weighDuty();
    }

    private void weighDuty() {
        Timeline timeline = han.timeline();
        DutyCycle state = meter.state(timeline.nanos());
        if (state != duty) {
            duty = state;
            timeline.at(timeline.nanos(), () -> dutyListener.accept(state)); // not in the middle of a send
        }
        if (state != DutyCycle.NORMAL && !dutyWatched) {
            dutyWatched = true;
            timeline.at(timeline.nanos() + DutyMeter.SLICE, this::weighDutyAgain);
        }
    }

    private void weighDutyAgain() {
        dutyWatched = false;
        if (!closed) {
            weighDuty();
        }
    }
}
