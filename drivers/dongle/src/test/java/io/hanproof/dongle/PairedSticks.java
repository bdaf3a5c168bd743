package io.hanproof.dongle;

import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/** A coordinator and a router on one network, opened once for all tests of a class. */
final class PairedSticks implements BeforeAllCallback, AfterAllCallback {
    private final TestSticks sticks = TestSticks.with();
    private @Nullable Stick coordinator;
    private @Nullable Stick router;

    @Override
    public void beforeAll(ExtensionContext context) {
        var settings = TestSticks.network(StickEndpoint.display());
        coordinator = TestSticks.open(TestSticks.inMemory(sticks.make(TestSticks.HUB)), StickRole.FORM, settings);
        coordinator.permitJoining(Duration.ofMinutes(1));
        router = TestSticks.open(TestSticks.inMemory(sticks.make(TestSticks.ROUTER)), StickRole.JOIN, settings);
    }

    Stick coordinator() {
        return opened(coordinator);
    }

    Stick router() {
        return opened(router);
    }

    private static Stick opened(@Nullable Stick stick) {
        if (stick == null) {
            throw new IllegalStateException("the sticks have not been opened");
        }
        return stick;
    }

    @Override
    public void afterAll(ExtensionContext context) {
        router().close();
        coordinator().close();
        sticks.close();
    }
}
