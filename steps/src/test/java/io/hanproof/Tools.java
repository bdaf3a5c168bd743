package io.hanproof;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;

/** Programs of others that some tests need. */
public final class Tools {
    private Tools() {}

    /** Skips the test where the program is absent, and says so; fails it where the environment demands all tools. */
    public static void require(String... command) throws InterruptedException {
        String reason = "%s is needed on the PATH for this check".formatted(command[0]);
        if ("1".equals(System.getenv("HANPROOF_REQUIRE_TOOLS"))) {
            assertThat(runs(command)).as(reason).isTrue();
        } else {
            assumeThat(runs(command)).as(reason).isTrue();
        }
    }

    private static boolean runs(String... command) throws InterruptedException {
        try {
            return new ProcessBuilder(command)
                            .redirectErrorStream(true)
                            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                            .start()
                            .waitFor()
                    == 0;
        } catch (IOException absent) {
            return false;
        }
    }
}
