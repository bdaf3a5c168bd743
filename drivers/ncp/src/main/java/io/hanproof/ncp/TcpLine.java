package io.hanproof.ncp;

import io.hanproof.lab.BenchFault;
import io.hanproof.octets.Octets;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import org.jspecify.annotations.Nullable;

/** A line over TCP, as sticks on a network have it: one host at a time, the next one when it has hung up. */
public final class TcpLine implements Line {
    private static final int CHUNK = 4096;

    private final InetAddress at;
    private int port;
    private @Nullable ServerSocket server;
    private @Nullable Socket host;

    /** @param port to be found at; 0 for any that is free, which {@link #port} tells once plugged */
    public TcpLine(InetAddress at, int port) {
        this.at = at;
        this.port = port;
    }

    /** On this machine alone, at any free port. */
    public static TcpLine onLoopback() {
        return new TcpLine(InetAddress.getLoopbackAddress(), 0);
    }

    @Override
    public String name() {
        return "tcp://%s:%d".formatted(at.getHostAddress(), port());
    }

    public synchronized int port() {
        return port;
    }

    @Override
    public synchronized void plug(Listener listener) {
        try {
            var socket = new ServerSocket();
            socket.setReuseAddress(true);
            socket.bind(new InetSocketAddress(at, port), 1);
            server = socket;
            port = socket.getLocalPort();
            Thread.ofPlatform().daemon().name("stick tcp " + port).start(() -> serve(socket, listener));
        } catch (IOException e) {
            throw new BenchFault(
                    "port needs to be free on %s, found %d: %s".formatted(at.getHostAddress(), port, e.getMessage()),
                    e);
        }
    }

    private void serve(ServerSocket socket, Listener listener) {
        while (!socket.isClosed()) {
            try (var caller = socket.accept()) {
                caller.setTcpNoDelay(true);
                hosts(caller);
                read(caller, listener);
            } catch (IOException e) {
                continue; // the host or the line is gone: wait for the next host, unless the line is
            } finally {
                hosts(null);
            }
            listener.hungUp();
        }
    }

    private static void read(Socket caller, Listener listener) {
        byte[] chunk = new byte[CHUNK];
        try (var in = caller.getInputStream()) {
            for (int count = in.read(chunk); count >= 0; count = in.read(chunk)) {
                listener.received(Octets.copyOf(chunk, 0, count));
            }
        } catch (IOException e) {
            // a host that breaks off has hung up, too
        }
    }

    private synchronized void hosts(@Nullable Socket caller) {
        host = caller;
    }

    @Override
    public void write(Octets octets) {
        Socket to = host();
        if (to == null) {
            return;
        }
        try {
            to.getOutputStream().write(octets.toArray());
        } catch (IOException e) {
            close(to); // the reader finds out
        }
    }

    private synchronized @Nullable Socket host() {
        return host;
    }

    @Override
    public synchronized void unplug() {
        close(server);
        close(host);
        server = null;
    }

    private static void close(@Nullable AutoCloseable it) {
        if (it != null) {
            try {
                it.close();
            } catch (Exception e) {
                // it is of no use any more, closed or not
            }
        }
    }
}
