package io.hanproof.doors;

import io.hanproof.lab.BenchFault;
import io.hanproof.lab.SimulatedHan;
import io.hanproof.lab.WanMessage;
import io.hanproof.octets.Eui64;
import io.hanproof.octets.Octets;
import io.hanproof.profile.DeviceKind;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executor;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.BiFunction;
import java.util.function.Consumer;

/**
 * The nodes at the HAN socket in one scenario. Except for closing it, all of it happens on the thread that advances the
 * timeline.
 */
public final class SocketBench implements AutoCloseable {
    private static final int KEPT_AT_MOST = 10_000;

    private final Reception reception;
    private final SimulatedHan han;
    private final TimeMode time;
    private final BiFunction<RemoteNode, Wire, Pace> pace;
    private final Executor timelineThread;
    private final Roster roster = new Roster();
    private final LinkedBlockingQueue<Arrival> arrivals = new LinkedBlockingQueue<>();
    private final List<RemoteNode> nodes = new CopyOnWriteArrayList<>(); // it may be closed from another thread
    private final List<ProtocolError> errors = new ArrayList<>();
    private final Map<Eui64, Consumer<Octets>> gbcs = new HashMap<>();
    private Consumer<ProtocolError> errorListener = error -> {};
    private Consumer<Note> noteListener = note -> {};
    private int notes;
    private String trouble = "";
    private volatile boolean closed;

    /** @param timelineThread takes arrivals where it need not wait for them */
    SocketBench(
            Reception reception,
            SimulatedHan han,
            TimeMode time,
            BiFunction<RemoteNode, Wire, Pace> pace,
            Executor timelineThread) {
        this.reception = reception;
        this.han = han;
        this.time = time;
        this.pace = pace;
        this.timelineThread = timelineThread;
    }

    /** Who is told of lines that a peer may not have sent. */
    public void onProtocolError(Consumer<ProtocolError> listener) {
        errorListener = listener;
    }

    /** Who is told what nodes say about themselves. */
    public void onNote(Consumer<Note> listener) {
        noteListener = listener;
    }

    /**
     * Who, in this process, takes GBCS messages that come by the socket for that node: for a device those that it is the
     * recipient of, for the hub all that devices send.
     */
    public void onGbcs(Eui64 local, Consumer<Octets> listener) {
        gbcs.put(local, listener);
    }

    /** On a HAN a device speaks with its hub, and the hub with the device that a message is for. */
    void pass(RemoteNode from, Octets message) {
        Optional<Eui64> to =
                from.description().device() == DeviceKind.HUB ? new WanMessage.Gbcs(message).recipient() : roster.hub();
        Optional<RemoteNode> remote = to.flatMap(this::node).filter(RemoteNode::takesGbcs);
        Optional<Consumer<Octets>> local = to.map(gbcs::get);
        if (remote.isPresent()) {
            remote.get().gbcs(message);
        } else if (local.isPresent()) {
            var unused = han.timeline().in(Duration.ZERO, () -> local.get().accept(message));
        } else {
            note(from, "a GBCS message for nobody here: " + message.hex());
        }
    }

    private Optional<RemoteNode> node(Eui64 address) {
        return nodes.stream().filter(it -> it.address().equals(address)).findFirst();
    }

    /** The node that has joined by the socket under that address. */
    public Optional<RemoteNode> joinedAs(Eui64 address) {
        return node(address);
    }

    /** What peers sent in this scenario that they may not have sent, in order; the first ten thousand of it. */
    public List<ProtocolError> protocolErrors() {
        return List.copyOf(errors);
    }

    /** A node that lives in this process is on the HAN from now on. */
    public void joined(NodeDescription local) {
        tellOthers(roster.admit(local), true);
    }

    /** A node that lives in this process is not on the HAN any more. */
    public void left(Eui64 local) {
        roster.dismiss(local).ifPresent(it -> tellOthers(it, false));
    }

    /**
     * A node of that kind that has joined by the socket, the next one if some were named before. Others may join
     * meanwhile; time does not pass in lockstep.
     *
     * @param patience how long on the wall
     * @throws BenchFault when none has joined by then
     */
    public RemoteNode awaitNode(DeviceKind device, Duration patience) {
        boolean there = time == TimeMode.LOCKSTEP
                ? receive(device, patience)
                : han.timeline()
                        .advanceUntil(
                                () -> find(device).isPresent(),
                                han.timeline().instant().plus(patience));
        if (!there) {
            throw new BenchFault("no %s joined at the HAN socket within %s%s"
                    .formatted(device, patience, trouble.isEmpty() ? "" : "; last, " + trouble));
        }
        return find(device).orElseThrow().awaited();
    }

