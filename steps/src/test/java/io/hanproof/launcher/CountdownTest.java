package io.hanproof.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;

class CountdownTest {
    private static final Instant NOW = Launched.NOW;

    private final StringWriter err = new StringWriter();

    private Countdown countdown(boolean live) {
        var terminal = new Terminal(new PrintWriter(new StringWriter()), new PrintWriter(err, true), false, live);
        return new Countdown(terminal, ZoneOffset.UTC);
    }

    private static void wait(Countdown countdown, Instant until, Duration step) {
        for (Instant now = NOW; now.isBefore(until); now = now.plus(step)) {
            countdown.waiting(now, until);
        }
        countdown.over();
    }

    @Test
    void aFileGetsALineAMinute() {
        var countdown = countdown(false);

        wait(countdown, NOW.plusSeconds(130), Duration.ofSeconds(10));

        assertThat(err.toString().lines())
                .containsExactly(
                        "waiting until 10:02:10 (2 min 10 s left)",
                        "waiting until 10:02:10 (1 min 10 s left)",
                        "waiting until 10:02:10 (10 s left)");
    }

    @Test
    void aTerminalGetsOneLineThatChangesAndGoes() {
        wait(countdown(true), NOW.plusSeconds(11), Duration.ofSeconds(10));

        assertThat(err)
                .hasToString("\r\u001B[Kwaiting until 10:00:11 (11 s left)"
                        + "\r\u001B[Kwaiting until 10:00:11 (1 s left)"
                        + "\r\u001B[K");
    }

    @Test
    void aShortWaitIsNotWorthALine() {
        wait(countdown(true), NOW.plusSeconds(9), Duration.ofSeconds(1));

        assertThat(err.toString()).isEmpty();
    }

    @Test
    void theEndOfAnotherDayHasItsDate() {
        countdown(false).waiting(NOW, NOW.plus(Duration.ofDays(7)));

        assertThat(err.toString().strip()).isEqualTo("waiting until 2026-11-28 10:00:00 (7 d left)");
    }
}
