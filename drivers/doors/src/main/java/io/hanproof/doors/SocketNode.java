package io.hanproof.doors;

import io.hanproof.lab.BenchFault;
import io.hanproof.lab.Radio;
import io.hanproof.lab.Timeline;
import io.hanproof.octets.Octets;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;

/**
 * A node of ours on somebody's HAN, by the HAN socket. It is given a radio and a timeline, as on any other HAN; whoever
 * makes the node builds its device on them, lets it {@link #run}, and joins anew with a fresh device for the next session.
 */
public final class SocketNode implements AutoCloseable {
    private final Wire wire;
    private final SocketRadio radio;
    private final NodeClock clock;
    private final int shortAddress;
    private final List<Neighbour> neighbours;
    private Consumer<Boolean> powerListener = on -> {};
    private Consumer<Octets> gbcsListener = message -> {};
    private NeighbourListener neighbourListener = (neighbour, on) -> {};
    private Consumer<String> complaintListener = complaint -> {};
    private volatile boolean ended;

    /** Is told of nodes that join the HAN, and leave it. */
    @FunctionalInterface
    public interface NeighbourListener {
        /** @param on whether it joined */
        void changed(Neighbour neighbour, boolean on);
    }

    private SocketNode(Wire wire, NodeDescription self, TimeMode time, HanMessage.Joined joined) {
        this.wire = wire;
        this.radio = new SocketRadio(self, this::say);
        this.shortAddress = joined.shortAddress();
        this.neighbours = joined.nodes();
        this.clock = switch (time) {
            case LOCKSTEP -> new LockstepClock(joined.now(), this::say);
            case WALL -> new WallClock();
        };
    }

    /**
     * Joins, and waits for as long as it takes until a scenario begins there.
     *
     * @param product what it says it is
     * @throws HanClosed when nobody is there, or goes before the node has joined
     * @throws BenchFault when the node is refused
     */
    public static SocketNode join(InetSocketAddress han, NodeDescription self, TimeMode time, String product) {
        try {
            var wire = Wire.ofNode(connect(han));
            try {
                wire.write(new NodeMessage.Join(self, time, product, true, true).json());
                var node = new SocketNode(wire, self, time, awaitJoined(wire, han));
                wire.limit(Wire.LINE_LIMIT);
                return node;
            } catch (IOException | BenchFault e) {
                wire.close();
                throw e;
            }
        } catch (IOException e) {
            throw new HanClosed("no HAN at %s: %s".formatted(han, e.getMessage()));
        }
    }

    private static Socket connect(InetSocketAddress han) throws IOException {
        var socket = new Socket();
        try {
            socket.connect(han, (int) Duration.ofSeconds(10).toMillis());
            return socket;
        } catch (IOException e) {
            socket.close();
            throw e;
        }
    }

    private static HanMessage.Joined awaitJoined(Wire wire, InetSocketAddress han) throws IOException {
        while (true) {
            Line line = wire.next();
            if (line.isLast()) {
                throw new HanClosed("the HAN at %s closed before a scenario began".formatted(han));
            }
            try {
                switch (HanMessage.read(line.fields())) {
                    case HanMessage.Joined joined -> {
                        return joined;
                    }
                    case HanMessage.Refused(var reason) ->
                        throw new BenchFault("the HAN at %s refuses the node: %s".formatted(han, reason));
                    case HanMessage.Complaint(var fault) ->
                        throw new BenchFault("the HAN at %s does not understand the node: %s".formatted(han, fault));
                    case HanMessage.Frame frame -> throw tooEarly();
                    case HanMessage.NodeChanged changed -> throw tooEarly();
                    case HanMessage.Delivered delivered -> throw tooEarly();
                    case HanMessage.Advance advance -> throw tooEarly();
                    case HanMessage.Power power -> throw tooEarly();
                    case HanMessage.Gbcs gbcs -> throw tooEarly();
                }
            } catch (BadInput bad) {
                wire.write(new NodeMessage.Complaint(Fault.of(line.number(), bad)).json());
            }
        }
    }

    private static BadInput tooEarly() {
        return new BadInput("type", "joined comes first");
    }

