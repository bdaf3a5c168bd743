package io.hanproof.launcher;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.hanproof.evidence.PlannedScenario;
import io.hanproof.evidence.ScenarioResult;
import io.hanproof.lab.Recorder;
import io.hanproof.steps.Outcome;
import java.io.PrintWriter;
import java.io.Writer;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class HarvestTest {
    private static final String PLACE = "file:///a.feature:3";

    private Instant now = Launched.NOW;
    private final Harvest harvest =
            new Harvest(Map.of(PLACE, planned(3)), new Judgement(new Replay(1, List.of(), Map.of())), bench());

    private static PlannedScenario planned(int line) {
        return new PlannedScenario(
                "A/b", "b", "hub", List.of(), "", "", "", "file:///a.feature", line, List.of(), "acme", 1);
    }

    private Bench bench() {
        var nowhere =
                new Terminal(new PrintWriter(Writer.nullWriter()), new PrintWriter(Writer.nullWriter()), false, false);
        return new Bench(
                () -> now,
                new Progress(nowhere, () -> now, 1),
                new Watchdog(Duration.ofSeconds(1)),
                new Interruption());
    }

    private static Outcome outcome(int line, Optional<Throwable> failure) {
        return new Outcome(
                planned(line),
                failure,
                Optional.empty(),
                Duration.ofHours(1),
                List.of(7),
                List.of("seen"),
                Map.of(),
                List.of(),
                new Recorder().recording());
    }

    @Test
    void aResultTellsHowLongItTookOnTheHanAndHere() {
        harvest.started(PLACE);
        now = now.plusMillis(40);
        harvest.take(outcome(3, Optional.empty()));
        harvest.finished(PLACE, Optional.empty());

        assertThat(harvest.results()).singleElement().satisfies(it -> {
            assertThat(it.hanTime()).isEqualTo(Duration.ofHours(1));
            assertThat(it.wallTime()).isEqualTo(Duration.ofMillis(40));
            assertThat(it.reason()).isEqualTo("seen");
        });
    }

    @Test
    void whatWasPlannedMustComeBack() {
        harvest.started(PLACE);
        harvest.finished(PLACE, Optional.empty());

        assertThatThrownBy(harvest::results)
                .isInstanceOf(OwnFault.class)
                .hasMessage("scenario A/b on acme was planned and did not come back");
    }

    @Test
    void aScenarioThatLeftNothingBehindTellsWhy() {
        harvest.finished(PLACE, Optional.of(new IllegalStateException("no world")));

        assertThatThrownBy(harvest::results)
                .isInstanceOf(OwnFault.class)
                .hasMessageContaining(
                        "scenario A/b on acme left no outcome behind: java.lang.IllegalStateException: no world");
    }

    @Test
    void whatWasNotPlannedMustNotComeBack() {
        harvest.take(outcome(4, Optional.empty()));

        assertThatThrownBy(harvest::results)
                .isInstanceOf(OwnFault.class)
                .hasMessage("file:///a.feature:4 left an outcome behind and was not planned");
    }

    @Test
    void aFailureThatTheOutcomeDoesNotTellIsNotLost() {
        harvest.take(outcome(3, Optional.empty()));
        harvest.finished(PLACE, Optional.of(new AssertionError("failed when the world was closed")));

        assertThatThrownBy(harvest::results)
                .isInstanceOf(OwnFault.class)
                .hasMessageContaining("disagree on whether it ended well");
    }

    @Test
    void whatFailsAroundTheScenariosIsNotLost() {
        harvest.take(outcome(3, Optional.empty()));
        harvest.finished(PLACE, Optional.empty());
        harvest.finished("", Optional.of(new IllegalStateException("two factories")));

        assertThatThrownBy(harvest::results)
                .isInstanceOf(OwnFault.class)
                .hasMessageContaining("Cucumber failed around the scenarios");
    }

    @Test
    void aFailureIsToldOnOneLine() {
        harvest.take(outcome(3, Optional.of(new AssertionError("expected a,\n   saw b"))));
        harvest.finished(PLACE, Optional.of(new AssertionError("expected a,\n   saw b")));

        assertThat(harvest.results()).extracting(ScenarioResult::reason).containsExactly("expected a, saw b");
    }
}
