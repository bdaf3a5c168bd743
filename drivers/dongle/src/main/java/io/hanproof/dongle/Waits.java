package io.hanproof.dongle;

import io.hanproof.lab.BenchFault;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;

/** Waiting that always ends: what a library may block on runs on a thread that nobody has to wait for. */
final class Waits {
    private Waits() {}

    /** Runs it on a thread of its own, which does not keep the program alive. */
    static <T> CompletableFuture<T> aside(String name, Supplier<T> what) {
        var result = new CompletableFuture<T>();
        var thread = new Thread(
                () -> {
                    try {
                        result.complete(what.get());
                    } catch (Throwable e) {
                        result.completeExceptionally(e);
                    }
                },
                name);
        thread.setDaemon(true);
        thread.start();
        return result;
    }

    /** Whether it was done in that time; how it ended is not looked at. */
    static boolean done(CompletableFuture<?> what, Duration within) {
        try {
            what.get(within.toMillis(), TimeUnit.MILLISECONDS);
            return true;
        } catch (TimeoutException e) {
            return false;
        } catch (ExecutionException e) {
            return true;
        } catch (InterruptedException e) {
            throw interrupted(e);
        }
    }

    /**
     * What came of it.
     *
     * @throws BenchFault the one that it failed with, or {@code late} when it was not done in that time
     */
    static <T> T get(CompletableFuture<T> what, Duration within, Supplier<String> late) {
        try {
            return what.get(within.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            throw new BenchFault(late.get(), e);
        } catch (ExecutionException e) {
            if (e.getCause() instanceof BenchFault fault) {
                throw new BenchFault(String.valueOf(fault.getMessage()), fault);
            }
            throw new BenchFault("the driver of the stick failed: " + e.getCause(), e);
        } catch (InterruptedException e) {
            throw interrupted(e);
        }
    }

    /** Passes the time; nothing ends it early but an interrupt. */
    static void pause(Duration howLong) {
        done(new CompletableFuture<>(), howLong);
    }

    private static BenchFault interrupted(InterruptedException e) {
        Thread.currentThread().interrupt();
        return new BenchFault("interrupted while waiting for the stick", e);
    }
}