    public Radio radio() {
        return radio;
    }

    public Timeline timeline() {
        return clock.timeline();
    }

    public int shortAddress() {
        return shortAddress;
    }

    /** Every other node that was on the HAN when this one joined. */
    public List<Neighbour> neighbours() {
        return neighbours;
    }

    /** Who is told when mains is lost or restored. */
    public void onPower(Consumer<Boolean> listener) {
        powerListener = listener;
    }

    /** Who is told when another node joins or leaves. */
    public void onNeighbour(NeighbourListener listener) {
        neighbourListener = listener;
    }

    /** Who is told when the HAN does not understand this node, or this node the HAN. */
    public void onComplaint(Consumer<String> listener) {
        complaintListener = listener;
    }

    /** Whether it can receive: not while it restarts or sleeps. */
    public void receiver(boolean on) {
        say(new NodeMessage.Receiver(on));
    }

    /** Sends a GBCS message: a device to its hub; a hub to the device that the message names as recipient. */
    public void gbcs(Octets message) {
        say(new NodeMessage.Gbcs(message));
    }

    /** Who is told of GBCS messages: a device's, of those for it; a hub's, of those that devices send. */
    public void onGbcs(Consumer<Octets> listener) {
        gbcsListener = listener;
    }

    /** Puts a sentence into the evidence. */
    public void note(String text) {
        say(new NodeMessage.Remark(text));
    }

    /**
     * From any thread: lets {@code what} happen on the timeline's thread. In lockstep it happens when time next comes to
     * the node, even if to the same instant.
     */
    public void post(Runnable what) {
        clock.post(what);
    }

    /** Takes part in the HAN until the session ends, on the thread that calls. */
    public void run() {
        try (this) {
            clock.run(this);
        }
    }

    /** The next line of the HAN's; the last one when the session is over. */
    Line hear() {
        try {
            return wire.next();
        } catch (IOException e) {
            return new Line.End(0);
        }
    }

    /** Takes what one line says. Says whether it is to be answered with {@code idle}, in lockstep. */
    boolean take(Line line) {
        try {
            HanMessage message = HanMessage.read(line.fields());
            if (message instanceof HanMessage.Complaint(var fault)) {
                complaintListener.accept("the HAN does not understand this node: " + fault);
                return false;
            }
            clock.comeTo(message);
            take(message);
        } catch (BadInput bad) {
            var fault = Fault.of(line.number(), bad);
            complaintListener.accept("this node does not understand the HAN: " + fault);
            say(new NodeMessage.Complaint(fault));
        }
        return true;
    }

    private void take(HanMessage message) {
        switch (message) {
            case HanMessage.Frame(var frame, var at) -> radio.arrived(frame);
            case HanMessage.Delivered(int id, boolean ok, var at) -> radio.delivered(id, ok);
            case HanMessage.Power(boolean on, var at) -> {
                radio.forget();
                clock.power(on);
                powerListener.accept(on);
            }
            case HanMessage.NodeChanged(boolean on, var neighbour, var at) -> neighbourListener.changed(neighbour, on);
            case HanMessage.Advance(var to, var dutyCycle) -> dutyCycle.ifPresent(radio::told); // time has come already
            case HanMessage.Gbcs(var octets, var at) -> gbcsListener.accept(octets);
            case HanMessage.Joined joined -> throw new BadInput("type", "this node has joined already");
            case HanMessage.Refused refused -> throw new BadInput("type", "this node has joined already");
            case HanMessage.Complaint complaint -> {}
        }
    }

    private void say(NodeMessage message) {
        try {
            wire.put(message.json());
            if (clock.saysAtOnce() || message instanceof NodeMessage.Idle || message instanceof NodeMessage.Leave) {
                wire.flush();
            }
        } catch (IOException e) {
            ended = true; // as the reader will find, too
        }
    }

    boolean isEnded() {
        return ended;
    }

    void end() {
        ended = true;
    }

    /** Leaves the HAN; {@link #run} returns. From any thread. */
    @Override
    public void close() {
        ended = true;
        wire.close();
    }
}
