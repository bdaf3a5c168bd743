package io.hanproof.launcher;

import java.time.Duration;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Lets work go on as long as something ends now and then. In virtual time a scenario takes a moment: one that does not
 * end turns in circles, which is our own error, and nobody should have to wait for it.
 */
final class Watchdog {
    private final Duration patience;
    private final Set<String> running = new ConcurrentSkipListSet<>();
    private final AtomicLong ended = new AtomicLong();

    Watchdog(Duration patience) {
        this.patience = patience;
    }

    void started(String name) {
        running.add(name);
    }

    void ended(String name) {
        running.remove(name);
        ended.incrementAndGet();
    }

    /** @throws OwnFault naming what was running when nothing had ended for so long */
    void guard(Runnable work) {
        var task = new FutureTask<Void>(work, null);
        Thread.ofPlatform().daemon().name("scenarios").start(task);
        long before;
        do {
            before = ended.get();
        } while (!isDone(task) && ended.get() != before);
        if (!task.isDone()) {
            throw new OwnFault("nothing has ended for %d s; running: %s"
                    .formatted(patience.toSeconds(), String.join(", ", new TreeSet<>(running))));
        }
    }

    /** Waits, and rethrows what the work ended in. */
    private boolean isDone(FutureTask<Void> task) {
        try {
            task.get(patience.toMillis(), TimeUnit.MILLISECONDS);
            return true;
        } catch (TimeoutException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new OwnFault("interrupted while scenarios were running", e);
        } catch (ExecutionException e) {
            throw e.getCause() instanceof RuntimeException fault ? fault : new OwnFault("" + e.getCause(), e);
        }
    }
}
