package io.hanproof.hub;

import io.hanproof.lab.ApsFrame;
import io.hanproof.lab.Delivery;
import io.hanproof.lab.DutyCycle;
import io.hanproof.lab.Radio;
import io.hanproof.octets.Eui64;
import io.hanproof.octets.Octets;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.Consumer;

/** A radio without a HAN: keeps what is sent, and lets a test speak. */
final class FakeRadio implements Radio {
    private final Eui64 address;
    private final List<ApsFrame> sent = new ArrayList<>();
    private Consumer<ApsFrame> listener = frame -> {};
    private Consumer<DutyCycle> dutyCycle = state -> {};

    FakeRadio(Eui64 address) {
        this.address = address;
    }

    List<ApsFrame> sent() {
        var all = List.copyOf(sent);
        sent.clear();
        return all;
    }

    List<Octets> said() {
        return sent().stream().map(ApsFrame::zcl).toList();
    }

    void hear(Eui64 from, int cluster, String zcl) {
        hear(new ApsFrame(from, address, 0x0109, cluster, 1, 0x7B, true, true, Octets.hex(zcl)));
    }

    void hear(ApsFrame frame) {
        listener.accept(frame);
    }

    void turn(DutyCycle state) {
        dutyCycle.accept(state);
    }

    @Override
    public Eui64 address() {
        return address;
    }

    @Override
    public void listen(Consumer<ApsFrame> to) {
        listener = to;
    }

    @Override
    public void confirm(BiConsumer<ApsFrame, Delivery> to) {
        // nothing is lost here
    }

    @Override
    public void dutyCycle(Consumer<DutyCycle> to) {
        dutyCycle = to;
    }

    @Override
    public void send(ApsFrame frame) {
        sent.add(frame);
    }

    @Override
    public void close() {
        // nothing to close
    }
}
