package io.hanproof.launcher;

import io.hanproof.evidence.Verdict;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.EnumMap;
import java.util.Map;
import java.util.stream.Collectors;

/** Says how far a run has come: on a terminal in one line that changes, elsewhere in a line now and then. */
final class Progress {
    private static final Duration BETWEEN_REDRAWS = Duration.ofMillis(100);
    private static final Duration BETWEEN_LINES = Duration.ofSeconds(10);
    private static final String CLEAR_LINE = "\r\u001B[K";

    private final Terminal terminal;
    private final InstantSource clock;
    private final int total;
    private final Instant began;
    private final Map<Verdict, Integer> counts = new EnumMap<>(Verdict.class);
    private Instant said;
    private int done;

    /** @param total how many scenarios are to be executed */
    Progress(Terminal terminal, InstantSource clock, int total) {
        this.terminal = terminal;
        this.clock = clock;
        this.total = total;
        this.began = clock.instant();
        this.said = began;
    }

    /** Counts a scenario that has ended; called from any thread. */
    synchronized void count(Verdict verdict) {
        done++;
        counts.merge(verdict, 1, Integer::sum);
        Instant now = clock.instant();
        Duration pause = terminal.live() ? BETWEEN_REDRAWS : BETWEEN_LINES;
        if (Duration.between(said, now).compareTo(pause) >= 0) {
            said = now;
            say(line(now));
        }
    }

    /** As many as that are to be executed once more. */
    synchronized void again(int scenarios) {
        done -= scenarios;
        counts.merge(Verdict.INCONCLUSIVE, -scenarios, Integer::sum);
        say("%d scenarios lost their bench and are repeated".formatted(scenarios));
    }

    /** Takes the changing line away. */
    synchronized void end() {
        if (terminal.live()) {
            terminal.err().print(CLEAR_LINE);
            terminal.err().flush();
        }
    }

    private void say(String line) {
        if (terminal.live()) {
            terminal.err().print(CLEAR_LINE + line);
            terminal.err().flush();
        } else {
            terminal.err().println(line);
        }
    }

    private String line(Instant now) {
        String verdicts = counts.entrySet().stream()
                .map(it -> it.getValue() + " " + it.getKey())
                .collect(Collectors.joining(", "));
        return "%d of %d: %s, %s".formatted(done, total, verdicts, rest(Duration.between(began, now)));
    }

    private String rest(Duration elapsed) {
        long seconds = Math.ceilDiv(elapsed.toMillis() * (total - done), 1000L * done);
        return seconds < 90
                ? "about %d s left".formatted(seconds)
                : "about %d min left".formatted(Math.ceilDiv(seconds, 60));
    }
}
