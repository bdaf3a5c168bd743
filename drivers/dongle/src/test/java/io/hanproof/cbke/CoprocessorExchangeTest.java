package io.hanproof.cbke;

import static org.assertj.core.api.Assertions.assertThat;

import io.hanproof.lab.LiveTimeline;
import io.hanproof.lab.SteppedTimeline;
import io.hanproof.octets.Decoded;
import io.hanproof.octets.Eui64;
import io.hanproof.octets.Octets;
import io.hanproof.zcl.Direction;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** A device of our own asks a responder whose arithmetic is done elsewhere, which takes no time here. */
@Timeout(120)
final class CoprocessorExchangeTest {
    private static final Eui64 AUTHORITY = Eui64.parse("1112131415161718");
    private static final Eui64 HUB = Eui64.parse("00DB1234567890A0");
    private static final Eui64 PPMID = Eui64.parse("00DB1234567890A1");
    private static final Eui64 IHD = Eui64.parse("00DB1234567890A2");
    private static final Duration LONG = Duration.ofMinutes(2);

    private final RandomGenerator chance = new Random(7);
    private final CertificateAuthority authority = CertificateAuthority.make(Suite.SUITE_2, AUTHORITY, chance);
    private final DeviceCertificate ppmid = authority.issue(PPMID);
    private final FakeCoprocessor coprocessor = new FakeCoprocessor(authority.issue(HUB), PPMID, chance);
    private final LiveTimeline timeline = new FreeTimeline().timeline;

    /** What one side said and came to. */
    private static final class Side implements KeyExchange.Ends {
        final List<KeyEstablishmentCommand> said = new ArrayList<>();
        final List<String> failures = new ArrayList<>();
        final List<Optional<LinkKey>> keys = new ArrayList<>();
        private final LiveTimeline timeline;
        private Answering other = (direction, heard) -> {};

        Side(LiveTimeline timeline) {
            this.timeline = timeline;
        }

        @Override
        public void say(Direction direction, KeyEstablishmentCommand command) {
            said.add(command);
            timeline.in(Duration.ofMillis(5), () -> other.hear(direction, new Decoded.Value<>(command)));
        }

        @Override
        public void established(Optional<LinkKey> toInstall) {
            keys.add(toInstall);
        }

        @Override
        public void failed(String reason) {
            failures.add(reason);
        }

        boolean isOver() {
            return !keys.isEmpty() || !failures.isEmpty();
        }
    }

    /** Time that passes as soon as nobody has anything to do. */
    private static final class FreeTimeline implements SteppedTimeline.Pace {
        private final SteppedTimeline timeline =
                new SteppedTimeline(Instant.parse("2026-01-01T02:00:00Z"), this, Duration.ofSeconds(30));

        @Override
        public void letPass(long untilNanos) {
            timeline.arrived(untilNanos);
        }
    }

    private final Side device = new Side(timeline);
    private final Side hub = new Side(timeline);

    private KeyExchange connected(Coprocessor by, DeviceCertificate asking) {
        var initiator = new KeyExchange(new KeyEstablishment(asking, HUB, chance), timeline, device);
        hub.other = initiator;
        device.other = responder(by).answer(PPMID, timeline, hub);
        return initiator;
    }

    private void run(KeyExchange initiator) {
        initiator.begin();
        timeline.advanceUntil(
                () -> device.isOver() && hub.isOver(), timeline.instant().plus(LONG));
    }

    @Test
    void bothSidesHaveTheSameKeyAndTheHostNeverSeesIt() {
        run(connected(coprocessor, ppmid));

        assertThat(hub.failures).isEmpty();
        assertThat(hub.keys).containsExactly(Optional.empty());
        assertThat(device.keys).containsExactly(coprocessor.kept());
        assertThat(coprocessor.kept()).isPresent();
    }

    @Test
    void refusesACertificateOfAnotherAuthority() {
        var stranger = CertificateAuthority.make(Suite.SUITE_2, Eui64.parse("2122232425262728"), chance);

        run(connected(coprocessor, stranger.issue(PPMID)));

        assertThat(hub.failures).containsExactly("UNKNOWN_ISSUER: its certificate was issued by 2122232425262728");
        assertThat(device.failures).containsExactly("the other side ended it with UNKNOWN_ISSUER, wait 10 s");
    }

    @Test
    void refusesAProofThatIsNotItsOwn() {
        var namesake = CertificateAuthority.make(Suite.SUITE_2, AUTHORITY, chance);

        run(connected(coprocessor, namesake.issue(PPMID)));

        assertThat(hub.failures).singleElement().asString().startsWith("BAD_KEY_CONFIRM");
        assertThat(device.failures).containsExactly("the other side ended it with BAD_KEY_CONFIRM, wait 10 s");
        assertThat(coprocessor.kept()).isEmpty();
    }

    @Test
    void saysSoWhenTheStickCannotOrHasNoRoom() {
        run(connected(coprocessor.unable(), ppmid));
        var full = new CoprocessorExchangeTest();
        full.run(full.connected(full.coprocessor.full(), full.ppmid));

        assertThat(hub.failures).containsExactly("NO_RESOURCES: the stick makes no ephemeral data");
        assertThat(full.hub.failures).containsExactly("NO_RESOURCES: the stick does not keep the link key");
        assertThat(full.hub.keys).isEmpty();
        assertThat(full.device.keys).isEmpty();
    }

    @Test
    void doesNotWaitForEver() {
        var responder = responder(coprocessor).answer(PPMID, timeline, hub);

        responder.hear(Direction.TO_SERVER, new Decoded.Value<>(certificate(ppmid)));
        timeline.advance(LONG);

        assertThat(hub.failures).containsExactly("the other side did not answer in time");
    }

    @Test
    void tellsASecondDeviceThatItIsBusyUntilTheFirstIsDone() {
        var responder = responder(coprocessor);
        var second = new Side(timeline);
        var ihd = authority.issue(IHD);
        responder.answer(PPMID, timeline, hub).hear(Direction.TO_SERVER, new Decoded.Value<>(certificate(ppmid)));

        var answer = responder.answer(IHD, timeline, second);
        answer.hear(Direction.TO_SERVER, new Decoded.Value<>(certificate(ihd)));
        timeline.advance(LONG);
        answer.hear(Direction.TO_SERVER, new Decoded.Value<>(certificate(ihd)));

        assertThat(second.said).hasSize(2);
        assertThat(second.said.getFirst()).isEqualTo(KeyEstablishment.busy(Suite.SUITE_2));
        assertThat(second.said.getLast()).isInstanceOf(InitiateKeyEstablishment.class);
    }

    @Test
    void endsWhatComesOutOfTurn() {
        var responder = responder(coprocessor).answer(PPMID, timeline, hub);
        responder.hear(Direction.TO_SERVER, new Decoded.Value<>(certificate(ppmid)));

        responder.hear(Direction.TO_SERVER, new Decoded.Value<>(new ConfirmKey(Octets.hex("00".repeat(16)))));

        assertThat(hub.said.getLast()).isEqualTo(new TerminateKeyEstablishment(3, 10, 2));
        assertThat(hub.failures).containsExactly("BAD_MESSAGE: ConfirmKey came out of turn");
    }

    private static Responder responder(Coprocessor by) {
        return new CoprocessorResponder(by, Runnable::run);
    }

    private static InitiateKeyEstablishment certificate(DeviceCertificate own) {
        return new InitiateKeyEstablishment(2, 3, 6, own.certificate().octets());
    }
}
