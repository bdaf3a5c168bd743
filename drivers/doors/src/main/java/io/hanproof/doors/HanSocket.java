package io.hanproof.doors;

import io.hanproof.lab.BenchFault;
import io.hanproof.lab.LiveTimeline;
import io.hanproof.lab.SimulatedHan;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.time.Duration;

/**
 * The HAN socket, version 1, where other people's devices and hubs come to stand on our HAN. It listens for a whole run;
 * each scenario opens a {@link SocketBench} on it, and who connects between two scenarios waits for the next.
 */
public final class HanSocket implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final int BACKLOG = 64;

    private final ServerSocket server;
    private final Duration patience;
    private final Watchdog watchdog;
    private final Reception reception;

    private HanSocket(ServerSocket server, Duration patience) {
        this.server = server;
        this.patience = patience;
        this.watchdog = new Watchdog(patience);
        this.reception = new Reception(server, watchdog);
    }

    /**
     * Listens there; port 0 is any free one.
     *
     * @throws BenchFault when it cannot
     */
    public static HanSocket listen(InetSocketAddress address) {
        return listen(address, PATIENCE);
    }

    /** @param patience how long on the wall a node may keep the bench waiting */
    static HanSocket listen(InetSocketAddress address, Duration patience) {
        try {
            var server = new ServerSocket();
            server.bind(address, BACKLOG);
            return new HanSocket(server, patience);
        } catch (IOException e) {
            throw new BenchFault("the HAN socket cannot listen at %s: %s".formatted(address, e.getMessage()), e);
        }
    }

    /** Where nodes connect to. */
    public InetSocketAddress address() {
        return (InetSocketAddress) server.getLocalSocketAddress();
    }

    /**
     * A scenario in virtual time begins: nodes answer each message before anything else happens.
     *
     * @throws BenchFault when another one is not closed
     */
    public SocketBench lockstep(SimulatedHan han) {
        var bench = new SocketBench(
                reception,
                han,
                TimeMode.LOCKSTEP,
                (node, wire) -> new LockstepPace(node, wire, han.timeline(), patience),
                Runnable::run);
        reception.open(bench);
        return bench;
    }

    /**
     * A scenario in real time begins, on the timeline of {@code han}.
     *
     * @throws BenchFault when another one is not closed
     */
    public SocketBench wall(SimulatedHan han, LiveTimeline timeline) {
        var bench = new SocketBench(
                reception,
                han,
                TimeMode.WALL,
                (node, wire) -> new WallPace(node, wire, timeline, patience),
                timeline::post);
        reception.open(bench);
        return bench;
    }

    @Override
    public void close() {
        try {
            server.close();
        } catch (IOException e) {
            throw new BenchFault("the HAN socket at %s does not close: %s".formatted(address(), e.getMessage()), e);
        } finally {
            reception.close();
            watchdog.close();
        }
    }
}
