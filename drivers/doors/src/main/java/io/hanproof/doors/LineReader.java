package io.hanproof.doors;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import org.jspecify.annotations.Nullable;

/** Cuts a stream into lines without ever holding more than one of the longest. */
final class LineReader {
    private static final byte NEWLINE = '\n';

    private final InputStream in;
    private final byte[] buffer;
    private int limit;
    private int from;
    private int scanned;
    private int to;
    private int number;
    private boolean skipping;

    /**
     * @param limit octets of a line at most, with its newline
     * @param most octets that the limit may ever be set to
     */
    LineReader(InputStream in, int limit, int most) {
        this.in = in;
        this.limit = limit;
        this.buffer = new byte[most];
    }

    void limit(int octets) {
        limit = octets;
    }

    /** The next line, however long it takes to come. */
    Line next() throws IOException {
        while (true) {
            Line line = buffered();
            if (line != null) {
                return line;
            }
            if (!fill()) {
                return to > from ? new Line.Broken(number + 1) : new Line.End(number);
            }
        }
    }

    /** Whether a line, or the news that one is too long, can be had without waiting. */
    boolean isReady() throws IOException {
        while (!isBuffered()) {
            if (in.available() == 0 || !fill()) {
                return false;
            }
        }
        return true;
    }

    private boolean isBuffered() {
        if (skipping) {
            skip();
        }
        return !skipping && (newline() >= 0 || to - from >= limit);
    }

    private @Nullable Line buffered() {
        if (!isBuffered()) {
            return null;
        }
        number++;
        int newline = newline();
        if (newline < 0) {
            from = scanned = to = 0;
            skipping = true;
            return new Line.TooLong(number, limit);
        }
        int start = from;
        from = scanned = newline + 1;
        return from - start <= limit
                ? new Line.Whole(number, ByteBuffer.wrap(buffer, start, newline - start))
                : new Line.TooLong(number, limit);
    }

    private void skip() {
        int newline = newline();
        if (newline < 0) {
            from = scanned = to = 0;
        } else {
            from = scanned = newline + 1;
            skipping = false;
        }
    }

    private int newline() {
        while (scanned < to) {
            if (buffer[scanned] == NEWLINE) {
                return scanned;
            }
            scanned++;
        }
        return -1;
    }

    private boolean fill() throws IOException {
        if (from > 0) {
            System.arraycopy(buffer, from, buffer, 0, to - from);
            scanned -= from;
            to -= from;
            from = 0;
        }
        int read = in.read(buffer, to, buffer.length - to);
        to += Math.max(read, 0);
        return read >= 0;
    }
}
