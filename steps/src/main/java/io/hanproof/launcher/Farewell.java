package io.hanproof.launcher;

import java.io.PrintWriter;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.IntConsumer;

/**
 * The end of the process. Ctrl-C, or a polite kill, lets a run write what it knows before Java stops, then ends with
 * the exit code of that run.
 */
final class Farewell {
    private static final int KILLED_BY_INTERRUPT = 130;

    private final Interruption interruption;
    private final PrintWriter err;
    private final Duration grace;
    private final IntConsumer halt;
    private final CompletableFuture<Integer> exitCode = new CompletableFuture<>();
    private final Thread hook = new Thread(this::asked, "farewell");

    /**
     * @param grace how long a run may take to write what it knows
     * @param halt ends Java at once
     */
    Farewell(Interruption interruption, PrintWriter err, Duration grace, IntConsumer halt) {
        this.interruption = interruption;
        this.err = err;
        this.grace = grace;
        this.halt = halt;
    }

    /** Listens to what ends this process. */
    Farewell listen() {
        Runtime.getRuntime().addShutdownHook(hook);
        return this;
    }

    /** Java has begun to stop. What has nothing to write goes at once. */
    void asked() {
        if (!interruption.isHeeded()) {
            return;
        }
        if (!exitCode.isDone()) {
            err.printf("%nhanproof: interrupted, writing what is known (for at most %s)%n", Span.of(grace));
            err.flush();
        }
        interruption.wish();
        halt.accept(awaited());
    }

    private int awaited() {
        try {
            return exitCode.get(grace.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException | ExecutionException e) {
            return KILLED_BY_INTERRUPT;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return KILLED_BY_INTERRUPT;
        }
    }

    /** Everything is written. Returns unless Java is stopping already: then that ends it, with this code. */
    void written(int code) {
        exitCode.complete(code);
        try {
            Runtime.getRuntime().removeShutdownHook(hook);
        } catch (IllegalStateException e) {
            // it runs already, and has the code now
        }
    }
}
