package io.hanproof.venue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.hanproof.cbke.CertificateAuthority;
import io.hanproof.cbke.Enrolee;
import io.hanproof.cbke.KeyEstablishment;
import io.hanproof.cbke.LinkKey;
import io.hanproof.cbke.Responder;
import io.hanproof.lab.ApsFrame;
import io.hanproof.lab.BenchFault;
import io.hanproof.lab.LinkBudget;
import io.hanproof.lab.Radio;
import io.hanproof.lab.Recorder;
import io.hanproof.lab.SimulatedHan;
import io.hanproof.lab.SteppedTimeline;
import io.hanproof.octets.Eui64;
import io.hanproof.octets.Octets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class EnrolmentTest {
    private static final Eui64 HUB = Eui64.parse("00DB1234567890A0");
    private static final Eui64 PPMID = Eui64.parse("00DB1234567890A1");
    private static final Eui64 NEIGHBOUR = Eui64.parse("00DB1234567890A2");
    private static final int HUB_ENDPOINT = 0x7B;
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final RandomGenerator chance = new Random(7);
    private final CertificateAuthority authority = EnrolledBench.authority("1112131415161718", 3);
    private final SteppedTimeline timeline = new FreeTime().timeline;
    private final SimulatedHan han =
            new SimulatedHan(timeline, LinkBudget.band2400MHz(), new Recorder(), new Random(1));
    private final Radio device = han.join(PPMID, Set.of(1));
    private final List<ApsFrame> toDevice = new ArrayList<>();
    private final List<ApsFrame> toHub = new ArrayList<>();
    private final List<ApsFrame> confirmedToHub = new ArrayList<>();
    private final Map<Eui64, LinkKey> installed = new LinkedHashMap<>();

    /** Time that passes as soon as nobody has anything to do. */
    private static final class FreeTime implements SteppedTimeline.Pace {
        private final SteppedTimeline timeline =
                new SteppedTimeline(Instant.parse("2026-01-01T02:00:00Z"), this, Duration.ofSeconds(30));

        @Override
        public void letPass(long untilNanos) {
            timeline.arrived(untilNanos);
        }
    }

    private Enrolment enrolment(Optional<Responder> responder) {
        var keys = new Enrolment.Keys(responder, new HashSet<>(), installed::put);
        var made = new Enrolment(
                han.join(HUB, Set.of(HUB_ENDPOINT)), timeline, HUB_ENDPOINT, "PPMID", PPMID::equals, keys);
        made.listen(toHub::add);
        made.confirm((frame, delivery) -> confirmedToHub.add(frame));
        device.listen(toDevice::add);
        return made;
    }

    private Optional<Responder> responder() {
        return Optional.of(Responder.onHost(authority.issue(HUB), chance));
    }

    private static ApsFrame toHub(Eui64 from, int cluster, boolean secured, String zcl) {
        return new ApsFrame(from, HUB, 0x0109, cluster, 1, HUB_ENDPOINT, secured, true, Octets.hex(zcl));
    }

    private void asks(Radio radio, CertificateAuthority by, List<LinkKey> keys) {
        var machine = new KeyEstablishment(by.issue(radio.address()), HUB, chance);
        new Enrolee(radio, timeline, new Enrolee.Place(1, HUB, HUB_ENDPOINT), machine, keys::add).begin();
    }

    @Test
    void saysWhichSuiteItSupportsProtectedAsTheQuestionWas() {
        enrolment(responder());

        device.send(toHub(PPMID, 0x0800, false, "00 05 00 0000 0100"));
        device.send(toHub(PPMID, 0x0800, true, "00 06 00 0000"));
        timeline.advance(Duration.ofSeconds(1));

        assertThat(toDevice)
                .extracting(ApsFrame::zcl)
                .containsExactly(
                        Octets.hex("18 05 01 0000 00 31 0200 0100 86"), Octets.hex("18 06 01 0000 00 31 0200"));
        assertThat(toDevice).extracting(ApsFrame::secured).containsExactly(false, true);
        assertThat(toHub).isEmpty();
    }

    @Test
    void refusesOtherCommandsOfAllClustersAndAnswersNoAnswer() {
        enrolment(responder());

        device.send(toHub(PPMID, 0x0800, false, "00 05 02 0000 31 0100"));
        device.send(toHub(PPMID, 0x0800, false, "18 06 0B 00 81"));
        timeline.advance(Duration.ofSeconds(1));

        assertThat(toDevice).extracting(ApsFrame::zcl).containsExactly(Octets.hex("18 05 0B 02 82"));
    }

    @Test
    void letsEverythingElsePassBothWays() {
        var hub = enrolment(Optional.empty());
        var question = toHub(PPMID, 0x0019, true, "01 05 01 00 FEFF BBAA 10000000");
        var answer = new ApsFrame(HUB, PPMID, 0x0109, 0x0019, HUB_ENDPOINT, 1, true, true, Octets.hex("19 05 02 98"));

        device.send(question);
        timeline.advance(Duration.ofSeconds(1));
        hub.send(answer);
        timeline.advance(Duration.ofSeconds(1));

        assertThat(toHub).containsExactly(question);
        assertThat(toDevice).containsExactly(answer);
        assertThat(confirmedToHub).containsExactly(answer);
    }

    @Test
    void waitsForTheExchangeAndInstallsTheKeyThatTheDeviceHas() {
        var hub = enrolment(responder());
        var keys = new ArrayList<LinkKey>();
        asks(device, authority, keys);

        hub.await(PPMID, true, () -> false, PATIENCE);
        timeline.advance(Duration.ofSeconds(1));

        assertThat(keys).hasSize(1);
        assertThat(installed).containsExactly(Map.entry(PPMID, keys.getFirst()));
        assertThat(toHub).isEmpty();
        assertThat(confirmedToHub).isEmpty();
    }

    @Test
    void waitsNoLongerThanItsPatienceAndNotForOneThatHasAKey() {
        var hub = enrolment(responder());
        var start = timeline.instant();

        hub.await(PPMID, true, () -> true, PATIENCE);
        var known = timeline.instant();
        hub.await(PPMID, false, () -> true, PATIENCE);

        assertThat(Duration.between(start, known)).isLessThan(Duration.ofSeconds(1));
        assertThat(Duration.between(known, timeline.instant())).isEqualTo(PATIENCE);
    }

    @Test
    void aKeyThatComesLateMakesTheScenarioWorthless() {
        var hub = enrolment(responder());
        hub.await(PPMID, true, () -> true, PATIENCE);
        asks(device, authority, new ArrayList<>());

        assertThatExceptionOfType(BenchFault.class)
                .isThrownBy(() -> timeline.advance(PATIENCE))
                .withMessage("the PPMID got its link key when the scenario was under way: run it once more");
        assertThat(installed).containsOnlyKeys(PPMID);
    }

    @Test
    void aDeviceThatFallsSilentIsNoFaultOfItsOwn() {
        enrolment(responder());
        asks(device, authority, new ArrayList<>());
        timeline.advance(Duration.ofMillis(5));
        han.power(PPMID, false);

        assertThatExceptionOfType(BenchFault.class)
                .isThrownBy(() -> timeline.advance(PATIENCE))
                .withMessage(
                        "key establishment with the PPMID %s failed: the other side did not answer in time", PPMID);
    }

    @Test
    void aReadOfTheSuiteIsAskingToo() {
        enrolment(Optional.empty());
        device.send(toHub(PPMID, 0x0800, false, "00 05 00 0000"));

        assertThatExceptionOfType(BenchFault.class)
                .isThrownBy(() -> timeline.advance(Duration.ofSeconds(1)))
                .withMessage("the PPMID asks for key establishment, and this bench has no certificate:"
                        + " give --certificates");
    }

    @Test
    void whatFailsWithANeighbourIsNobodysBusiness() {
        var hub = enrolment(responder());
        var neighbour = han.join(NEIGHBOUR, Set.of(1));
        asks(neighbour, EnrolledBench.authority("2122232425262728", 4), new ArrayList<>());

        hub.await(PPMID, true, () -> true, PATIENCE);

        assertThat(installed).isEmpty();
    }

    @Test
    void nonsenseIsAnsweredOrIgnoredButNeverThrown() {
        enrolment(responder());

        for (String zcl : List.of("01", "01 07 00", "01 08 09 00", "09 09 00 0200", "03 0A 00 00 00", "FF 00 00")) {
            device.send(toHub(PPMID, 0x0800, false, zcl));
        }
        timeline.advance(PATIENCE);

        assertThat(toDevice).extracting(it -> it.zcl().u8(2)).containsOnly(0x03);
        assertThat(confirmedToHub).isEmpty();
    }
}
