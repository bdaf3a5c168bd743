package io.hanproof.lab;

import static io.hanproof.lab.Hans.HUB;
import static io.hanproof.lab.Hans.IHD;
import static io.hanproof.lab.Hans.PPMID;
import static io.hanproof.lab.Hans.START;
import static io.hanproof.lab.Hans.zcl;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.hanproof.octets.Eui64;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class SimulatedHanTest {
    private static final Duration A_MINUTE = Duration.ofMinutes(1);

    private final VirtualTimeline timeline = new VirtualTimeline(START);
    private final Recorder recorder = new Recorder();
    private final SimulatedHan han =
            new SimulatedHan(timeline, LinkBudget.band2400MHz(), recorder, Seed.derive(1, "han"));
    private final Radio hub = han.join(HUB, Set.of(0x7B));
    private final Radio ppmid = han.join(PPMID, Set.of(1, 2));
    private final Radio ihd = han.join(IHD, Set.of(1));
    private final List<ApsFrame> heardByPpmid = new ArrayList<>();
    private final List<ApsFrame> heardByIhd = new ArrayList<>();
    private final List<Delivery> confirmed = new ArrayList<>();
    private final List<Instant> confirmedAt = new ArrayList<>();

    @BeforeEach
    void listen() {
        ppmid.listen(heardByPpmid::add);
        ihd.listen(heardByIhd::add);
        hub.confirm((frame, delivery) -> {
            confirmed.add(delivery);
            confirmedAt.add(timeline.instant());
        });
    }

    @Test
    void anAddressCanJoinOnce() {
        assertThatThrownBy(() -> han.join(HUB, Set.of(1)))
                .isInstanceOf(BenchFault.class)
                .hasMessage("00DB1234567890A2 is on the HAN already");
    }

    @Test
    void aNodeThatLeftCanJoinAgain() {
        ppmid.close();

        var again = han.join(PPMID, Set.of(1));

        assertThat(again.address()).isEqualTo(PPMID);
    }

    @Test
    void aFrameToAnEndpointTheNodeLacksIsLost() {
        hub.send(new ApsFrame(HUB, PPMID, Hans.SMART_ENERGY, Hans.OTA, 0x7B, 3, true, true, zcl(1)));
        timeline.advance(A_MINUTE);

        assertThat(heardByPpmid).isEmpty();
        assertThat(confirmed).containsExactly(Delivery.LOST);
    }

    @Test
    void endpoint255IsEveryEndpointOfABroadcastOnly() {
        hub.send(Hans.broadcast(HUB, 255, zcl(1)));
        hub.send(new ApsFrame(HUB, PPMID, Hans.SMART_ENERGY, Hans.OTA, 0x7B, 255, true, false, zcl(2)));
        timeline.advance(A_MINUTE);

        assertThat(heardByPpmid).extracting(ApsFrame::zcl).containsExactly(zcl(1));
        assertThat(heardByIhd).extracting(ApsFrame::zcl).containsExactly(zcl(1));
    }

    @Test
    void aBroadcastReachesNodesThatHaveItsEndpoint() {
        hub.send(Hans.broadcast(HUB, 2, zcl(1)));
        timeline.advance(A_MINUTE);

        assertThat(heardByPpmid).hasSize(1);
        assertThat(heardByIhd).isEmpty();
    }

    @Test
    void aBroadcastHasNeitherSecurityNorAcknowledgement() {
        assertThatIllegalArgumentException().isThrownBy(() -> hub.send(Hans.unicast(HUB, Eui64.BROADCAST, zcl(1))));
    }

    @Test
    void aRadioSendsForItsOwnNodeOnly() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> hub.send(Hans.unicast(PPMID, HUB, zcl(1))))
                .withMessage("00DB1234567890A2 cannot send for 00DB1234567890A4");
    }

    @Test
    void anUnpoweredNodeHearsNothing() {
        han.power(PPMID, false);
        hub.send(Hans.unicast(HUB, PPMID, zcl(1)));
        hub.send(Hans.broadcast(HUB, 255, zcl(2)));
        timeline.advance(A_MINUTE);

        assertThat(heardByPpmid).isEmpty();
        assertThat(heardByIhd).hasSize(1);
        assertThat(confirmed).containsExactly(Delivery.LOST);
    }

    @Test
    void whatAnUnpoweredNodeSendsAllTheSameIsCarriedForAMonitorToSee() {
        var heard = new ArrayList<ApsFrame>();
        hub.listen(heard::add);
        han.power(PPMID, false);

        var frame = new ApsFrame(PPMID, HUB, Hans.SMART_ENERGY, Hans.OTA, 1, 0x7B, true, true, zcl(1));
        ppmid.send(frame);
        timeline.advance(A_MINUTE);

        assertThat(heard).containsExactly(frame);
        assertThat(recorder.recording().entries())
                .containsExactly(
                        new Entry.Power(1, timelineNanos(Duration.ZERO), PPMID, false),
                        new Entry.Frame(2, timelineNanos(Duration.ZERO), frame, Delivery.DELIVERED));
    }

    @Test
    void powerIsToldOnceAndRecorded() {
        var told = new ArrayList<Boolean>();
        han.onPower(PPMID, told::add);

        han.power(PPMID, false);
        han.power(PPMID, false);
        timeline.advance(A_MINUTE);
        han.power(PPMID, true);

        assertThat(told).containsExactly(false, true);
        assertThat(han.isPowered(PPMID)).isTrue();
        assertThat(recorder.recording().entries())
                .containsExactly(
                        new Entry.Power(1, timelineNanos(Duration.ZERO), PPMID, false),
                        new Entry.Power(2, timelineNanos(A_MINUTE), PPMID, true));
    }

    @Test
    void aDeafNodeHearsARetryOnceItsEarsAreOpen() {
        han.deaf(PPMID, true);
        timeline.in(Duration.ofSeconds(2), () -> han.deaf(PPMID, false));

        hub.send(Hans.unicast(HUB, PPMID, zcl(1)));
        timeline.advance(A_MINUTE);

        assertThat(heardByPpmid).hasSize(1);
        assertThat(confirmed).containsExactly(Delivery.DELIVERED);
        assertThat(confirmedAt.getFirst()).isBetween(START.plusMillis(3_200), START.plusMillis(3_250));
    }

    @Test
    void aFrameIsGivenUpAfterFourAttempts1600MillisecondsApart() {
        han.deaf(PPMID, true);

        hub.send(Hans.unicast(HUB, PPMID, zcl(1)));
        timeline.advance(A_MINUTE);

        assertThat(confirmedAt).containsExactly(START.plusMillis(6_400));
    }

    @Test
    void aSenderThatLostPowerForgetsWhatItHadNotDelivered() {
        han.deaf(PPMID, true);
        hub.send(Hans.unicast(HUB, PPMID, zcl(1)));
        timeline.advance(Duration.ofMillis(100));

        han.power(HUB, false);
        han.power(HUB, true);
        han.deaf(PPMID, false);
        timeline.advance(A_MINUTE);

        assertThat(heardByPpmid).isEmpty();
        assertThat(confirmed).isEmpty();
        assertThat(recorder.recording().entry(1))
                .isInstanceOfSatisfying(
                        Entry.Frame.class, it -> assertThat(it.delivery()).isEqualTo(Delivery.LOST));
    }

    @Test
    void theNodesShareOneChannel() {
        var arrivals = new ArrayList<Instant>();
        ppmid.listen(frame -> arrivals.add(timeline.instant()));
        ihd.listen(frame -> arrivals.add(timeline.instant()));

        hub.send(Hans.unicast(HUB, PPMID, zcl(1)));
        hub.send(Hans.unicast(HUB, IHD, zcl(2)));
        timeline.advance(A_MINUTE);

        assertThat(Duration.between(arrivals.getFirst(), arrivals.getLast())).isGreaterThan(Duration.ofMillis(7));
    }

    @Test
    void anUnknownNodeCannotBeSwitched() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> han.power(RadioContract.NOBODY, false))
                .withMessage("no node 00DB1234567890FF on the HAN at 2026-01-01T00:00:00Z");
    }

    private static long timelineNanos(Duration sinceStart) {
        return Timeline.toNanos(START.plus(sinceStart));
    }
}
