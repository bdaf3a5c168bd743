package io.hanproof.lab;

import static org.assertj.core.api.Assertions.assertThat;

import io.hanproof.octets.Eui64;
import io.hanproof.octets.Octets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class DisturbedRadioTest {
    private static final Eui64 HERE = Eui64.parse("00A1B2C3D4E50000");
    private static final Eui64 THERE = Eui64.parse("00A1B2C3D4E50001");

    private final VirtualTimeline timeline = new VirtualTimeline(Instant.parse("2026-01-01T00:00:00Z"));
    private final Recorder recorder = new Recorder();
    private final SimulatedHan han =
            new SimulatedHan(timeline, LinkBudget.band2400MHz(), recorder, new SplittableRandom(1));
    private final DisturbedRadio here =
            new DisturbedRadio(han.join(HERE, Set.of(1)), timeline, new SplittableRandom(1));
    private final Radio there = han.join(THERE, Set.of(1));
    private final List<Octets> heardHere = new ArrayList<>();
    private final List<Octets> heardThere = new ArrayList<>();
    private final List<Delivery> confirmed = new ArrayList<>();

    DisturbedRadioTest() {
        here.listen(it -> heardHere.add(it.zcl()));
        there.listen(it -> heardThere.add(it.zcl()));
        here.confirm((frame, delivery) -> confirmed.add(delivery));
    }

    @Test
    void whatIsDroppedAboveIsConfirmedAndNeverSent() {
        here.disturb(FaultRule.dropAbove());

        here.send(frame(HERE, THERE, "01"));
        timeline.advance(Duration.ofSeconds(10));

        assertThat(heardThere).isEmpty();
        assertThat(confirmed).containsExactly(Delivery.DELIVERED);
        assertThat(recorder.recording().size()).isZero();
    }

    @Test
    void aLostTransmissionIsRepeatedAsApsDoes() {
        here.disturb(FaultRule.lose().nth(1));

        here.send(frame(HERE, THERE, "01"));
        timeline.advance(Duration.ofSeconds(10));

        assertThat(heardThere).containsExactly(Octets.hex("01"));
        assertThat(confirmed).containsExactly(Delivery.DELIVERED);
    }

    @Test
    void aFrameLostForGoodIsConfirmedAsLost() {
        here.disturb(FaultRule.loseFrame());

        here.send(frame(HERE, THERE, "01"));
        timeline.advance(Duration.ofSeconds(10));

        assertThat(heardThere).isEmpty();
        assertThat(confirmed).containsExactly(Delivery.LOST);
    }

    @Test
    void aDuplicateIsSentTwice() {
        here.disturb(FaultRule.duplicate(Duration.ofMillis(100)));

        here.send(frame(HERE, THERE, "01"));
        timeline.advance(Duration.ofSeconds(10));

        assertThat(heardThere).containsExactly(Octets.hex("01"), Octets.hex("01"));
    }

    @Test
    void aReorderedFrameFollowsTheNext() {
        here.disturb(FaultRule.reorder().nth(1));

        here.send(frame(HERE, THERE, "01"));
        here.send(frame(HERE, THERE, "02"));
        timeline.advance(Duration.ofSeconds(10));

        assertThat(heardThere).containsExactly(Octets.hex("02"), Octets.hex("01"));
    }

    @Test
    void whatArrivesCanBeDroppedDelayedAndRepeated() {
        here.disturb(FaultRule.dropAbove().nth(1));
        here.disturb(FaultRule.delay(Duration.ofSeconds(1)).nth(2));
        here.disturb(FaultRule.duplicate(Duration.ofMillis(10)).nth(3));

        there.send(frame(THERE, HERE, "01"));
        there.send(frame(THERE, HERE, "02"));
        there.send(frame(THERE, HERE, "03"));
        timeline.advance(Duration.ofSeconds(10));

        assertThat(heardHere).containsExactly(Octets.hex("03"), Octets.hex("03"), Octets.hex("02"));
    }

    private static ApsFrame frame(Eui64 from, Eui64 to, String zcl) {
        return new ApsFrame(from, to, 0x0109, 0x0019, 1, 1, true, true, Octets.hex(zcl));
    }
}
