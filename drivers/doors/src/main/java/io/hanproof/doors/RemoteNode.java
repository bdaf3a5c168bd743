package io.hanproof.doors;

import io.hanproof.lab.ApsFrame;
import io.hanproof.lab.BenchFault;
import io.hanproof.lab.Delivery;
import io.hanproof.lab.Radio;
import io.hanproof.lab.SimulatedHan;
import io.hanproof.octets.Decoded;
import io.hanproof.octets.Eui64;
import io.hanproof.octets.Octets;
import io.hanproof.zcl.Cluster;
import io.hanproof.zcl.Direction;
import io.hanproof.zcl.FrameType;
import io.hanproof.zcl.ZclHeader;
import io.hanproof.zcl.ota.ImageBlockResponse;
import java.io.IOException;
import java.time.Duration;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;

/** A node on our HAN whose owner is at the far end of a HAN socket. */
public final class RemoteNode {
    private final SocketBench bench;
    private final SimulatedHan han;
    private final NodeDescription description;
    private final String product;
    private final Radio radio;
    private final boolean hearsDutyCycle;
    private final boolean takesGbcs;
    private final Wire wire;
    private final Pace pace;
    private final IdentityHashMap<ApsFrame, Integer> due = new IdentityHashMap<>();
    private final Set<Integer> dueIds = new HashSet<>();
    private TurnListener turns = servedBlocksOnly -> {};
    private Optional<Fault> lastFault = Optional.empty();
    private boolean on = true;
    private boolean hears = true;
    private boolean awaited;
    private boolean gone;
    private boolean servedBlocks;
    private boolean didMore;

    /** Is told of each turn that a node in lockstep has had. */
    @FunctionalInterface
    public interface TurnListener {
        /** @param servedBlocksOnly whether all that happened is that image blocks were asked for, sent or delivered */
        void turned(boolean servedBlocksOnly);
    }

    RemoteNode(
            SocketBench bench,
            SimulatedHan han,
            NodeMessage.Join join,
            Wire wire,
            BiFunction<RemoteNode, Wire, Pace> pace) {
        this.bench = bench;
        this.han = han;
        this.description = join.node();
        this.product = join.product();
        this.wire = wire;
        this.radio = han.join(address(), description.endpointNumbers());
        this.pace = pace.apply(this, wire);
        radio.listen(it -> tell(new HanMessage.Frame(it, han.timeline().instant())));
        radio.confirm(this::confirmed);
        this.takesGbcs = join.gbcs();
        this.hearsDutyCycle = join.dutyCycle() && join.time() == TimeMode.LOCKSTEP;
        if (hearsDutyCycle) {
            radio.dutyCycle(it -> tell(new HanMessage.Advance(han.timeline().instant(), Optional.of(it))));
        }
        han.onPower(address(), this::power);
    }

    public Eui64 address() {
        return description.eui64();
    }

    public NodeDescription description() {
        return description;
    }

    /** Whether it wants to be told the state of its duty cycle, and can be. */
    public boolean hearsDutyCycle() {
        return hearsDutyCycle;
    }

    /** Whether it said, as it joined, that it takes and sends GBCS messages. */
    public boolean takesGbcs() {
        return takesGbcs;
    }

    /**
     * Has a GBCS message come to it, at the present instant; it is lost while the node is off or does not hear.
     *
     * @throws BenchFault when it takes none
     */
    public void gbcs(Octets message) {
        if (!takesGbcs) {
            throw new BenchFault("%s did not say, as it joined, that it takes GBCS messages".formatted(this));
        }
        if (message.length() > NodeMessage.LONGEST_GBCS) {
            throw new BenchFault("a GBCS message at the HAN socket has %d octets at most, found %d"
                    .formatted(NodeMessage.LONGEST_GBCS, message.length()));
        }
        var unused = han.timeline().in(Duration.ZERO, () -> {
            if (on && hears) {
                tell(new HanMessage.Gbcs(message, han.timeline().instant()));
            }
        });
    }

    /** What it says it is. */
    public String product() {
        return product;
    }

    /**
     * In lockstep, lets it act at the present instant upon what reached it by another way, as over the WAN.
     *
     * @throws io.hanproof.lab.BenchFault when it is gone, or does not come to an end with it
     */
    public void catchUp() {
        didMore = true;
        pace.catchUp();
    }

