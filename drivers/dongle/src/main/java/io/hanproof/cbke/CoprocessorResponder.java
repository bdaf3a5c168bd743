package io.hanproof.cbke;

import io.hanproof.lab.LiveTimeline;
import io.hanproof.octets.Eui64;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Lends a coprocessor to one exchange after the other. */
final class CoprocessorResponder implements Responder {
    private final Coprocessor coprocessor;
    private final Executor workers;
    private @Nullable CoprocessorExchange holder;

    /** @param workers who waits for it */
    CoprocessorResponder(Coprocessor coprocessor, Executor workers) {
        this.coprocessor = coprocessor;
        this.workers = workers;
    }

    @Override
    public Suite suite() {
        return coprocessor.certificate().suite();
    }

    @Override
    public Answering answer(Eui64 peer, LiveTimeline timeline, KeyExchange.Ends ends) {
        return new CoprocessorExchange(this, peer, timeline, ends);
    }

    Coprocessor coprocessor() {
        return coprocessor;
    }

    /** Whether that exchange has the coprocessor from now on, or had it already. */
    boolean lend(CoprocessorExchange to) {
        if (holder == null) {
            holder = to;
        }
        return holder == to;
    }

    void takeBack(CoprocessorExchange from) {
        if (holder == from) {
            holder = null;
        }
    }

    /** Has it work beside the timeline, which goes on meanwhile; what comes of it happens there. */
    <T> void work(LiveTimeline timeline, Supplier<Optional<T>> what, Consumer<Optional<T>> then) {
        workers.execute(() -> {
            Optional<T> result = attempt(what);
            timeline.post(() -> then.accept(result));
        });
    }

    /** A stick that is gone says so by itself. */
    private static <T> Optional<T> attempt(Supplier<Optional<T>> what) {
        try {
            return what.get();
        } catch (RuntimeException e) {
            return Optional.empty();
        }
    }
}
