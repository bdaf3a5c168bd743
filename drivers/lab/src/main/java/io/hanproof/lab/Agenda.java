package io.hanproof.lab;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * What is booked, earliest first, and for the same instant in booking order: a binary heap over plain arrays, since
 * every frame passes through it more than once.
 */
final class Agenda {
    private static final int SWEEP_FROM = 64;

    private long[] times = new long[SWEEP_FROM];
    private long[] orders = new long[SWEEP_FROM];
    private Entry[] entries = new Entry[SWEEP_FROM];
    private final Entry none = new Entry(() -> {});
    private int size;
    private long booked;
    private int cancelled;

    Timeline.Booking add(long nanos, Runnable what) {
        if (size == times.length) {
            grow();
        }
        var entry = new Entry(what);
        rise(size++, nanos, booked++, entry);
        return entry;
    }

    /** When the next one is due; {@link Long#MAX_VALUE} when none is booked. One given up may still count. */
    long next() {
        return size == 0 ? Long.MAX_VALUE : times[0];
    }

    /** Takes the first one out, which {@link #next} was for; nothing when it was given up. */
    @Nullable
    Runnable take() {
        Entry first = entries[0];
        removeFirst();
        Runnable what = first.what;
        if (what == null) {
            cancelled--;
        }
        first.what = null;
        return what;
    }

    /** How many are booked, with those given up that have not been swept away. */
    int size() {
        return size;
    }

    private void removeFirst() {
        int last = --size;
        long time = times[last];
        long order = orders[last];
        Entry entry = entries[last];
        entries[last] = none;
        if (last > 0) {
            sink(0, time, order, entry);
        }
    }

    private void rise(int from, long time, long order, Entry entry) {
        int at = from;
        while (at > 0) {
            int parent = (at - 1) >>> 1;
            if (times[parent] <= time) { // on a tie the parent was booked before: orders only grow
                break;
            }
            move(parent, at);
            at = parent;
        }
        put(at, time, order, entry);
    }

    private void sink(int from, long time, long order, Entry entry) {
        int at = from;
        int firstLeaf = size >>> 1;
        while (at < firstLeaf) {
            int child = 2 * at + 1;
            int right = child + 1;
            if (right < size && before(times[right], orders[right], times[child], orders[child])) {
                child = right;
            }
            if (before(time, order, times[child], orders[child])) {
                break;
            }
            move(child, at);
            at = child;
        }
        put(at, time, order, entry);
    }

    private static boolean before(long time, long order, long otherTime, long otherOrder) {
        return time < otherTime || (time == otherTime && order < otherOrder);
    }

    private void move(int from, int to) {
        times[to] = times[from];
        orders[to] = orders[from];
        entries[to] = entries[from];
    }

    private void put(int at, long time, long order, Entry entry) {
        times[at] = time;
        orders[at] = order;
        entries[at] = entry;
    }

    private void grow() {
        int more = 2 * size;
        times = Arrays.copyOf(times, more);
        orders = Arrays.copyOf(orders, more);
        entries = Arrays.copyOf(entries, more);
    }

    /** Most timeouts are given up long before they are due: they must not pile up. */
    private void gaveUpOne() {
        cancelled++;
        if (cancelled < SWEEP_FROM || cancelled <= size / 2) {
            return;
        }
        int kept = 0;
        for (int i = 0; i < size; i++) {
            if (entries[i].what != null) {
                move(i, kept++);
            }
        }
        Arrays.fill(entries, kept, size, none);
        size = kept;
        cancelled = 0;
        for (int i = (size >>> 1) - 1; i >= 0; i--) {
            sink(i, times[i], orders[i], entries[i]);
        }
    }

    private final class Entry implements Timeline.Booking {
        private @Nullable Runnable what;

        Entry(Runnable what) {
            this.what = what;
        }

        @Override
        public void cancel() {
            if (what != null) {
                what = null;
                gaveUpOne();
            }
        }
    }
}