    /** Who is told after each of its turns, in lockstep: one listener, the last one named. */
    public void onTurn(TurnListener listener) {
        turns = listener;
    }

    /** A scenario relies on it: should it go, the scenario cannot be decided. */
    RemoteNode awaited() {
        awaited = true;
        return this;
    }

    boolean isAwaited() {
        return awaited;
    }

    boolean isOn() {
        return on;
    }

    Optional<Fault> lastFault() {
        return lastFault;
    }

    void tell(HanMessage message) {
        if (!gone) {
            didMore |= !(message instanceof HanMessage.Frame || message instanceof HanMessage.Advance);
            pace.tell(message);
        }
    }

    /** A timer or a frame that came to nothing but blocks is what goes on thousands of times in every transfer. */
    void turned() {
        boolean blocksOnly = servedBlocks && !didMore;
        servedBlocks = false;
        didMore = false;
        turns.turned(blocksOnly);
    }

    private void confirmed(ApsFrame frame, Delivery delivery) {
        Integer id = due.remove(frame);
        if (id == null || gone) {
            return;
        }
        dueIds.remove(id);
        boolean ok = delivery == Delivery.DELIVERED;
        if (ok && isBlock(frame)) {
            servedBlocks = true;
        } else {
            didMore = true;
        }
        pace.tell(new HanMessage.Delivered(id, ok, han.timeline().instant()));
    }

    private void power(boolean now) {
        on = now;
        hears = true; // as from mains
        due.clear(); // what it had begun it has forgotten
        dueIds.clear();
        tell(new HanMessage.Power(now, han.timeline().instant()));
    }

    void hear(Line line) throws IOException {
        if (line instanceof Line.End) {
            hungUp();
            return;
        }
        try {
            take(NodeMessage.read(line.fields(), address()));
        } catch (BadInput bad) {
            var fault = Fault.of(line.number(), bad);
            lastFault = Optional.of(fault);
            bench.record(Optional.of(address()), fault);
            if (line.isLast()) {
                hungUp();
            } else {
                wire.write(new HanMessage.Complaint(fault).json());
            }
        }
    }

    private void take(NodeMessage message) {
        switch (message) {
            case NodeMessage.Frame(var frame, var id) -> send(frame, id);
            case NodeMessage.Idle(var until) -> pace.idle(until);
            case NodeMessage.Receiver(boolean now) -> {
                didMore = true;
                hears = now;
                han.deaf(address(), !now);
            }
            case NodeMessage.Gbcs(var octets) -> {
                if (!takesGbcs) {
                    throw new BadInput("type", "gbcs was not said in join");
                }
                didMore = true;
                bench.pass(this, octets);
            }
            case NodeMessage.Remark(var text) -> bench.note(this, text);
            case NodeMessage.Complaint(var fault) -> bench.note(this, "did not understand " + fault);
            case NodeMessage.Leave() -> bench.gone(this, "left the HAN");
            case NodeMessage.Join join -> throw new BadInput("type", "has joined already");
            case NodeMessage.OtherVersion join -> throw new BadInput("type", "has joined already");
        }
    }

    private void send(ApsFrame frame, Optional<Integer> id) {
        if (frame.acknowledged()) {
            int number = id.orElseThrow();
            if (!dueIds.add(number)) {
                throw new BadInput("id", "%d names a frame that is not delivered yet".formatted(number));
            }
            due.put(frame, number);
        }
        if (isBlock(frame)) {
            servedBlocks = true;
        } else {
            didMore = true;
        }
        radio.send(frame);
    }

    private static boolean isBlock(ApsFrame frame) {
        return frame.cluster() == Cluster.OTA.id()
                && ZclHeader.read(frame.zcl()) instanceof Decoded.Value<ZclHeader>(var header)
                && header.frameType() == FrameType.CLUSTER
                && header.direction() == Direction.TO_CLIENT
                && header.commandId() == ImageBlockResponse.ID;
    }

    void hungUp() {
        bench.gone(this, "hung up");
    }

    void close() {
        gone = true;
        pace.end();
        wire.close();
        radio.close();
    }

    @Override
    public String toString() {
        return "node %s (%s)".formatted(address(), description.device());
    }
}
