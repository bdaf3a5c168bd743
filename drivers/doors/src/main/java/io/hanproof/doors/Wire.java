package io.hanproof.doors;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.Socket;
import java.util.function.Consumer;

/** One connection: lines in, objects out. Once joined, one thread at a time uses it. */
final class Wire implements AutoCloseable {
    static final int LINE_LIMIT = 8_192;
    static final int JOINED_LIMIT = 65_536;

    private static final int LINGER_MILLIS = 200;
    private static final int MOST_DRAINED = 64;

    private final Socket socket;
    private final LineReader in;
    private final OutputStream out;
    private final Consumer<Wire> onClose;
    private volatile boolean waiting;
    private volatile long ticks;
    private volatile boolean overdue;

    /** A node's end, where a line may be as long as the one that says who else is there. */
    static Wire ofNode(Socket socket) throws IOException {
        return new Wire(socket, JOINED_LIMIT, it -> {});
    }

    /** The HAN's end. */
    static Wire ofHan(Socket socket, Watchdog watchdog) throws IOException {
        var wire = new Wire(socket, LINE_LIMIT, watchdog::forget);
        watchdog.watch(wire);
        return wire;
    }

    private Wire(Socket socket, int mostOctets, Consumer<Wire> onClose) throws IOException {
        socket.setTcpNoDelay(true);
        this.socket = socket;
        this.in = new LineReader(socket.getInputStream(), mostOctets, mostOctets);
        this.out = new BufferedOutputStream(socket.getOutputStream());
        this.onClose = onClose;
    }

    /** From here until {@link #rest} the peer keeps the bench waiting. */
    void await() {
        ticks = 0;
        waiting = true;
    }

    void rest() {
        waiting = false;
    }

    @SuppressWarnings("NonAtomicVolatileUpdate") // only the watchdog counts; a tick lost to a reset is none
    void tick(long most) {
        if (waiting && ++ticks > most) {
            overdue = true;
            cut();
        }
    }

    /** Whether the watchdog cut it. */
    boolean isOverdue() {
        return overdue;
    }

    Line next() throws IOException {
        return in.next();
    }

    /** Whether a line has come already. */
    boolean hasLine() throws IOException {
        return in.isReady();
    }

    void limit(int lineOctets) {
        in.limit(lineOctets);
    }

    void write(ObjectNode message) throws IOException {
        put(message);
        flush();
    }

    /** Leaves it to be sent with what follows. */
    void put(ObjectNode message) throws IOException {
        out.write(Json.octets(message));
        out.write('\n');
    }

    void flush() throws IOException {
        out.flush();
    }

    @Override
    public void close() {
        onClose.accept(this);
        cut();
    }

    /** Unread octets of the peer's would turn the end into a reset, and our last line to it would be lost. */
    void closeAfterLastLine() {
        try {
            socket.shutdownOutput();
            socket.setSoTimeout(LINGER_MILLIS);
            byte[] rest = new byte[LINE_LIMIT];
            for (int i = 0; i < MOST_DRAINED && socket.getInputStream().read(rest) >= 0; i++) {
                // drained
            }
        } catch (IOException gone) {
            // it has hung up by itself
        } finally {
            close();
        }
    }

    private void cut() {
        try {
            socket.close();
        } catch (IOException alreadyGone) {
            // nothing is left to close
        }
    }
}
