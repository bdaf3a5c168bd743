package io.hanproof.launcher;

import io.hanproof.lab.BenchFault;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * Somebody's wish that a run ends now: what is under way is broken off where it waits, nothing else begins, and what is
 * known is written.
 */
final class Interruption {
    /** Why a scenario that did not begin has no verdict. */
    static final String NOT_BEGUN = "not executed: interrupted";

    private final Set<Thread> underWay = ConcurrentHashMap.newKeySet();
    private final AtomicBoolean heeded = new AtomicBoolean();
    private final AtomicBoolean wished = new AtomicBoolean();

    /** From now on there is something to be broken off, and somebody who writes what is known. */
    void heed() {
        heeded.set(true);
    }

    boolean isHeeded() {
        return heeded.get();
    }

    boolean isWished() {
        return wished.get();
    }

    /**
     * A scenario begins on this thread; whatever waits on it is broken off when the wish comes.
     *
     * @throws BenchFault when it has come already
     */
    void begins() {
        underWay.add(Thread.currentThread());
        if (isWished()) {
            ends();
            throw new BenchFault(NOT_BEGUN);
        }
    }

    /** The scenario of this thread is over; what follows on it is not broken off. */
    void ends() {
        underWay.remove(Thread.currentThread());
        if (isWished()) {
            Thread.interrupted(); // it was meant for the scenario
        }
    }

    /** From any thread: the run is to end. */
    void wish() {
        wished.set(true);
        underWay.forEach(Thread::interrupt);
    }
}
