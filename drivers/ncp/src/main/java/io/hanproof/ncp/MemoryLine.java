package io.hanproof.ncp;

import io.hanproof.octets.Octets;
import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.io.OutputStream;
import java.util.concurrent.LinkedBlockingQueue;
import org.jspecify.annotations.Nullable;

/** A line within one process. */
public final class MemoryLine implements Line {
    private @Nullable Listener listener;
    private @Nullable HostEnd host;

    @Override
    public String name() {
        return "memory";
    }

    @Override
    public synchronized void plug(Listener told) {
        listener = told;
    }

    @Override
    public synchronized void write(Octets octets) {
        if (host != null) {
            host.arrived(octets);
        }
    }

    @Override
    public synchronized void unplug() {
        listener = null;
        if (host != null) {
            host.arrived(Octets.NONE);
            host = null;
        }
    }

    /**
     * The other end: one host at a time.
     *
     * @throws IOException when the stick is not plugged, or has a host
     */
    public synchronized HostEnd connect() throws IOException {
        if (listener == null) {
            throw new IOException("no stick is plugged");
        }
        if (host != null) {
            throw new IOException("the stick has a host");
        }
        host = new HostEnd();
        return host;
    }

    private synchronized void fromHost(HostEnd from, Octets octets) throws IOException {
        if (listener == null || host != from) {
            throw new IOException("the stick is gone");
        }
        listener.received(octets);
    }

    private synchronized void hungUp(HostEnd from) {
        if (host == from) {
            host = null;
            if (listener != null) {
                listener.hungUp();
            }
        }
    }

    /** What a host holds: it reads and writes, and sees the end of the stream when the stick is pulled out. */
    public final class HostEnd implements AutoCloseable {
        private final LinkedBlockingQueue<Octets> arriving = new LinkedBlockingQueue<>();
        private final InputStream input = new Input();
        private final OutputStream output = new Output();

        private HostEnd() {}

        public InputStream input() {
            return input;
        }

        public OutputStream output() {
            return output;
        }

        private void arrived(Octets octets) {
            arriving.add(octets);
        }

        /** Hangs up; a read that waits sees the end of the stream. */
        @Override
        public void close() {
            arriving.add(Octets.NONE);
            hungUp(this);
        }

        private final class Input extends InputStream {
            private byte[] chunk = {};
            private int at;
            private boolean ended;

            @Override
            public int read() throws IOException {
                return fill() ? chunk[at++] & 0xFF : -1;
            }

            @Override
            public int read(byte[] target, int from, int length) throws IOException {
                if (length == 0) {
                    return 0;
                }
                if (!fill()) {
                    return -1;
                }
                int count = Math.min(length, chunk.length - at);
                System.arraycopy(chunk, at, target, from, count);
                at += count;
                return count;
            }

            @Override
            public int available() {
                return chunk.length - at;
            }

            private boolean fill() throws IOException {
                if (at < chunk.length) {
                    return true;
                }
                if (ended) {
                    return false;
                }
                try {
                    chunk = arriving.take().toArray();
                } catch (InterruptedException e) {
                    Thread.currentThread().interrupt();
                    throw new InterruptedIOException("interrupted while waiting for the stick");
                }
                at = 0;
                ended = chunk.length == 0;
                return !ended;
            }
        }

        private final class Output extends OutputStream {
            @Override
            public void write(int octet) throws IOException {
                write(new byte[] {(byte) octet}, 0, 1);
            }

            @Override
            public void write(byte[] octets, int from, int length) throws IOException {
                fromHost(HostEnd.this, Octets.copyOf(octets, from, length));
            }
        }
    }
}
