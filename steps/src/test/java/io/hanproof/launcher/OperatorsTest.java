package io.hanproof.launcher;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assumptions.assumeThat;

import io.hanproof.lab.BenchFault;
import io.hanproof.lab.Operator.ConfirmDisplay;
import io.hanproof.lab.Operator.JoiningMode;
import io.hanproof.lab.Operator.PowerOff;
import io.hanproof.lab.Operator.PowerOn;
import io.hanproof.lab.Operator.PutBack;
import io.hanproof.profile.BenchSettings;
import io.hanproof.profile.BenchSettings.Power;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Whoever does by hand, by command or by script what a scenario needs done to the product. */
@Timeout(30)
class OperatorsTest {
    private static final PowerOff OFF = new PowerOff("PPMID");
    private static final PowerOn ON = new PowerOn("PPMID");
    private static final ConfirmDisplay SHOWS = new ConfirmDisplay("PPMID", "firmware 0x20");

    @TempDir
    private Path folder;

    @BeforeEach
    void onlyWhereThereIsAShell() {
        assumeThat(Path.of("/bin/sh"))
                .as("the commands of these tests are a shell's")
                .exists();
    }

    private static BenchSettings bench(Duration limit, List<String> off, List<String> joining) {
        return new BenchSettings(
                Optional.empty(),
                Optional.of(new Power(off, List.of("true"))),
                joining,
                new BenchSettings.Restore.None(),
                Duration.ofSeconds(1),
                limit,
                OptionalInt.empty());
    }

    private static CommandOperator commands(String off) {
        return new CommandOperator(bench(Duration.ofSeconds(10), shell(off), List.of()));
    }

    private static List<String> shell(String script) {
        return List.of("/bin/sh", "-c", script);
    }

    private AnswersOperator answers(String... lines) throws IOException {
        return AnswersOperator.in(Files.write(folder.resolve("answers"), List.of(lines)));
    }

    @Test
    void aCommandDoesWhatItsProfileHasItFor() {
        Path relay = folder.resolve("relay");

        commands("echo off > " + relay).ask(OFF);

        assertThat(relay).content().isEqualTo("off\n");
    }

    @Test
    void aCommandThatFailsTellsItsExitCodeAndItsFirstComplaint() {
        assertThatThrownBy(() -> commands("echo; echo no such relay >&2; echo more >&2; exit 3")
                        .ask(OFF))
                .isInstanceOf(BenchFault.class)
                .hasMessageStartingWith("the command \"/bin/sh -c ")
                .hasMessageEndingWith("which is to switch the PPMID off, failed with exit code 3: no such relay");
    }

    @Test
    void aCommandThatIsNotThereIsTheBenchsFault() {
        var nowhere = new CommandOperator(
                bench(Duration.ofSeconds(10), List.of(folder.resolve("relay").toString()), List.of()));

        assertThatThrownBy(() -> nowhere.ask(OFF))
                .isInstanceOf(BenchFault.class)
                .hasMessageContaining("cannot be started: ");
    }

    @Test
    void aCommandThatTakesTooLongIsKilledWithItsChildren() throws Exception {
        Path pid = folder.resolve("pid");
        var slow = new CommandOperator(
                bench(Duration.ofMillis(500), shell("sleep 100 & echo $! > " + pid + "; wait"), List.of()));

        assertThatThrownBy(() -> slow.ask(OFF))
                .isInstanceOf(BenchFault.class)
                .hasMessageEndingWith("did not end within PT0.5S");

        long child = Long.parseLong(Files.readString(pid).strip());
        var left = ProcessHandle.of(child);
        if (left.isPresent()) {
            left.get().onExit().get(); // the test's own limit ends this if it never does
        }
    }

    @Test
    void aCommandThatIsInterruptedIsKilledToo() {
        var slow = commands("sleep 100");
        Thread.currentThread().interrupt();

        assertThatThrownBy(() -> slow.ask(OFF)).isInstanceOf(BenchFault.class).hasMessageStartingWith("interrupted: ");
        assertThat(Thread.interrupted()).isTrue();
    }

    @Test
    void linesAnswerTheRequestsOfTheirKindInOrder() throws IOException {
        var answers =
                answers("# at the bench in room 3", "", "power-off: done", "confirm: yes", "confirm: no, it is dark");

        answers.ask(OFF);

        assertThat(answers.confirm(SHOWS)).isTrue();
        assertThat(answers.confirm(SHOWS)).isFalse();
        assertThatThrownBy(() -> answers.ask(OFF))
                .isInstanceOf(BenchFault.class)
                .hasMessage("%s has no answer to power-off left: switch the PPMID off (it has some to nothing)"
                        .formatted(folder.resolve("answers")));
    }

    @Test
    void oneLineMayAnswerAllThatFollow() throws IOException {
        var answers = answers("power-off: done", "every power-off: no, the relay is broken", "every power-on: done");

        answers.ask(OFF);
        answers.ask(ON);
        answers.ask(ON);

        for (int i = 0; i < 2; i++) {
            assertThatThrownBy(() -> answers.ask(OFF))
                    .isInstanceOf(BenchFault.class)
                    .hasMessage("%s says no to \"switch the PPMID off\": the relay is broken"
                            .formatted(folder.resolve("answers")));
        }
    }

    @Test
    void linesThatAreNoAnswersAreAllNamed() {
        assertThatThrownBy(() -> answers("power-of: done", "power-on: yes", "confirm: done", "joining"))
                .isInstanceOf(UsageFault.class)
                .hasMessageContaining("answers:1: a line needs one of power-off, power-on, joining, restore, confirm, "
                        + "found power-of, did you mean power-off?")
                .hasMessageContaining("answers:2: an answer to power-on needs done or no with its reason, found yes")
                .hasMessageContaining("answers:3: an answer to confirm needs yes or no with its reason, found done")
                .hasMessageContaining("answers:4: a line needs KIND: ANSWER, found joining");
        assertThatThrownBy(() -> AnswersOperator.in(folder.resolve("none")))
                .isInstanceOf(UsageFault.class)
                .hasMessageContaining("cannot be read (NoSuchFileException)");
    }

    @Test
    void aCommandComesBeforeAFileAndAFileBeforeAPerson() throws IOException {
        Path relay = folder.resolve("relay");
        var answers = answers("power-off: no, not by me", "joining: done");
        var nowhere =
                new Terminal(new PrintWriter(new StringWriter()), new PrintWriter(new StringWriter()), false, false);
        var person = new TerminalOperator(nowhere, System.in, () -> Launched.NOW, Duration.ofSeconds(1));
        var operator = new BenchOperator(commands("echo off > " + relay), Optional.of(answers), Optional.of(person));

        operator.ask(OFF);
        operator.ask(new JoiningMode("PPMID"));

        assertThat(relay).exists();
        assertThatThrownBy(() -> operator.ask(new JoiningMode("PPMID")))
                .hasMessageContaining("has no answer to joining");
    }

    @Test
    void withNobodyToAskTheScenarioCannotGoOn() {
        var operator = new BenchOperator(new CommandOperator(BenchSettings.USUAL), Optional.empty(), Optional.empty());

        assertThatThrownBy(() -> operator.ask(new PutBack("PPMID", "0x10")))
                .isInstanceOf(BenchFault.class)
                .hasMessage("nobody to ask: no command for restore in the profile, no --answers file and no "
                        + "terminal (put firmware 0x10 back on the PPMID)");
        assertThatCode(() -> new CommandOperator(BenchSettings.USUAL).does(OFF)).doesNotThrowAnyException();
    }
}
