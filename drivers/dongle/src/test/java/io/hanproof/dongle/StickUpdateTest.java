package io.hanproof.dongle;

import static org.assertj.core.api.Assertions.assertThat;

import io.hanproof.lab.Recorder;
import io.hanproof.ncp.EmulatedStick;
import io.hanproof.ncp.NcpFault;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The library and the line change nothing of what happens on the HAN, nor when. */
@Timeout(60)
class StickUpdateTest {
    private static final Duration TEN_MINUTES = Duration.ofMinutes(10);

    static Stream<Named<Function<EmulatedStick, Line>>> lines() {
        return Stream.of(
                Named.of("memory", TestSticks::inMemory),
                Named.of("tcp", it -> new TcpLine(TestSticks.onTcp(it))),
                Named.of("pty", it -> new SerialLine(TestSticks.onPty(it))));
    }

    @ParameterizedTest
    @MethodSource("lines")
    void anUpdateThroughAStickIsTheSameAsOneWithout(Function<EmulatedStick, Line> plug) {
        var simulated = Update.fromTheHubsPlace(Update.simulated(DisplayTenant.profile(), TEN_MINUTES));

        var throughStick = throughStick(plug, 1);

        assertThat(throughStick).isEqualTo(simulated);
    }

    @Test
    void aLineThatLosesAndSpoilsFramesChangesNothing() {
        var simulated = Update.fromTheHubsPlace(Update.simulated(DisplayTenant.profile(), TEN_MINUTES));

        var throughStick =
                throughStick(TestSticks::inMemory, 1, new NcpFault.CorruptsEvery(311), new NcpFault.LosesAckEvery(293));

        assertThat(throughStick).isEqualTo(simulated);
    }

    @Test
    void aSecondScenarioOnTheSameStickBeginsAnew() {
        var simulated = Update.fromTheHubsPlace(Update.simulated(DisplayTenant.profile(), TEN_MINUTES));

        var second = throughStick(TestSticks::inMemory, 2);

        assertThat(second).isEqualTo(simulated);
    }

    private static List<Update.Seen> throughStick(
            Function<EmulatedStick, Line> plug, int scenarios, NcpFault... faults) {
        var tenant = new DisplayTenant(DisplayTenant.profile());
        try (var sticks = TestSticks.with(tenant)) {
            var emulated = sticks.make(TestSticks.HUB, faults);
            try (var stick =
                    TestSticks.open(plug.apply(emulated), StickRole.FORM, TestSticks.network(StickEndpoint.hub()))) {
                var recorder = new Recorder();
                for (int i = 0; i < scenarios; i++) {
                    recorder = update(stick);
                }
                assertThat(emulated.errors()).isEmpty();
                assertThat(sticks.home.failures()).isEmpty();
                return Update.fromTheHubsPlace(recorder.recording());
            }
        }
    }

    private static Recorder update(Stick stick) {
        var bench = stick.emulatedBench().orElseThrow();
        bench.begin(Update.SEED, Update.START, Optional.empty(), Optional.empty());
        var timeline = bench.timeline(Update.START, Duration.ofSeconds(20));
        var recorder = new Recorder();
        try (var radio = stick.radio(timeline, recorder)) {
            Update.begin(radio, timeline, recorder, DisplayTenant.profile());
            timeline.advance(TEN_MINUTES);
        }
        return recorder;
    }
}
