package io.hanproof.lab;

import static io.hanproof.lab.Hans.HUB;
import static io.hanproof.lab.Hans.PPMID;
import static io.hanproof.lab.Hans.START;
import static io.hanproof.lab.Hans.zcl;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.hanproof.octets.Octets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class FaultRuleTest {
    private static final Octets DEFAULT_RESPONSE = Octets.hex("10 07 0B 03 95");
    private static final Octets MANUFACTURERS_OWN_05 = Octets.hex("05 FEFF 07 05");

    private final VirtualTimeline timeline = new VirtualTimeline(START);
    private final Recorder recorder = new Recorder();
    private final SimulatedHan han =
            new SimulatedHan(timeline, LinkBudget.band2400MHz(), recorder, Seed.derive(1, "faults"));
    private final Radio hub = han.join(HUB, Set.of(1));
    private final Radio ppmid = han.join(PPMID, Set.of(1));
    private final List<Octets> heard = new ArrayList<>();
    private final List<Duration> heardAfter = new ArrayList<>();
    private final List<Delivery> confirmed = new ArrayList<>();

    @BeforeEach
    void listen() {
        ppmid.listen(frame -> {
            heard.add(frame.zcl());
            heardAfter.add(Duration.between(START, timeline.instant()));
        });
        hub.confirm((frame, delivery) -> confirmed.add(delivery));
    }

    @Test
    void aTransmissionThatIsLostIsRetried() {
        han.fault(FaultRule.lose().nth(1));

        send(zcl(1));

        assertThat(heard).containsExactly(zcl(1));
        assertThat(heardAfter.getFirst()).isBetween(Duration.ofMillis(1_600), Duration.ofMillis(1_610));
        assertThat(confirmed).containsExactly(Delivery.DELIVERED);
    }

    @Test
    void retriesCanBeLostToo() {
        han.fault(FaultRule.lose().times(4));

        send(zcl(1));
        send(zcl(2));

        assertThat(heard).containsExactly(zcl(2));
        assertThat(confirmed).containsExactly(Delivery.LOST, Delivery.DELIVERED);
    }

    @Test
    void aWholeFrameCanBeLost() {
        han.fault(FaultRule.loseFrame().nth(2));

        send(zcl(1));
        send(zcl(2));
        send(zcl(3));

        assertThat(heard).containsExactly(zcl(1), zcl(3));
        assertThat(confirmed).containsExactly(Delivery.DELIVERED, Delivery.LOST, Delivery.DELIVERED);
    }

    @Test
    void aLostFrameWithoutAcknowledgementIsRecordedAsLost() {
        han.fault(FaultRule.lose());

        hub.send(Hans.unacknowledged(HUB, PPMID, zcl(1)));
        timeline.advance(Duration.ofMinutes(1));

        assertThat(heard).isEmpty();
        assertThat(deliveries()).containsExactly(Delivery.LOST);
    }

    @Test
    void aFrameCanBeAcknowledgedAndDroppedAbove() {
        han.fault(FaultRule.dropAbove().nth(1));

        send(zcl(1));

        assertThat(heard).isEmpty();
        assertThat(confirmed).containsExactly(Delivery.DELIVERED);
        assertThat(deliveries()).containsExactly(Delivery.DELIVERED);
    }

    @Test
    void aDuplicateIsSentOnceAndHeardTwice() {
        han.fault(FaultRule.duplicate(Duration.ofMillis(300)).nth(1));

        send(zcl(1));

        assertThat(heard).containsExactly(zcl(1), zcl(1));
        assertThat(heardAfter.getLast().minus(heardAfter.getFirst())).isEqualTo(Duration.ofMillis(300));
        assertThat(confirmed).containsExactly(Delivery.DELIVERED);
        assertThat(recorder.recording().size()).isEqualTo(1);
        assertThat(recorder.recording().cursor().to(1).deliveries()).isEqualTo(2);
    }

    @Test
    void aDelayedFrameArrivesLater() {
        han.fault(FaultRule.delay(Duration.ofSeconds(5)).nth(1));

        send(zcl(1));

        assertThat(heardAfter.getFirst()).isBetween(Duration.ofSeconds(5), Duration.ofMillis(5_010));
    }

    @Test
    void aFrameSwapsWithTheNext() {
        han.fault(FaultRule.reorder().nth(1));

        hub.send(Hans.unicast(HUB, PPMID, zcl(1)));
        hub.send(Hans.unicast(HUB, PPMID, zcl(2)));
        hub.send(Hans.unicast(HUB, PPMID, zcl(3)));
        timeline.advance(Duration.ofMinutes(1));

        assertThat(heard).containsExactly(zcl(2), zcl(1), zcl(3));
        assertThat(deliveries()).containsOnly(Delivery.DELIVERED);
    }

    @Test
    void aFrameWithoutANextArrivesASecondLate() {
        han.fault(FaultRule.reorder().nth(1));

        send(zcl(1));

        assertThat(heard).containsExactly(zcl(1));
        assertThat(heardAfter.getFirst()).isBetween(Duration.ofMillis(1_000), Duration.ofMillis(1_010));
    }

    @Test
    void theFirstRuleThatTakesHoldDecidesAndTheOthersCountOn() {
        han.fault(FaultRule.dropAbove().nth(2));
        han.fault(FaultRule.loseFrame().startingAt(2).times(2));

        send(zcl(1));
        send(zcl(2));
        send(zcl(3));
        send(zcl(4));

        assertThat(heard).containsExactly(zcl(1), zcl(4));
        assertThat(confirmed)
                .containsExactly(Delivery.DELIVERED, Delivery.DELIVERED, Delivery.LOST, Delivery.DELIVERED);
    }

    @Test
    void aRuleSeesSourceDestinationClusterAndCommand() {
        var rule = FaultRule.lose().sentBy(HUB).sentTo(PPMID).cluster(Hans.OTA).command(0x03);

        assertThat(rule.match().test(Hans.unicast(HUB, PPMID, Hans.BLOCK_REQUEST)))
                .isTrue();
        assertThat(rule.match().test(Hans.unicast(PPMID, HUB, Hans.BLOCK_REQUEST)))
                .isFalse();
        assertThat(rule.match().test(Hans.unicast(HUB, PPMID, Octets.hex("19 07 05 95"))))
                .isFalse();
        assertThat(rule.match().test(Hans.unicast(HUB, PPMID, Octets.hex("00 07 03 95"))))
                .isFalse();
        assertThat(rule.match().test(Hans.unicast(HUB, PPMID, Octets.NONE))).isFalse();
    }

    @Test
    void aRuleTellsGlobalFromClusterCommandsAndPassesAManufacturerCode() {
        var defaultResponse = FaultRule.lose().globalCommand(0x0B);
        var own = FaultRule.lose().command(0x05);

        assertThat(defaultResponse.match().test(Hans.unicast(HUB, PPMID, DEFAULT_RESPONSE)))
                .isTrue();
        assertThat(defaultResponse.match().test(Hans.unicast(HUB, PPMID, Octets.hex("11 07 0B"))))
                .isFalse();
        assertThat(own.match().test(Hans.unicast(HUB, PPMID, MANUFACTURERS_OWN_05)))
                .isTrue();
    }

    @Test
    void aShareOfTheFramesIsLostAndTheSameOnesEachTime() {
        han.fault(FaultRule.lose().probability(0.3));
        for (int i = 0; i < 1_000; i++) {
            hub.send(Hans.unacknowledged(HUB, PPMID, zcl(i % 256)));
        }
        timeline.advance(Duration.ofMinutes(1));

        assertThat(heard).hasSizeBetween(650, 750);
        var first = List.copyOf(heard);
        heard.clear();
        repeatOnANewHan();
        assertThat(heard).isEqualTo(first);
    }

    @Test
    void rulesCanBeTakenOutOfForce() {
        han.fault(FaultRule.lose());
        han.clearFaults();

        send(zcl(1));

        assertThat(heard).hasSize(1);
    }

    @Test
    void aRuleThatCouldNeverTakeHoldIsRefused() {
        assertThatIllegalArgumentException().isThrownBy(() -> FaultRule.lose().nth(0));
        assertThatIllegalArgumentException().isThrownBy(() -> FaultRule.lose().times(0));
        assertThatIllegalArgumentException().isThrownBy(() -> FaultRule.lose().probability(0));
        assertThatIllegalArgumentException().isThrownBy(() -> FaultRule.lose().probability(1.1));
    }

    private void repeatOnANewHan() {
        var again = new VirtualTimeline(START);
        var sameHan = new SimulatedHan(again, LinkBudget.band2400MHz(), new Recorder(), Seed.derive(1, "faults"));
        var sameHub = sameHan.join(HUB, Set.of(1));
        sameHan.join(PPMID, Set.of(1)).listen(frame -> heard.add(frame.zcl()));
        sameHan.fault(FaultRule.lose().probability(0.3));
        for (int i = 0; i < 1_000; i++) {
            sameHub.send(Hans.unacknowledged(HUB, PPMID, zcl(i % 256)));
        }
        again.advance(Duration.ofMinutes(1));
    }

    private void send(Octets zcl) {
        hub.send(Hans.unicast(HUB, PPMID, zcl));
        timeline.advance(Duration.ofMinutes(1));
    }

    private List<Delivery> deliveries() {
        return recorder.recording().entries().stream()
                .map(it -> ((Entry.Frame) it).delivery())
                .toList();
    }
}
