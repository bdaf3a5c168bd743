package io.hanproof.dongle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.hanproof.lab.ApsFrame;
import io.hanproof.lab.BenchFault;
import io.hanproof.lab.Recorder;
import io.hanproof.lab.WallTimeline;
import io.hanproof.ncp.EmulatedStick;
import io.hanproof.ncp.NcpFault;
import io.hanproof.octets.Octets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A stick that is lost is never waited for: what went on says so, and it can be found again. */
@Timeout(60)
class StickLossTest {
    private static final Duration TEN_MINUTES = Duration.ofMinutes(10);
    private static final Duration A_WHILE = Duration.ofSeconds(10);

    private final TestSticks sticks = TestSticks.with(new DisplayTenant(DisplayTenant.profile()));
    private final List<String> told = Collections.synchronizedList(new ArrayList<>());

    @AfterEach
    void close() {
        sticks.close();
    }

    static Stream<Named<Function<EmulatedStick, Line>>> lines() {
        return StickUpdateTest.lines();
    }

    @ParameterizedTest
    @MethodSource("lines")
    void pulledOutInTheMiddleOfATransferItEndsTheScenarioAtOnce(Function<EmulatedStick, Line> plug) {
        var emulated = sticks.make(TestSticks.HUB, new NcpFault.Unplugs(200, Duration.ofDays(1)));
        try (var stick = open(plug.apply(emulated))) {

            assertThatThrownBy(() -> update(stick))
                    .isInstanceOf(BenchFault.class)
                    .hasMessageContaining("is gone: unplugged, or closed from the other side");

            assertThat(told).singleElement().satisfies(it -> assertThat(it).contains("is gone"));
            assertThat(stick.lost()).isPresent();
        }
    }

    @Test
    void everySendFromThenOnSaysWhy() {
        var emulated = sticks.make(TestSticks.HUB);
        try (var stick = open(TestSticks.inMemory(emulated))) {
            var timeline = new WallTimeline();
            var radio = stick.radio(timeline, new Recorder());

            emulated.unplug();

            assertThatThrownBy(() -> timeline.advance(A_WHILE)).hasMessageContaining("is gone");
            assertThatThrownBy(() -> radio.send(frame()))
                    .isInstanceOf(BenchFault.class)
                    .hasMessageContaining("is gone");
        }
    }

    @Test
    void aStickThatResetsItselfIsLost() {
        var emulated = sticks.make(TestSticks.HUB, new NcpFault.Resets(200, 0x01));
        try (var stick = open(TestSticks.inMemory(emulated))) {
            assertThatThrownBy(() -> update(stick))
                    .isInstanceOf(BenchFault.class)
                    .hasMessage("memory: the stick has reset itself");
        }
    }

    @Test
    void aStickThatFailsIsLost() {
        var emulated = sticks.make(TestSticks.HUB, new NcpFault.Fails(200, 0x51));
        try (var stick = open(TestSticks.inMemory(emulated))) {
            assertThatThrownBy(() -> update(stick))
                    .isInstanceOf(BenchFault.class)
                    .hasMessage("memory: the stick reports an error and has stopped (ASH ERROR)");
        }
    }

    @ParameterizedTest
    @MethodSource("lines")
    void opensTheSameStickAgainWhenItIsBack(Function<EmulatedStick, Line> plug) {
        var emulated = sticks.make(TestSticks.HUB, new NcpFault.Unplugs(200, Duration.ofMillis(600)));
        try (var stick = open(plug.apply(emulated))) {
            assertThatThrownBy(() -> update(stick)).isInstanceOf(BenchFault.class);

            stick.reopen(Duration.ofSeconds(20));

            var simulated = Update.fromTheHubsPlace(Update.simulated(DisplayTenant.profile(), TEN_MINUTES));
            assertThat(Update.fromTheHubsPlace(update(stick).recording())).isEqualTo(simulated);
        }
    }

    @Test
    void aStickThatDoesNotComeBackIsAFault() {
        var emulated = sticks.make(TestSticks.HUB);
        try (var stick = open(new SerialLine(TestSticks.onPty(emulated)))) {
            emulated.unplug();

            assertThatThrownBy(() -> stick.reopen(Duration.ofSeconds(1)))
                    .isInstanceOf(BenchFault.class)
                    .hasMessageContaining("the stick did not come back within PT1S: port")
                    .hasMessageContaining("does not exist");
        }
    }

    private Stick open(Line line) {
        var stick = TestSticks.open(line, StickRole.FORM, TestSticks.network(StickEndpoint.hub()));
        stick.onLost(told::add);
        return stick;
    }

    private static Recorder update(Stick stick) {
        var bench = stick.emulatedBench().orElseThrow();
        bench.begin(Update.SEED, Update.START, Optional.empty(), Optional.empty());
        var timeline = bench.timeline(Update.START, A_WHILE);
        var recorder = new Recorder();
        Update.begin(stick.radio(timeline, recorder), timeline, recorder, DisplayTenant.profile());
        timeline.advance(TEN_MINUTES);
        return recorder;
    }

    private static ApsFrame frame() {
        return new ApsFrame(
                TestSticks.HUB, DisplayTenant.PPMID, 0x0109, 0x0019, 0x7B, 1, true, true, Octets.hex("100100"));
    }
}
