package io.hanproof.lab;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.hanproof.lab.Operator.Act;
import io.hanproof.lab.Operator.ConfirmDisplay;
import io.hanproof.lab.Operator.PowerOff;
import io.hanproof.lab.Operator.Question;
import java.time.Duration;
import java.util.ArrayList;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(20)
class AttendedOperatorTest {
    private static final PowerOff POWER_OFF = new PowerOff("PPMID");

    private final WallTimeline timeline = new WallTimeline();

    /** Does what a test says. */
    private record Somebody(Runnable doing, boolean sees) implements Operator {
        @Override
        public void ask(Act act) {
            doing.run();
        }

        @Override
        public boolean confirm(Question question) {
            return sees;
        }
    }

    private Operator attended(Operator operator) {
        return new AttendedOperator(timeline, operator, Duration.ofSeconds(10));
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new BenchFault("interrupted", e);
        }
    }

    @Test
    void timeGoesOnWhileSomebodyIsAtIt() {
        var happened = new CountDownLatch(1);
        timeline.in(Duration.ofMillis(20), happened::countDown);
        var operator = attended(new Somebody(() -> await(happened), true));

        operator.ask(POWER_OFF);

        assertThat(happened.getCount()).isZero();
    }

    @Test
    void anAnswerIsPassedOn() {
        var question = new ConfirmDisplay("PPMID", "firmware 0x20");

        assertThat(attended(new Somebody(() -> {}, true)).confirm(question)).isTrue();
        assertThat(attended(new Somebody(() -> {}, false)).confirm(question)).isFalse();
    }

    @Test
    void aRefusalIsPassedOn() {
        var operator = attended(new Somebody(
                () -> {
                    throw new BenchFault("no hands free");
                },
                true));

        assertThatThrownBy(() -> operator.ask(POWER_OFF))
                .isInstanceOf(BenchFault.class)
                .hasMessage("no hands free");
    }

    @Test
    void whoeverNeverComesBackIsGivenUpAndTold() {
        var told = new CountDownLatch(1);
        var operator = new AttendedOperator(
                timeline,
                new Somebody(
                        () -> {
                            try {
                                new CountDownLatch(1).await();
                            } catch (InterruptedException e) {
                                told.countDown();
                            }
                        },
                        true),
                Duration.ofMillis(30));

        assertThatThrownBy(() -> operator.ask(POWER_OFF))
                .isInstanceOf(BenchFault.class)
                .hasMessage("the operator did not come back within PT0.03S: switch the PPMID off");
        await(told);
    }

    @Test
    void everyRequestSaysWhatToDo() {
        var texts = new ArrayList<String>();

        texts.add(POWER_OFF.text());
        texts.add(new Operator.PowerOn("PPMID").text());
        texts.add(new Operator.JoiningMode("PPMID").text());
        texts.add(new Operator.PutBack("PPMID", "0x10").text());
        texts.add(new ConfirmDisplay("PPMID", "firmware 0x20").text());

        assertThat(texts)
                .containsExactly(
                        "switch the PPMID off",
                        "switch the PPMID on",
                        "put the PPMID in joining mode",
                        "put firmware 0x10 back on the PPMID",
                        "does the PPMID show firmware 0x20?");
    }

    @Test
    void aKindIsFoundByItsName() {
        assertThat(Operator.Kind.named("power-off")).contains(POWER_OFF.kind());
        assertThat(Operator.Kind.named("power")).isEmpty();
    }
}
