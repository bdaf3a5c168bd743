package io.hanproof.lab;

import static io.hanproof.lab.Hans.HUB;
import static io.hanproof.lab.Hans.PPMID;
import static io.hanproof.lab.Hans.START;
import static org.assertj.core.api.Assertions.assertThat;

import io.hanproof.octets.Octets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class DutyCycleTest {
    private static final Octets BLOCK_OF_40 = Octets.copyOf(new byte[57]);
    private static final Duration AN_HOUR = Duration.ofHours(1);

    private final VirtualTimeline timeline = new VirtualTimeline(START);
    private final List<DutyCycle> told = new ArrayList<>();
    private final List<Delivery> confirmed = new ArrayList<>();

    @Test
    void aNodePassesThroughEveryStateAtItsShareOfAnHour() {
        var meter = new DutyMeter(LinkBudget.DutyLimits.SUB_GHZ);
        long second = 1_000_000_000L;

        assertThat(stateAfter(meter, 36 * second - 1)).isEqualTo(DutyCycle.NORMAL);
        assertThat(stateAfter(meter, 1)).isEqualTo(DutyCycle.LIMITED);
        assertThat(stateAfter(meter, 28 * second + 800_000_000L - 1)).isEqualTo(DutyCycle.LIMITED);
        assertThat(stateAfter(meter, 1)).isEqualTo(DutyCycle.CRITICAL);
        assertThat(stateAfter(meter, 25 * second + 200_000_000L - 1)).isEqualTo(DutyCycle.CRITICAL);
        assertThat(stateAfter(meter, 1)).isEqualTo(DutyCycle.SUSPENDED);
    }

    @Test
    void airTimeCountsForAnHour() {
        var meter = new DutyMeter(LinkBudget.DutyLimits.SUB_GHZ);
        meter.transmitted(0, Duration.ofSeconds(40).toNanos());

        assertThat(meter.state(AN_HOUR.toNanos() - 1)).isEqualTo(DutyCycle.LIMITED);
        assertThat(meter.state(AN_HOUR.toNanos())).isEqualTo(DutyCycle.NORMAL);
    }

    @Test
    void aSuspendedHubTransmitsNothingUntilItsHourIsOver() {
        var hub = hubOn(LinkBudget.subGhz());

        for (int block = 0; block < 10_000; block++) {
            hub.send(Hans.unicast(HUB, PPMID, BLOCK_OF_40));
            timeline.advance(Duration.ofMillis(60));
        }

        assertThat(told).containsExactly(DutyCycle.LIMITED, DutyCycle.CRITICAL, DutyCycle.SUSPENDED);
        assertThat(confirmed).contains(Delivery.LOST);
        long carried = confirmed.stream().filter(Delivery.DELIVERED::equals).count();
        assertThat(carried).isBetween(7_800L, 8_100L); // 90 s of some 11 ms each
        timeline.advance(AN_HOUR);
        assertThat(told).endsWith(DutyCycle.CRITICAL, DutyCycle.LIMITED, DutyCycle.NORMAL);
    }

    @Test
    void theListenerIsToldAfterTheSendThatMovedTheState() {
        var hub = hubOn(LinkBudget.subGhz().with(new LinkBudget.DutyLimits(1, 1_000, 2_000)));

        hub.send(Hans.unicast(HUB, PPMID, BLOCK_OF_40));

        assertThat(told).isEmpty();
        timeline.advance(Duration.ZERO);
        assertThat(told).containsExactly(DutyCycle.LIMITED);
    }

    @Test
    void a2400MHzNodeNeverHearsOfADutyCycle() {
        var hub = hubOn(LinkBudget.band2400MHz());

        for (int block = 0; block < 10_000; block++) {
            hub.send(Hans.unicast(HUB, PPMID, BLOCK_OF_40));
        }
        timeline.advance(AN_HOUR);

        assertThat(told).isEmpty();
        assertThat(confirmed).hasSize(10_000).containsOnly(Delivery.DELIVERED);
    }

    private Radio hubOn(LinkBudget budget) {
        var han = new SimulatedHan(timeline, budget, new Recorder(), Seed.derive(1));
        var hub = han.join(HUB, Set.of(1));
        han.join(PPMID, Set.of(1));
        hub.dutyCycle(told::add);
        hub.confirm((frame, delivery) -> confirmed.add(delivery));
        return hub;
    }

    private static DutyCycle stateAfter(DutyMeter meter, long nanos) {
        meter.transmitted(0, nanos);
        return meter.state(0);
    }
}
