package io.hanproof.dongle;

import com.zsmartsystems.zigbee.transport.ZigBeePort;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;

/** A {@link Line} as the library wants it: one octet at a time, and never an exception. */
final class LinePort implements ZigBeePort {
    private static final int NOTHING = -1;
    private static final int MOST_AT_ONCE = 4096;

    private final Line line;
    private final AshWatch watch;
    private final Consumer<String> onGone;
    private final AtomicBoolean told = new AtomicBoolean();
    private final byte[] came = new byte[MOST_AT_ONCE];
    private int count;
    private int next;
    private final CountDownLatch closing = new CountDownLatch(1);
    private volatile boolean closed;

    /** @param onGone told once, from the thread that notices, when the line is gone and nobody closed it */
    LinePort(Line line, AshWatch watch, Consumer<String> onGone) {
        this.line = line;
        this.watch = watch;
        this.onGone = onGone;
    }

    @Override
    public boolean open() {
        return true; // it was, so that a fault could be told in full
    }

    @Override
    public boolean open(int baudRate) {
        return true;
    }

    @Override
    public boolean open(int baudRate, FlowControl flowControl) {
        return true;
    }

    @Override
    public void close() {
        closed = true;
        closing.countDown();
        line.close();
    }

    @Override
    public void write(int value) {
        write(new int[] {value});
    }

    @Override
    public void write(int[] values) {
        var octets = new byte[values.length];
        for (int i = 0; i < values.length; i++) {
            octets[i] = (byte) values[i];
        }
        if (!line.write(octets)) {
            gone();
        }
    }

    @Override
    public int read() {
        if (next == count && !fill()) {
            return NOTHING;
        }
        return came[next++] & 0xFF;
    }

    @Override
    public int read(int timeout) {
        return read();
    }

    private boolean fill() {
        next = 0;
        count = 0;
        int got = closed || told.get() ? Line.GONE : line.read(came);
        if (got == Line.GONE) {
            gone();
            rest();
            return false;
        }
        if (got > 0) {
            watch.saw(came, got);
        }
        count = got;
        return got > 0;
    }

    private void gone() {
        if (!closed && told.compareAndSet(false, true)) {
            onGone.accept("%s is gone: unplugged, or closed from the other side".formatted(line.name()));
        }
    }

    /** The library asks again and again until it is closed. */
    private void rest() {
        try {
            var unused = closing.await(Line.READ_MILLIS, TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt(); // the library wants its thread to end
        }
    }

    @Override
    public void purgeRxBuffer() {
        next = 0;
        count = 0;
    }
}
