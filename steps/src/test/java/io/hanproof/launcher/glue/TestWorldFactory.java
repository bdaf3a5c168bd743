package io.hanproof.launcher.glue;

import io.cucumber.core.backend.ObjectFactory;
import io.cucumber.picocontainer.PicoFactory;
import io.hanproof.steps.RunContext;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Makes worlds that belong to no HAN. */
public final class TestWorldFactory implements ObjectFactory {
    private static volatile @Nullable RunContext current;

    private final PicoFactory pico = new PicoFactory();

    /** Names the context of the worlds to come. */
    public static void use(RunContext context) {
        current = context;
    }

    /** The context that was named last. */
    public static RunContext context() {
        return Objects.requireNonNull(current);
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
