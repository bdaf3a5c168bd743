package io.hanproof.dongle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.hanproof.lab.ApsFrame;
import io.hanproof.lab.BenchFault;
import io.hanproof.lab.Delivery;
import io.hanproof.lab.Entry;
import io.hanproof.lab.Recorder;
import io.hanproof.lab.SteppedTimeline;
import io.hanproof.octets.Eui64;
import io.hanproof.octets.Octets;
import io.hanproof.zdo.SimpleDescriptor;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;

/** A hub's stick, and a display behind it. */
@Timeout(60)
class StickTest {
    private static final int OTA = 0x0019;
    private static final int HUB_ENDPOINT = 0x7B;
    private static final Duration SOON = Duration.ofSeconds(5);
    private static final Octets READ_FILE_VERSION = Octets.hex("18 01 00 0200");

    @RegisterExtension
    static final DisplayBehindStick BENCH = new DisplayBehindStick();

    private final Recorder recorder = new Recorder();
    private final Stick stick = BENCH.stick();

    @Test
    void knowsTheNodesOfItsNetwork() {
        assertThat(stick.address()).isEqualTo(TestSticks.HUB);
        assertThat(stick.nodes()).containsExactly(DisplayTenant.PPMID);
    }

    @Test
    void asksANodeWhatItIs() {
        var questions = stick.questions(SOON);

        assertThat(questions.endpoints(DisplayTenant.PPMID)).containsExactly(1);
        assertThat(questions.describe(DisplayTenant.PPMID))
                .containsExactly(new SimpleDescriptor(1, 0x0109, 0x0502, 0, List.of(0x0000), List.of(0x000A, 0x0019)));
        assertThat(questions.node(DisplayTenant.PPMID)).isPresent();
    }

    @Test
    void asksANodeThatIsNotThereInVain() {
        var questions = stick.questions(Duration.ofMillis(300));

        assertThat(questions.node(Eui64.parse("00DB123456789001"))).isEmpty();
    }

    @Test
    void aLinkIsAliveAsLongAsTheNodeAcknowledges() {
        assertThat(stick.probe().acknowledges(DisplayTenant.PPMID, SOON)).isTrue();

        BENCH.bench().power(false);

        assertThat(stick.probe().acknowledges(DisplayTenant.PPMID, Duration.ofSeconds(10)))
                .isFalse();
        BENCH.bench().power(true);
    }

    @Test
    void tellsOfItselfWhatADoctorWantsToKnow() {
        var facts = stick.facts();

        assertThat(facts.ezspVersion()).contains(TestSticks.EZSP);
        assertThat(facts.address()).isEqualTo(TestSticks.HUB);
        assertThat(facts.keyEstablishment()).isEqualTo(StickFacts.KeyEstablishment.ABSENT);
        assertThat(facts.energy()).hasSize(16);
        assertThat(facts.advice()).anyMatch(it -> it.contains("elliptic curves"));
        assertThat(stick.limits()).isEmpty();
    }

    @Test
    void tellsTheNetworkKeyAndWritesItNowhere() {
        assertThat(stick.keys().network()).contains(TestSticks.KEY);
        assertThat(stick.keys().toString()).contains("(a key)").doesNotContain("0001020304");
        assertThat(TestSticks.network(StickEndpoint.hub()).toString()).doesNotContain("0001020304");
    }

    @Test
    void tellsByWhichAddressesNodesAreCalledOnTheNetwork() {
        assertThat(stick.shortAddresses()).containsOnlyKeys(TestSticks.HUB, DisplayTenant.PPMID);
        assertThat(stick.shortAddresses().get(TestSticks.HUB)).isZero();
        assertThat(stick.shortAddresses().get(DisplayTenant.PPMID)).isPositive();
        assertThat(stick.panId()).isEqualTo(0x1A2B);
        assertThat(stick.keys().trustCentre()).isEqualTo(SharedKey.wellKnown());
    }

    @Test
    void aFrameToANodeWithoutPowerIsLost() {
        var timeline = begin();
        var radio = stick.radio(timeline, recorder);
        var confirmed = new ArrayList<Delivery>();
        radio.confirm((frame, delivery) -> confirmed.add(delivery));
        BENCH.bench().power(false);

        radio.send(toDisplay(true, READ_FILE_VERSION));
        timeline.advance(Duration.ofSeconds(10));

        assertThat(confirmed).containsExactly(Delivery.LOST);
        assertThat(recorder.recording().entries())
                .singleElement()
                .isInstanceOfSatisfying(
                        Entry.Frame.class, it -> assertThat(it.delivery()).isEqualTo(Delivery.LOST));
    }

    @Test
    void whatBecameOfAnUnacknowledgedFrameIsNotKnown() {
        var timeline = begin();
        var radio = stick.radio(timeline, recorder);

        radio.send(toDisplay(false, READ_FILE_VERSION));
        timeline.advance(SOON);

        assertThat(recorder.recording().entries())
                .first()
                .isInstanceOfSatisfying(
                        Entry.Frame.class, it -> assertThat(it.delivery()).isEqualTo(Delivery.UNKNOWN));
    }

    @Test
    void hearsTheAnswerOfTheDisplay() {
        var timeline = begin();
        var radio = stick.radio(timeline, recorder);
        var heard = new ArrayList<ApsFrame>();
        radio.listen(heard::add);

        radio.send(toDisplay(true, READ_FILE_VERSION));
        timeline.advance(SOON);

        assertThat(heard).singleElement().satisfies(it -> {
            assertThat(it.source()).isEqualTo(DisplayTenant.PPMID);
            assertThat(it.destination()).isEqualTo(TestSticks.HUB);
            assertThat(it.destinationEndpoint()).isEqualTo(HUB_ENDPOINT);
            assertThat(it.secured()).isTrue();
            assertThat(it.zcl()).isEqualTo(Octets.hex("10 01 01 0200 00 23 10000000"));
        });
    }

    @Test
    void aLongerFrameThanTheLibraryCarriesIsAFault() {
        var radio = stick.radio(begin(), recorder);

        radio.send(toDisplay(true, Octets.copyOf(new byte[78])));

        assertThatThrownBy(() -> radio.send(toDisplay(true, Octets.copyOf(new byte[79]))))
                .isInstanceOf(BenchFault.class)
                .hasMessage("a stick sends frames of up to 78 octets, this one has 79");
    }

    @Test
    void anEndpointThatItDoesNotHaveIsAFault() {
        var radio = stick.radio(begin(), recorder);
        var frame = new ApsFrame(TestSticks.HUB, DisplayTenant.PPMID, 0x0109, OTA, 1, 1, true, true, READ_FILE_VERSION);

        assertThatThrownBy(() -> radio.send(frame))
                .isInstanceOf(BenchFault.class)
                .hasMessage("the stick has no endpoint 1 to send from");
    }

    private SteppedTimeline begin() {
        var bench = BENCH.bench();
        bench.begin(Update.SEED, Update.START, Optional.empty(), Optional.empty());
        return bench.timeline(Update.START, Duration.ofSeconds(20));
    }

    private static ApsFrame toDisplay(boolean acknowledged, Octets zcl) {
        return new ApsFrame(TestSticks.HUB, DisplayTenant.PPMID, 0x0109, OTA, HUB_ENDPOINT, 1, true, acknowledged, zcl);
    }
}