    /**
     * Makes sure, in lockstep, that every node that the scenario waited for is still there.
     *
     * @throws BenchFault when one is not
     */
    public void check() {
        nodes.forEach(RemoteNode::catchUp);
    }

    private Optional<RemoteNode> find(DeviceKind device) {
        return nodes.stream()
                .filter(it -> !it.isAwaited() && it.description().device() == device)
                .findFirst();
    }

    private boolean receive(DeviceKind device, Duration patience) {
        var wait = new Object();
        var timeUp = new CompletableFuture<Boolean>()
                .completeOnTimeout(true, patience.toMillis(), TimeUnit.MILLISECONDS)
                .thenAccept(it -> arrivals.add(new Arrival.TimeUp(wait)));
        try {
            boolean over = false;
            while (find(device).isEmpty() && !over) {
                Arrival next = arrivals.take();
                over = next instanceof Arrival.TimeUp(var token) && token == wait;
                take(next);
            }
            return find(device).isPresent();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new BenchFault("interrupted while waiting for a %s at the HAN socket".formatted(device), e);
        } finally {
            timeUp.cancel(false);
        }
    }

    /** From any thread: why the node may not join, or its address is taken for it. */
    Optional<String> refusal(NodeMessage.Join join) {
        return join.time() == time
                ? roster.reserve(join.node())
                : Optional.of("time \"%s\" needed, found \"%s\""
                        .formatted(time.word(), join.time().word()));
    }

    /** From any thread. */
    void arrive(Arrival arrival) {
        if (arrivals.size() >= KEPT_AT_MOST && !(arrival instanceof Arrival.Joining)) {
            return;
        }
        arrivals.add(arrival);
        if (closed) {
            giveBack();
        } else if (time == TimeMode.WALL) {
            timelineThread.execute(this::takeArrivals);
        }
    }

    private void takeArrivals() {
        for (var next = arrivals.poll(); next != null && !closed; next = arrivals.poll()) {
            take(next);
        }
    }

    /** Who came too late for this scenario waits for the next. */
    private void giveBack() {
        for (var late = arrivals.poll(); late != null; late = arrivals.poll()) {
            if (late instanceof Arrival.Joining(var wire, var join)) {
                var unused = Threads.start("hanproof-han-socket", () -> reception.handOver(wire, join));
            }
        }
    }

    private void take(Arrival arrival) {
        switch (arrival) {
            case Arrival.Joining(var wire, var join) -> admit(wire, join);
            case Arrival.Erred(var fault) -> record(Optional.empty(), fault);
            case Arrival.SentAway(var reason) -> trouble = "a peer was refused: " + reason;
            case Arrival.TimeUp wait -> {}
        }
    }

    private void admit(Wire wire, NodeMessage.Join join) {
        var node = new RemoteNode(this, han, join, wire, pace);
        var neighbour = roster.admit(join.node());
        nodes.add(node);
        node.tell(new HanMessage.Joined(
                neighbour.shortAddress(), han.timeline().instant(), roster.othersThan(node.address())));
        if (nodes.contains(node)) {
            tellOthers(neighbour, true);
        }
    }

    private void tellOthers(Neighbour about, boolean on) {
        for (var node : nodes) {
            if (!node.address().equals(about.node().eui64())) {
                node.tell(new HanMessage.NodeChanged(on, about, han.timeline().instant()));
            }
        }
    }

    /** @throws BenchFault when the scenario cannot do without it */
    void gone(RemoteNode node, String how) {
        if (!nodes.remove(node)) {
            return;
        }
        node.close();
        var neighbour = roster.dismiss(node.address());
        if (node.isAwaited()) {
            throw new BenchFault(
                    "%s %s at %s".formatted(node, how, han.timeline().instant()));
        }
        trouble = "%s %s".formatted(node, how);
        neighbour.ifPresent(it -> tellOthers(it, false));
    }

    void record(Optional<Eui64> node, Fault fault) {
        var error = new ProtocolError(han.timeline().instant(), node, fault.line(), fault.field(), fault.reason());
        trouble = error.toString();
        if (errors.size() < KEPT_AT_MOST) {
            errors.add(error);
            errorListener.accept(error);
        }
    }

    void note(RemoteNode node, String text) {
        if (notes++ < KEPT_AT_MOST) {
            noteListener.accept(new Note(han.timeline().instant(), node.address(), text));
        }
    }

    /** Closes the connections of the scenario: its nodes have left, and are expected to connect again for the next. */
    @Override
    public void close() {
        closed = true;
        reception.end(this);
        nodes.forEach(RemoteNode::close);
        nodes.clear();
        giveBack();
    }
}
