package io.hanproof.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import io.hanproof.evidence.Verdict;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class ProgressTest {
    private final StringWriter err = new StringWriter();
    private Instant now = Launched.NOW;

    private Progress progress(boolean live) {
        var terminal = new Terminal(new PrintWriter(new StringWriter()), new PrintWriter(err, true), false, live);
        return new Progress(terminal, () -> now, 100);
    }

    private void after(Duration pause, Runnable what) {
        now = now.plus(pause);
        what.run();
    }

    @Test
    void aFileGetsALineNowAndThen() {
        Progress progress = progress(false);

        after(Duration.ofSeconds(4), () -> progress.count(Verdict.PASS));
        after(Duration.ofSeconds(4), () -> progress.count(Verdict.FAIL));
        after(Duration.ofSeconds(4), () -> progress.count(Verdict.PASS));
        after(Duration.ofSeconds(4), () -> progress.count(Verdict.PASS));
        progress.end();

        assertThat(err.toString().lines()).containsExactly("3 of 100: 2 PASS, 1 FAIL, about 7 min left");
    }

    @Test
    void aTerminalGetsOneLineThatChangesAndGoes() {
        Progress progress = progress(true);

        after(Duration.ofMillis(200), () -> progress.count(Verdict.PASS));
        after(Duration.ofMillis(50), () -> progress.count(Verdict.PASS));
        after(Duration.ofMillis(200), () -> progress.count(Verdict.PASS));
        progress.end();

        assertThat(err)
                .hasToString("\r\u001B[K1 of 100: 1 PASS, about 20 s left"
                        + "\r\u001B[K3 of 100: 3 PASS, about 15 s left"
                        + "\r\u001B[K");
    }
}
