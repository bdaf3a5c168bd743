package io.hanproof.lab;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import org.junit.jupiter.api.Test;

class VirtualTimelineTest extends TimelineContract {
    private static final Instant START = Instant.parse("2026-01-01T00:00:00Z");

    private final VirtualTimeline timeline = new VirtualTimeline(START);

    @Override
    Timeline make() {
        return new VirtualTimeline(START);
    }

    private record Booked(long nanos, int order) {}

    @Test
    void standsExactlyWhereAnEventIsBooked() {
        var seen = new ArrayList<Instant>();
        timeline.at(START.plusNanos(1), () -> seen.add(timeline.instant()));

        timeline.advanceTo(START.plusSeconds(1));

        assertThat(seen).containsExactly(START.plusNanos(1));
        assertThat(timeline.instant()).isEqualTo(START.plusSeconds(1));
    }

    @Test
    void anEventAtTheDeadlineHappensAndOneAfterItDoesNot() {
        var seen = new ArrayList<String>();
        timeline.at(START.plusSeconds(10), () -> seen.add("at"));
        timeline.at(START.plusSeconds(10).plusNanos(1), () -> seen.add("after"));

        timeline.advanceTo(START.plusSeconds(10));

        assertThat(seen).containsExactly("at");
    }

    @Test
    void tellsWhenItsEarliestBookingIs() {
        timeline.at(START.plusSeconds(10), () -> {});
        timeline.at(START.plusSeconds(5), () -> {});

        assertThat(timeline.next()).contains(START.plusSeconds(5));
        timeline.advanceTo(START.plusSeconds(5));
        assertThat(timeline.next()).contains(START.plusSeconds(10));
        timeline.advanceTo(START.plusSeconds(10));
        assertThat(timeline.next()).isEmpty();
    }

    @Test
    void theClockNeverGoesBack() {
        timeline.advance(Duration.ofMinutes(1));

        timeline.advanceTo(START);

        assertThat(timeline.instant()).isEqualTo(START.plusSeconds(60));
    }

    @Test
    void tenThousandBookingsWithEveryThirdGivenUpHappenInOrder() {
        var chance = Seed.derive(7, "agenda");
        var expected = new ArrayList<Booked>();
        var happened = new ArrayList<Booked>();
        for (int i = 0; i < 10_000; i++) {
            var booked = new Booked(timeline.nanos() + chance.nextInt(1_000), i);
            var booking = timeline.at(booked.nanos(), () -> happened.add(booked));
            if (i % 3 == 0) {
                booking.cancel();
            } else {
                expected.add(booked);
            }
        }
        expected.sort(Comparator.comparingLong(Booked::nanos).thenComparingInt(Booked::order));

        timeline.advance(Duration.ofSeconds(1));

        assertThat(happened).isEqualTo(expected);
    }

    @Test
    void whatNeverEndsAtOneInstantIsReportedRatherThanWaitedFor() {
        Runnable[] again = new Runnable[1];
        again[0] = () -> timeline.at(timeline.nanos(), again[0]);
        timeline.in(Duration.ofMinutes(1), again[0]);

        assertThatIllegalStateException()
                .isThrownBy(() -> timeline.advance(Duration.ofHours(1)))
                .withMessage("time stands still at 2026-01-01T00:01:00Z: what happens there never ends");
    }

    @Test
    void timeoutsThatAreGivenUpDoNotPileUp() {
        var agenda = new Agenda();
        agenda.add(1, () -> {});
        for (int i = 0; i < 100_000; i++) {
            agenda.add(i, () -> {}).cancel();
        }

        assertThat(agenda.size()).isLessThan(200);
    }
}
