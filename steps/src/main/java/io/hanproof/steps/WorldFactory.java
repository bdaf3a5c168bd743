package io.hanproof.steps;

import io.cucumber.core.backend.ObjectFactory;
import io.cucumber.picocontainer.PicoFactory;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicReference;

/**
 * Gives each scenario's world the context of its run. Cucumber makes this factory itself and passes it no parameters, and
 * the launcher makes one request at a time: hence the one static field.
 */
public final class WorldFactory implements ObjectFactory {
    private static final AtomicReference<RunContext> CURRENT = new AtomicReference<>();

    private final PicoFactory pico = new PicoFactory();

    /** Names the context of the worlds to come. */
    public static void use(RunContext context) {
        CURRENT.set(context);
    }

    static RunContext context() {
        return Objects.requireNonNull(CURRENT.get(), "the launcher names a context before it runs scenarios");
    }

    @Override
    public boolean addClass(Class<?> glue) {
        return pico.addClass(glue);
    }

    @Override
    public <T> T getInstance(Class<T> type) {
        return pico.getInstance(type);
    }

    @Override
    public void start() {
        pico.start();
    }

    @Override
    public void stop() {
        pico.stop();
    }
}
