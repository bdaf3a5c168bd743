package io.hanproof.ncp;

import com.sun.jna.LastErrorException;
import com.sun.jna.Library;
import com.sun.jna.Memory;
import com.sun.jna.Native;
import com.sun.jna.Platform;
import com.sun.jna.Pointer;
import io.hanproof.lab.BenchFault;
import io.hanproof.octets.Octets;
import java.nio.file.Path;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** One pseudo-terminal, seen from the side that is not a terminal. */
final class Pty {
    private static final int READ_AND_WRITE = 2;
    private static final int NOT_CONTROLLING = Platform.isMac() ? 0x20000 : 0x100;
    private static final int NOT_BLOCKING = Platform.isMac() ? 0x4 : 0x800;
    private static final int AGAIN = Platform.isMac() ? 35 : 11;
    private static final int NOW = 0;
    private static final short READABLE = 1;
    private static final int POLL_SIZE = 8;
    private static final int POLL_EVENTS = 4;
    private static final int TERMIOS = 256; // more than any system's
    private static final int CHUNK = 4096;
    private static final int LOOK_MILLIS = 100;
    private static final int REOPEN_MILLIS = 10;

    private final LibC libc;
    private final int master;
    private final Path terminal;
    private final CountDownLatch closed = new CountDownLatch(1);

    /** The system's own calls. Public for JNA alone. */
    public interface LibC extends Library {
        int posix_openpt(int flags) throws LastErrorException;

        int grantpt(int fd) throws LastErrorException;

        int unlockpt(int fd) throws LastErrorException;

        String ptsname(int fd) throws LastErrorException;

        int tcgetattr(int fd, Pointer termios) throws LastErrorException;

        void cfmakeraw(Pointer termios);

        int tcsetattr(int fd, int when, Pointer termios) throws LastErrorException;

        int poll(Pointer fds, long count, int millis) throws LastErrorException;

        long read(int fd, byte[] octets, long count) throws LastErrorException;

        long write(int fd, byte[] octets, long count) throws LastErrorException;

        int close(int fd) throws LastErrorException;
    }

    private Pty(LibC libc, int master, Path terminal) {
        this.libc = libc;
        this.master = master;
        this.terminal = terminal;
    }

    /** @throws BenchFault when the system has none to give */
    static Pty open() {
        try {
            var libc = Native.load(Platform.C_LIBRARY_NAME, LibC.class);
            int master = libc.posix_openpt(READ_AND_WRITE | NOT_CONTROLLING | NOT_BLOCKING);
            libc.grantpt(master);
            libc.unlockpt(master);
            var terminal = Path.of(libc.ptsname(master));
            try (var termios = new Memory(TERMIOS)) {
                libc.tcgetattr(master, termios);
                libc.cfmakeraw(termios);
                libc.tcsetattr(master, NOW, termios);
            }
            return new Pty(libc, master, terminal);
        } catch (LastErrorException | UnsatisfiedLinkError e) {
            throw new BenchFault(
                    "a pseudo-terminal needs a POSIX system that has one free: %s; a stick over TCP needs none"
                            .formatted(e.getMessage()),
                    e);
        }
    }

    Path terminal() {
        return terminal;
    }

    /** Reads until it is closed; a host that closes its side has hung up, and another one may come. */
    void serve(Line.Listener listener) {
        byte[] chunk = new byte[CHUNK];
        boolean host = false;
        try (var waiting = new Memory(POLL_SIZE)) {
            while (closed.getCount() > 0) {
                waiting.setInt(0, master);
                waiting.setInt(POLL_EVENTS, READABLE);
                libc.poll(waiting, 1, LOOK_MILLIS);
                int count = read(chunk);
                if (count > 0) {
                    host = true;
                    listener.received(Octets.copyOf(chunk, 0, count));
                } else if (count < 0) {
                    if (host) {
                        listener.hungUp();
                    }
                    host = false;
                    if (closed.await(REOPEN_MILLIS, TimeUnit.MILLISECONDS)) {
                        return;
                    }
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (LastErrorException e) {
            listener.hungUp();
        }
    }

    /** How many octets came; none when there are none, less when nobody has the terminal open. */
    private synchronized int read(byte[] chunk) {
        if (closed.getCount() == 0) {
            return 0;
        }
        try {
            return (int) libc.read(master, chunk, chunk.length);
        } catch (LastErrorException e) {
            return e.getErrorCode() == AGAIN ? 0 : -1;
        }
    }

    /** What finds no room, as when nobody reads, is lost: the link repeats it. */
    synchronized void write(Octets octets) {
        if (closed.getCount() > 0) {
            try {
                libc.write(master, octets.toArray(), octets.length());
            } catch (LastErrorException e) {
                // nobody reads: the link finds out in time
            }
        }
    }

    synchronized void close() {
        if (closed.getCount() > 0) {
            closed.countDown();
            libc.close(master);
        }
    }
}
