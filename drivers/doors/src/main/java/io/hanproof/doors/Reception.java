package io.hanproof.doors;

import io.hanproof.lab.BenchFault;
import java.io.IOException;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Hears who connects, each on a thread of its own, until it has said a valid {@code join}: one who says nothing, or
 * nonsense, keeps nobody else waiting. Who has said it waits for the scenario that takes it.
 */
final class Reception implements AutoCloseable {
    private static final int AT_MOST = 64;
    private static final int TOLD_OF_AT_MOST = 100;

    private final ServerSocket server;
    private final Watchdog watchdog;
    private final Set<Wire> greeted = new LinkedHashSet<>();
    private final Set<Wire> waiting = new LinkedHashSet<>();
    private final List<Arrival> early = new ArrayList<>();
    private @Nullable SocketBench bench;
    private boolean closed;

    Reception(ServerSocket server, Watchdog watchdog) {
        this.server = server;
        this.watchdog = watchdog;
        var unused = Threads.start("hanproof-han-socket", this::accept);
    }

    /** A scenario takes who has joined and who joins from now on. */
    synchronized void open(SocketBench opened) {
        if (bench != null) {
            throw new BenchFault("the HAN socket serves one scenario at a time, and the one before is not closed");
        }
        bench = opened;
        early.forEach(opened::arrive);
        early.clear();
        notifyAll();
    }

    synchronized void end(SocketBench ended) {
        if (bench == ended) {
            bench = null;
        }
    }

    private void accept() {
        while (!server.isClosed()) {
            try {
                welcome(server.accept());
            } catch (IOException e) {
                // one who was gone before it was welcome, or the end of the run
            }
        }
    }

    private void welcome(Socket socket) throws IOException {
        try {
            var wire = Wire.ofHan(socket, watchdog);
            if (enter(wire)) {
                var unused = Threads.start("hanproof-han-socket " + socket.getRemoteSocketAddress(), () -> greet(wire));
            }
        } catch (IOException gone) {
            socket.close();
        }
    }

    /** Where it is crowded, whoever has been silent longest makes room. */
    private synchronized boolean enter(Wire wire) {
        if (closed || waiting.size() >= AT_MOST) {
            wire.close();
            return false;
        }
        if (greeted.size() >= AT_MOST) {
            var oldest = greeted.iterator().next();
            greeted.remove(oldest);
            oldest.close();
        }
        greeted.add(wire);
        return true;
    }

    private void greet(Wire wire) {
        try {
            var join = hear(wire);
            if (join.isPresent() && park(wire)) {
                handOver(wire, join.get());
            }
        } catch (IOException gone) {
            sendOff(wire);
        }
    }

    private synchronized boolean park(Wire wire) {
        return greeted.remove(wire) && waiting.add(wire);
    }

    /** What it joins with, or nothing when it was sent off. */
    private Optional<NodeMessage.Join> hear(Wire wire) throws IOException {
        int errors = 0;
        while (true) {
            Line line = wire.next();
            if (line.isLast()) {
                sendOff(wire);
                return Optional.empty();
            }
            try {
                switch (NodeMessage.read(line.fields(), NodeMessage.NOT_JOINED)) {
                    case NodeMessage.Join join -> {
                        return Optional.of(join);
                    }
                    case NodeMessage.OtherVersion(int version) -> {
                        refuse(wire, "version %d needed, found %d".formatted(NodeMessage.VERSION, version));
                        return Optional.empty();
                    }
                    case NodeMessage.Leave leave -> {
                        sendOff(wire);
                        return Optional.empty();
                    }
                    case NodeMessage.Complaint complaint -> {} // never answered
                    case NodeMessage.Frame frame -> throw tooEarly();
                    case NodeMessage.Receiver receiver -> throw tooEarly();
                    case NodeMessage.Idle idle -> throw tooEarly();
                    case NodeMessage.Remark remark -> throw tooEarly();
                    case NodeMessage.Gbcs gbcs -> throw tooEarly();
                }
            } catch (BadInput bad) {
                var fault = Fault.of(line.number(), bad);
                if (errors++ < TOLD_OF_AT_MOST) {
                    tell(new Arrival.Erred(fault));
                }
                wire.write(new HanMessage.Complaint(fault).json());
            }
        }
    }

    private static BadInput tooEarly() {
        return new BadInput("type", "join comes first");
    }

    /** On a thread that may wait: the next scenario may be far off. */
    void handOver(Wire wire, NodeMessage.Join join) {
        try {
            var taker = awaitBench(wire);
            if (taker.isEmpty()) {
                return;
            }
            var refusal = taker.get().refusal(join);
            if (refusal.isPresent()) {
                refuse(wire, refusal.get());
            } else {
                taker.get().arrive(new Arrival.Joining(wire, join));
            }
        } catch (IOException gone) {
            sendOff(wire);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            sendOff(wire);
        }
    }

    private synchronized Optional<SocketBench> awaitBench(Wire wire) throws InterruptedException {
        waiting.add(wire);
        while (bench == null && !closed) {
            wait();
        }
        waiting.remove(wire);
        return Optional.ofNullable(bench);
    }

    private void refuse(Wire wire, String reason) throws IOException {
        tell(new Arrival.SentAway(reason));
        wire.write(new HanMessage.Refused(reason).json());
        wire.closeAfterLastLine();
        sendOff(wire);
    }

    /** What happens between two scenarios belongs to the next. */
    private synchronized void tell(Arrival arrival) {
        if (bench != null) {
            bench.arrive(arrival);
        } else if (early.size() < TOLD_OF_AT_MOST) {
            early.add(arrival);
        }
    }

    private synchronized void sendOff(Wire wire) {
        greeted.remove(wire);
        waiting.remove(wire);
        wire.close();
    }

    @Override
    public synchronized void close() {
        closed = true;
        greeted.forEach(Wire::close);
        waiting.forEach(Wire::close);
        notifyAll();
    }
}
