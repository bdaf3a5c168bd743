package io.hanproof.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import io.hanproof.evidence.MonitorResult;
import io.hanproof.evidence.MonitorResult.Violation;
import io.hanproof.evidence.RunResult;
import io.hanproof.evidence.Verdict;
import io.hanproof.matrix.Requirements;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class SummaryTest {
    private static RunResult run(List<MonitorResult> monitors) {
        return new RunResult(
                new RunResult.Tool("hanproof", "1", "abc"),
                "1",
                "",
                "",
                List.of(),
                "id",
                Launched.NOW,
                1,
                "2019",
                Map.of(),
                "emulator",
                "virtual",
                "",
                List.of(),
                List.of(),
                List.of(),
                monitors);
    }

    @Test
    void aBrokenStandingRuleIsAFailure() {
        var broken = new Violation("DEV-01/a", 17, "sends a frame without power");
        RunResult run = run(List.of(new MonitorResult(
                "silent-without-power",
                "A device that is switched off sends nothing",
                List.of("PWR-03"),
                "ppmid-example",
                Verdict.FAIL,
                "sent 5 frames without power",
                9,
                List.of(broken, broken, broken, broken, broken))));
        var out = new StringWriter();
        var terminal = new Terminal(new PrintWriter(out), new PrintWriter(out), false, false);

        new Summary(terminal, Requirements.shipped(), Path.of("out")).print(run);

        assertThat(RunCommand.exitCode(run)).isEqualTo(ExitCode.FAILED);
        assertThat(out.toString())
                .contains("FAIL  monitor silent-without-power on ppmid-example")
                .contains("  rule        A device that is switched off sends nothing")
                .contains("  requirement PWR-03: ")
                .contains("  at          frame 17 of DEV-01/a: sends a frame without power")
                .contains("  and         2 more, see verdicts.json")
                .contains("FAIL: 0 planned")
                .contains("monitors: 0 PASS, 1 FAIL");
    }

    @Test
    void framesInARowAreOneRange() {
        assertThat(Summary.numbers(List.of(240, 212, 213, 214, 245, 240))).isEqualTo("212-214, 240, 245");
    }

    @Test
    void coloursAreForTerminalsOnly() {
        var nowhere = new PrintWriter(new StringWriter());

        assertThat(new Terminal(nowhere, nowhere, false, false).red("FAIL")).isEqualTo("FAIL");
        assertThat(new Terminal(nowhere, nowhere, true, false).red("FAIL")).isEqualTo("\u001B[31mFAIL\u001B[0m");
        assertThat(Terminal.ofProcess("1,2", Map.of()).colour()).isTrue();
        assertThat(Terminal.ofProcess("1,2", Map.of("NO_COLOR", "1")).colour()).isFalse();
        assertThat(Terminal.ofProcess("1,2", Map.of("NO_COLOR", "1")).live()).isTrue();
        assertThat(Terminal.ofProcess("2", Map.of()).colour()).isFalse();
        assertThat(Terminal.ofProcess("", Map.of()).live()).isFalse();
        assertThat(Terminal.ofProcess("1,2", Map.of("TERM", "dumb")).live()).isFalse();
    }
}
