package io.hanproof.lab;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

class WallTimelineTest extends TimelineContract {
    private final WallTimeline timeline = new WallTimeline();

    @Override
    Timeline make() {
        return new WallTimeline();
    }

    @Test
    void whatAnotherThreadPostsHappensOnTheTimelinesThread() throws InterruptedException {
        var happenedOn = new AtomicReference<Thread>();
        var radio = new Thread(() -> timeline.post(() -> happenedOn.set(Thread.currentThread())));

        radio.start();
        boolean happened = timeline.advanceUntil(
                () -> happenedOn.get() != null, timeline.instant().plusSeconds(10));
        radio.join();

        assertThat(happened).isTrue();
        assertThat(happenedOn.get()).isSameAs(Thread.currentThread());
    }

    @Test
    void postsHappenInTheOrderOfPosting() {
        var happened = new ArrayList<Integer>();
        for (int i = 0; i < 100; i++) {
            int number = i;
            timeline.post(() -> happened.add(number));
        }

        timeline.advanceUntil(() -> happened.size() == 100, timeline.instant().plusSeconds(10));

        assertThat(happened).hasSize(100).isSorted();
    }

    @Test
    void anInterruptIsTheBenchsFaultAndStaysVisible() {
        Thread.currentThread().interrupt();

        assertThatThrownBy(() -> timeline.advance(Duration.ofSeconds(10))).isInstanceOf(BenchFault.class);
        assertThat(Thread.interrupted()).isTrue();
    }

    @Test
    void aWatcherIsToldOfLongWaitsAndOfTheirEnd() {
        var heard = new ArrayList<String>();
        var until = timeline.instant().plusMillis(1500);
        timeline.watch(new WallTimeline.Watcher() {
            @Override
            public void waiting(Instant now, Instant deadline) {
                heard.add("waiting " + (deadline.equals(until) && now.isBefore(deadline)));
            }

            @Override
            public void over() {
                heard.add("over");
            }
        });

        timeline.advance(Duration.ofMillis(50));
        assertThat(heard).isEmpty();

        timeline.advanceTo(until);
        assertThat(heard).containsExactly("waiting true", "over");
    }
}
