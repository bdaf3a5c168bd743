package io.hanproof.lab;

import io.hanproof.octets.Eui64;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.random.RandomGenerator;

/**
 * A HAN without radio hardware: every node one hop from every other, on one channel, with the air time of a
 * {@link LinkBudget} and the faults that a scenario asks for.
 */
public final class SimulatedHan {
    private final Timeline timeline;
    private final LinkBudget budget;
    private final FrameTap tap;
    private final Air air;
    private final ArmedFaults faults;
    private final List<Transmission> held = new ArrayList<>();
    private Node[] nodes = {};

    /** @param chance what fault rules with a probability roll with */
    public SimulatedHan(Timeline timeline, LinkBudget budget, FrameTap tap, RandomGenerator chance) {
        this.timeline = timeline;
        this.budget = budget;
        this.tap = tap;
        this.air = new Air(budget);
        this.faults = new ArmedFaults(chance);
    }

    public Timeline timeline() {
        return timeline;
    }

    /**
     * A node joins, powered.
     *
     * @param endpoints those it has; a frame to another one does not reach it
     * @throws BenchFault when the address is taken
     */
    public Radio join(Eui64 address, Set<Integer> endpoints) {
        for (Node node : nodes) {
            if (node.address().equals(address)) {
                throw new BenchFault("%s is on the HAN already".formatted(address));
            }
        }
        var node = new Node(this, address, endpoints, new DutyMeter(budget.dutyCycle()));
        nodes = Arrays.copyOf(nodes, nodes.length + 1);
        nodes[nodes.length - 1] = node;
        return node;
    }

    /**
     * Switches a node on or off. Off, it receives nothing; what it sends all the same is carried, for a monitor to see.
     */
    public void power(Eui64 address, boolean on) {
        Node node = node(address);
        if (node.isOn() != on) {
            tap.power(timeline.nanos(), address, on);
            node.power(on);
        }
    }

    public boolean isPowered(Eui64 address) {
        return node(address).isOn();
    }

    /** Who is told when the node is switched on or off, after those named before. */
    public void onPower(Eui64 address, Consumer<Boolean> told) {
        node(address).onPower(told);
    }

    /** Closes a node's ears, as while it restarts, or opens them. */
    public void deaf(Eui64 address, boolean deaf) {
        node(address).deaf(deaf);
    }

    /** Tells a node that its duty cycle is in that state, whatever it has transmitted. */
    public void dutyCycle(Eui64 address, DutyCycle state) {
        node(address).tellDutyCycle(state);
    }

    /** Puts a fault rule in force, after those already there; the first that takes hold of a transmission decides. */
    public void fault(FaultRule rule) {
        faults.add(rule);
    }

    public void clearFaults() {
        faults.clear();
    }

    void send(Node sender, ApsFrame frame) {
        int number = tap.sent(timeline.nanos(), frame);
        new Transmission(this, sender, frame, number).transmit();
    }

    void leave(Node node) {
        nodes = Arrays.stream(nodes).filter(it -> it != node).toArray(Node[]::new);
    }

    /** Every node, for as long as the caller looks: joining and leaving make another array. */
    Node[] nodes() {
        return nodes;
    }

    Air air() {
        return air;
    }

    FrameTap tap() {
        return tap;
    }

    ArmedFaults faults() {
        return faults;
    }

    boolean metersDuty() {
        return budget.limitsDuty();
    }

    void hold(Transmission transmission) {
        held.add(transmission);
    }

    /** Lets frames that waited for the next one on their way arrive now that it has. */
    void passed(Transmission passing) {
        for (int i = held.size() - 1; i >= 0; i--) {
            if (held.get(i).goesTheWayOf(passing)) {
                held.remove(i).arriveNow();
            }
        }
    }

    void unhold(Transmission transmission) {
        held.remove(transmission);
    }

    private Node node(Eui64 address) {
        for (Node node : nodes) {
            if (node.address().equals(address)) {
                return node;
            }
        }
        throw new IllegalArgumentException("no node %s on the HAN at %s".formatted(address, instant()));
    }

    private Instant instant() {
        return timeline.instant();
    }
}
