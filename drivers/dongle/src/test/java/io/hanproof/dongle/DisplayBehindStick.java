package io.hanproof.dongle;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/** A hub's stick with a display behind it, opened once for all tests of a class. */
final class DisplayBehindStick implements BeforeAllCallback, AfterAllCallback {
    private final TestSticks sticks = TestSticks.with(new DisplayTenant(DisplayTenant.profile()));
    private @Nullable Stick stick;

    @Override
    public void beforeAll(ExtensionContext context) {
        var line = TestSticks.inMemory(sticks.make(TestSticks.HUB));
        stick = TestSticks.open(line, StickRole.FORM, TestSticks.network(StickEndpoint.hub()));
    }

    Stick stick() {
        if (stick == null) {
            throw new IllegalStateException("the stick has not been opened");
        }
        return stick;
    }

    EmulatedBench bench() {
        return stick().emulatedBench().orElseThrow();
    }

    @Override
    public void afterAll(ExtensionContext context) {
        stick().close();
        sticks.close();
    }
}
