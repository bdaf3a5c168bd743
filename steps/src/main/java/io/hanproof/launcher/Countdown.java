package io.hanproof.launcher;

import io.hanproof.lab.WallTimeline;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** Says how long a wait still takes: on a terminal in one line that changes, elsewhere in a line a minute. */
final class Countdown implements WallTimeline.Watcher {
    private static final Duration WORTH_TELLING = Duration.ofSeconds(10);
    private static final Duration BETWEEN_LINES = Duration.ofMinutes(1);
    private static final String CLEAR_LINE = "\r\u001B[K";
    private static final DateTimeFormatter TODAY = DateTimeFormatter.ofPattern("HH:mm:ss", Locale.ROOT);
    private static final DateTimeFormatter LATER = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss", Locale.ROOT);

    private final Terminal terminal;
    private final ZoneId zone;
    private Instant next = Instant.MIN;
    private boolean shown;

    /** @param zone of the clock that people look at */
    Countdown(Terminal terminal, ZoneId zone) {
        this.terminal = terminal;
        this.zone = zone;
    }

    @Override
    public void waiting(Instant now, Instant until) {
        Duration left = Duration.between(now, until);
        if (!shown && left.compareTo(WORTH_TELLING) < 0) {
            return;
        }
        shown = true;
        String line = line(now, until, left);
        if (terminal.live()) {
            terminal.err().print(CLEAR_LINE + line);
        } else if (!now.isBefore(next)) {
            next = now.plus(BETWEEN_LINES);
            terminal.err().println(line);
        }
        terminal.err().flush();
    }

    @Override
    public void over() {
        if (shown && terminal.live()) {
            terminal.err().print(CLEAR_LINE);
            terminal.err().flush();
        }
        shown = false;
    }

    private String line(Instant now, Instant until, Duration left) {
        ZonedDateTime end = until.atZone(zone);
        boolean today = end.toLocalDate().equals(now.atZone(zone).toLocalDate());
        return "waiting until %s (%s left)".formatted((today ? TODAY : LATER).format(end), Span.of(left));
    }
}
