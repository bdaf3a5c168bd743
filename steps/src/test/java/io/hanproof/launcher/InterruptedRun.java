package io.hanproof.launcher;

import io.hanproof.lab.BenchFault;
import io.hanproof.lab.WallTimeline;
import java.time.Duration;
import java.util.Map;

/** A process that waits for an hour in a scenario, and says what it knows when it is interrupted. */
final class InterruptedRun {
    private final Terminal terminal = Terminal.ofProcess("", Map.of());
    private final Interruption interruption = new Interruption();

    private InterruptedRun() {}

    public static void main(String[] args) {
        new InterruptedRun().run();
    }

    private void run() {
        var farewell =
                new Farewell(interruption, terminal.out(), Duration.ofSeconds(20), Runtime.getRuntime()::halt).listen();
        interruption.heed();
        new Watchdog(Duration.ofDays(1)).guard(() -> {
            scenario("first");
            scenario("second");
        });
        terminal.out().println("report written");
        terminal.out().flush();
        farewell.written(ExitCode.INCONCLUSIVE);
        System.exit(ExitCode.INCONCLUSIVE);
    }

    private void scenario(String name) {
        try {
            interruption.begins();
            terminal.out().println(name + " begins");
            new WallTimeline().advance(Duration.ofHours(1));
        } catch (BenchFault e) {
            terminal.out().println(name + ": " + String.valueOf(e.getMessage()).replaceAll(" for \\S+$", ""));
        } finally {
            interruption.ends();
        }
    }
}
