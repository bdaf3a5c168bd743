package io.hanproof.launcher;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.hanproof.lab.BenchFault;
import io.hanproof.lab.Operator.ConfirmDisplay;
import io.hanproof.lab.Operator.PowerOff;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PipedInputStream;
import java.io.PipedOutputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.Charset;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(30)
class TerminalOperatorTest {
    private static final PowerOff OFF = new PowerOff("PPMID");
    private static final ConfirmDisplay SHOWS = new ConfirmDisplay("PPMID", "firmware 0x20");

    private final StringWriter err = new StringWriter();

    /** Somebody who types an answer whenever asked. */
    private final class Person extends PrintWriter {
        private final PipedOutputStream keys;
        private final String[] answers;
        private int given;

        Person(PipedOutputStream keys, String... answers) {
            super(err, true);
            this.keys = keys;
            this.answers = answers;
        }

        @Override
        public void println(String line) {
            super.println(line);
            if (given < answers.length) {
                try {
                    keys.write((answers[given++] + "\n").getBytes(Charset.defaultCharset()));
                    keys.flush();
                } catch (IOException e) {
                    throw new IllegalStateException(e);
                }
            }
        }
    }

    private TerminalOperator typing(String... answers) throws IOException {
        var in = new PipedInputStream();
        var person = new Person(new PipedOutputStream(in), answers);
        var terminal = new Terminal(new PrintWriter(new StringWriter()), person, false, false);
        return new TerminalOperator(terminal, in, InstantSource.system(), Duration.ofMinutes(5));
    }

    private TerminalOperator silent(InputStream in, InstantSource clock, Duration limit) {
        var terminal = new Terminal(new PrintWriter(new StringWriter()), new PrintWriter(err, true), false, false);
        return new TerminalOperator(terminal, in, clock, limit);
    }

    @Test
    void enterMeansThatItIsDone() throws IOException {
        typing("").ask(OFF);

        assertThat(err.toString().lines())
                .containsExactly("operator: switch the PPMID off - press Enter when it is done, or type no and why"
                        + " (5 min left)");
    }

    @Test
    void noMeansThatItIsNotAndWhy() throws IOException {
        var operator = typing("no: it has a battery", "n");

        assertThatThrownBy(() -> operator.ask(OFF))
                .isInstanceOf(BenchFault.class)
                .hasMessage("the operator said no to \"switch the PPMID off\": it has a battery");
        assertThatThrownBy(() -> operator.ask(OFF))
                .hasMessage("the operator said no to \"switch the PPMID off\": no reason given");
    }

    @Test
    void aQuestionIsAnsweredByYesOrNo() throws IOException {
        var operator = typing("", "perhaps", "Yes", "no, 0x10");

        assertThat(operator.confirm(SHOWS)).isTrue();
        assertThat(operator.confirm(SHOWS)).isFalse();
        assertThat(err.toString())
                .contains("operator: does the PPMID show firmware 0x20? - type yes or no (5 min left)")
                .contains("operator: type yes or no, found nothing")
                .contains("operator: type yes or no, found perhaps");
    }

    @Test
    void whoeverDoesNotAnswerIsRemindedAndGivenUp() throws IOException {
        var now = new AtomicReference<>(Launched.NOW);
        InstantSource quick = () -> now.getAndUpdate(it -> it.plusSeconds(20));
        var operator = silent(new PipedInputStream(new PipedOutputStream()), quick, Duration.ofMinutes(3));

        assertThatThrownBy(() -> operator.ask(OFF))
                .isInstanceOf(BenchFault.class)
                .hasMessage("the operator did not answer within PT3M: switch the PPMID off");
        assertThat(err.toString())
                .containsPattern("operator: switch the PPMID off - (1 min|[0-9]+ s)( [0-9]+ s)? left");
    }

    @Test
    void withNobodyAtTheTerminalNobodyIsWaitedFor() {
        var operator = silent(new ByteArrayInputStream(new byte[0]), InstantSource.system(), Duration.ofMinutes(5));

        for (int i = 0; i < 2; i++) {
            assertThatThrownBy(() -> operator.ask(OFF))
                    .isInstanceOf(BenchFault.class)
                    .hasMessage("nobody is at the terminal, what is typed has ended: switch the PPMID off");
        }
    }

    @Test
    void anInterruptEndsTheQuestion() throws IOException {
        Instant now = Launched.NOW;
        var operator = silent(new PipedInputStream(new PipedOutputStream()), () -> now, Duration.ofMinutes(5));
        Thread.currentThread().interrupt();

        assertThatThrownBy(() -> operator.ask(OFF))
                .isInstanceOf(BenchFault.class)
                .hasMessage("interrupted while the operator was asked: switch the PPMID off");
        assertThat(Thread.interrupted()).isTrue();
    }
}
