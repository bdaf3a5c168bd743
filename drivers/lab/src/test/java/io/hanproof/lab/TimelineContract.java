package io.hanproof.lab;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What every timeline keeps to, whichever clock drives it. */
abstract class TimelineContract {
    private static final Duration SHORT = Duration.ofMillis(5);
    private static final Duration LONG = Duration.ofMillis(20);

    private final List<String> happened = new ArrayList<>();
    private Timeline timeline;

    abstract Timeline make();

    @BeforeEach
    void makeTimeline() {
        timeline = make();
    }

    @Test
    void nothingHappensBeforeItAdvances() {
        timeline.at(timeline.nanos(), () -> happened.add("due"));

        assertThat(happened).isEmpty();
    }

    @Test
    void whatIsBookedHappensInOrderOfTime() {
        timeline.in(LONG, () -> happened.add("later"));
        timeline.in(SHORT, () -> happened.add("sooner"));

        timeline.advance(LONG.plus(SHORT));

        assertThat(happened).containsExactly("sooner", "later");
    }

    @Test
    void tiesHappenInBookingOrder() {
        long same = timeline.nanos() + SHORT.toNanos();
        for (int i = 0; i < 200; i++) {
            String name = Integer.toString(i);
            timeline.at(same, () -> happened.add(name));
        }

        timeline.advance(LONG);

        assertThat(happened).hasSize(200).isSortedAccordingTo((a, b) -> Integer.parseInt(a) - Integer.parseInt(b));
    }

    @Test
    void theClockHasReachedWhatHappens() {
        Instant when = timeline.instant().plus(SHORT);
        var seen = new ArrayList<Instant>();
        timeline.at(when, () -> seen.add(timeline.instant()));

        timeline.advance(LONG);

        assertThat(seen).singleElement().satisfies(it -> assertThat(it).isAfterOrEqualTo(when));
    }

    @Test
    void advancingEndsAtTheInstantAskedFor() {
        Instant when = timeline.instant().plus(SHORT);

        timeline.advanceTo(when);

        assertThat(timeline.instant()).isAfterOrEqualTo(when);
    }

    @Test
    void whatIsBookedForAnInstantThatHasPassedHappensNext() {
        timeline.advance(SHORT);
        timeline.at(timeline.instant().minus(Duration.ofDays(1)), () -> happened.add("past"));
        timeline.in(SHORT, () -> happened.add("soon"));

        timeline.advance(LONG);

        assertThat(happened).containsExactly("past", "soon");
    }

    @Test
    void whatHappensMayBookMore() {
        timeline.in(SHORT, () -> timeline.in(SHORT, () -> happened.add("second")));

        timeline.advanceUntil(() -> !happened.isEmpty(), timeline.instant().plusSeconds(10)); // a wall clock runs on

        assertThat(happened).containsExactly("second");
    }

    @Test
    void aBookingThatWasGivenUpDoesNotHappen() {
        var booking = timeline.in(SHORT, () -> happened.add("given up"));
        timeline.in(SHORT, () -> happened.add("kept"));

        booking.cancel();
        booking.cancel();
        timeline.advance(LONG);

        assertThat(happened).containsExactly("kept");
    }

    @Test
    void givingUpWhatHasHappenedDoesNothing() {
        var booking = timeline.in(SHORT, () -> happened.add("first"));
        timeline.advance(LONG);

        booking.cancel();
        timeline.in(SHORT, () -> happened.add("second"));
        timeline.advance(LONG);

        assertThat(happened).containsExactly("first", "second");
    }

    @Test
    void aConditionStopsAtTheEventThatMadeItHold() {
        timeline.in(SHORT, () -> happened.add("wanted"));
        timeline.in(Duration.ofDays(1), () -> happened.add("tomorrow"));

        boolean held = timeline.advanceUntil(
                () -> happened.contains("wanted"), timeline.instant().plus(Duration.ofDays(2)));

        assertThat(held).isTrue();
        assertThat(happened).containsExactly("wanted");
    }

    @Test
    void aConditionThatHoldsAlreadyLetsNothingHappen() {
        timeline.at(timeline.nanos(), () -> happened.add("due"));

        boolean held = timeline.advanceUntil(() -> true, timeline.instant().plus(LONG));

        assertThat(held).isTrue();
        assertThat(happened).isEmpty();
    }

    @Test
    void aConditionThatNeverHoldsEndsAtTheDeadline() {
        Instant deadline = timeline.instant().plus(SHORT);

        boolean held = timeline.advanceUntil(() -> false, deadline);

        assertThat(held).isFalse();
        assertThat(timeline.instant()).isAfterOrEqualTo(deadline);
    }

    @Test
    void whatHappensCannotAdvanceTheTimeline() {
        timeline.in(SHORT, () -> timeline.advance(SHORT));

        assertThatIllegalStateException().isThrownBy(() -> timeline.advance(LONG));
    }

    @Test
    void anExceptionReachesTheOneWhoAdvancesAndTheRestStillHappens() {
        timeline.in(SHORT, () -> {
            throw new AssertionError("a checker's verdict");
        });
        timeline.in(SHORT, () -> happened.add("after"));

        assertThatThrownBy(() -> timeline.advance(LONG)).hasMessage("a checker's verdict");
        timeline.advance(LONG);

        assertThat(happened).containsExactly("after");
    }
}
