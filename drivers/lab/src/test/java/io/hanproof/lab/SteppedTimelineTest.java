package io.hanproof.lab;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(20)
class SteppedTimelineTest {
    private static final Instant START = Instant.parse("2026-01-01T00:00:00Z");
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final List<String> happened = new ArrayList<>();

    /** A far side that goes as far as it may, unless it has a word to say on the way. */
    private static final class FarSide {
        private final List<Instant> words = new ArrayList<>();
        private final List<Instant> allowed = new ArrayList<>();
        private SteppedTimeline near = new SteppedTimeline(START, until -> {}, PATIENCE);

        SteppedTimeline shared(List<String> happened) {
            near = new SteppedTimeline(START, until -> letPass(Timeline.toInstant(until), happened), PATIENCE);
            return near;
        }

        private void letPass(Instant until, List<String> happened) {
            allowed.add(until);
            if (!words.isEmpty() && !words.getFirst().isAfter(until)) {
                Instant when = words.removeFirst();
                near.post(() -> happened.add("word at " + near.instant()));
                near.arrived(Timeline.toNanos(when));
            } else {
                near.arrived(Timeline.toNanos(until));
            }
        }
    }

    @Test
    void timePassesFromBookingToBookingAsFarAsTheFarSideLetsIt() {
        var far = new FarSide();
        var timeline = far.shared(happened);
        timeline.in(Duration.ofSeconds(5), () -> happened.add("booking at " + timeline.instant()));

        timeline.advance(Duration.ofSeconds(8));

        assertThat(happened).containsExactly("booking at 2026-01-01T00:00:05Z");
        assertThat(far.allowed).containsExactly(START.plusSeconds(5), START.plusSeconds(8));
        assertThat(timeline.instant()).isEqualTo(START.plusSeconds(8));
    }

    @Test
    void aWordOfTheFarSideHappensWhereItStoppedForIt() {
        var far = new FarSide();
        far.words.add(START.plusMillis(1_250));
        var timeline = far.shared(happened);
        timeline.in(Duration.ofSeconds(5), () -> happened.add("booking at " + timeline.instant()));

        timeline.advance(Duration.ofSeconds(5));

        assertThat(happened).containsExactly("word at 2026-01-01T00:00:01.250Z", "booking at 2026-01-01T00:00:05Z");
    }

    @Test
    void itStandsAtTheEventThatMadeTheConditionHold() {
        var far = new FarSide();
        far.words.add(START.plusMillis(700));
        var timeline = far.shared(happened);

        boolean held = timeline.advanceUntil(() -> !happened.isEmpty(), START.plusSeconds(60));

        assertThat(held).isTrue();
        assertThat(timeline.instant()).isEqualTo(START.plusMillis(700));
    }

    @Test
    void whatIsPostedWhileTimeStandsStillHappensBeforeItGoesOn() {
        var far = new FarSide();
        var timeline = far.shared(happened);
        timeline.post(() -> happened.add("posted at " + timeline.instant()));

        timeline.advance(Duration.ofSeconds(1));

        assertThat(happened).containsExactly("posted at 2026-01-01T00:00:00Z");
    }

    @Test
    void aFarSideThatNeverStopsIsTheBenchsFault() {
        var timeline = new SteppedTimeline(START, until -> {}, Duration.ofMillis(20));

        assertThatThrownBy(() -> timeline.advance(Duration.ofSeconds(1)))
                .isInstanceOf(BenchFault.class)
                .hasMessage("the far side of the line did not let time pass within PT0.02S, at 2026-01-01T00:00:00Z");
    }

    @Test
    void aFarSideThatIsGoneIsTheBenchsFaultAtOnce() {
        var timeline = new SteppedTimeline(
                START,
                until -> {
                    throw new BenchFault("the stick is gone");
                },
                PATIENCE);

        assertThatThrownBy(() -> timeline.advance(Duration.ofSeconds(1)))
                .isInstanceOf(BenchFault.class)
                .hasMessage("the stick is gone");
    }
}
