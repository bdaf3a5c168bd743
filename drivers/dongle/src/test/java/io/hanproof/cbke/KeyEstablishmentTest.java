package io.hanproof.cbke;

import static org.assertj.core.api.Assertions.assertThat;

import io.hanproof.cbke.Conversation.Party;
import io.hanproof.cbke.ExchangeEvent.Begin;
import io.hanproof.cbke.ExchangeEvent.Received;
import io.hanproof.cbke.ExchangeEvent.TimePassed;
import io.hanproof.cbke.ExchangeEvent.Unreadable;
import io.hanproof.octets.Eui64;
import io.hanproof.octets.Octets;
import io.hanproof.zcl.Direction;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Random;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

@Timeout(120)
final class KeyEstablishmentTest {
    private static final Eui64 AUTHORITY = Eui64.parse("1112131415161718");
    private static final Eui64 HUB = Eui64.parse("00DB1234567890A0");
    private static final Eui64 PPMID = Eui64.parse("00DB1234567890A1");
    private static final Instant NOW = Conversation.NOW;

    private final RandomGenerator chance = new Random(7);
    private final CertificateAuthority authority = CertificateAuthority.make(Suite.SUITE_2, AUTHORITY, chance);
    private final DeviceCertificate ppmid = authority.issue(PPMID);
    private final DeviceCertificate hub = authority.issue(HUB);

    private Conversation conversation() {
        return new Conversation(new Party(ppmid, HUB, chance), new Party(hub, PPMID, chance));
    }

    @ParameterizedTest
    @MethodSource("io.hanproof.cbke.AnnexC#examples")
    void saysWhatTheAnnexSaysAndHasItsLinkKey(AnnexC example) {
        var initiator = example.initiator();
        var responder = example.responder();

        var spoken = new Conversation(
                        new Party(
                                example.certificate(initiator),
                                responder.node(),
                                FixedDraw.of(example.ephemeralKey(initiator))),
                        new Party(
                                example.certificate(responder),
                                initiator.node(),
                                FixedDraw.of(example.ephemeralKey(responder))))
                .run();

        String suite = example.suite() == Suite.SUITE_1 ? "0100" : "0200";
        assertThat(spoken.frames)
                .containsExactly(
                        Octets.hex("01 11 00" + suite + "03 06" + initiator.certificate()),
                        Octets.hex("19 11 00" + suite + "03 06" + responder.certificate()),
                        Octets.hex("01 11 01" + initiator.ephemeralPublicKey()),
                        Octets.hex("19 11 01" + responder.ephemeralPublicKey()),
                        Octets.hex("01 11 02" + initiator.mac()),
                        Octets.hex("19 11 02" + responder.mac()));
        assertThat(spoken.initiator.installed).containsExactly(entry(responder.node(), example));
        assertThat(spoken.responder.installed).containsExactly(entry(initiator.node(), example));
    }

    @ParameterizedTest
    @EnumSource
    void givesBothSidesOneKeyWithCertificatesMadeHere(Suite suite) {
        var maker = CertificateAuthority.make(suite, AUTHORITY, chance);

        var spoken = new Conversation(
                        new Party(maker.issue(PPMID), HUB, chance), new Party(maker.issue(HUB), PPMID, chance))
                .run();

        assertThat(spoken.initiator.state.isEstablished()).isTrue();
        assertThat(spoken.responder.state.isEstablished()).isTrue();
        assertThat(spoken.initiator.key()).isPresent().isEqualTo(spoken.responder.key());
    }

    @Test
    void givesAnotherKeyEveryTime() {
        var first = conversation().run();
        var second = conversation().run();

        assertThat(second.initiator.key()).isPresent().isNotEqualTo(first.initiator.key());
    }

    @ParameterizedTest
    @CsvSource({"0001, UNSUPPORTED_SUITE", "0004, UNSUPPORTED_SUITE", "0000, BAD_MESSAGE", "0003, BAD_MESSAGE"})
    void refusesASuiteThatItDoesNotHave(String suites, KeyEstablishmentStatus expected) {
        var request = new InitiateKeyEstablishment(
                Integer.parseInt(suites, 16), 3, 6, ppmid.certificate().octets());

        var step = responder().on(toServer(request), Exchange.idle(), NOW);

        assertThat(step.effects()).containsExactly(terminate(Direction.TO_CLIENT, expected));
        assertThat(step.state().failure()).isPresent();
    }

    @Test
    void refusesACertificateOfAnotherAuthorityOrOfAnotherDevice() {
        var stranger = CertificateAuthority.make(Suite.SUITE_2, Eui64.parse("2122232425262728"), chance);
        var impostor = CertificateAuthority.make(Suite.SUITE_2, AUTHORITY, chance);

        assertThat(new Conversation(new Party(stranger.issue(PPMID), HUB, chance), new Party(hub, PPMID, chance))
                        .run()
                        .reasons())
                .containsExactly("UNKNOWN_ISSUER");
        assertThat(new Conversation(new Party(authority.issue(HUB), HUB, chance), new Party(hub, PPMID, chance))
                        .run()
                        .reasons())
                .containsExactly("INVALID_CERTIFICATE");
        assertThat(new Conversation(new Party(impostor.issue(PPMID), HUB, chance), new Party(hub, PPMID, chance))
                        .run()
                        .reasons())
                .containsExactly("BAD_KEY_CONFIRM"); // the issuer's name alone proves nothing
    }

    @Test
    void refusesACertificateOfAnotherLength() {
        var request = new InitiateKeyEstablishment(2, 3, 6, Octets.copyOf(new byte[73]));

        var step = responder().on(toServer(request), Exchange.idle(), NOW);

        assertThat(step.effects()).containsExactly(terminate(Direction.TO_CLIENT, KeyEstablishmentStatus.BAD_MESSAGE));
    }

    @Test
    void refusesWhatComesOutOfTurn() {
        var mac = new ConfirmKey(Octets.copyOf(new byte[16]));
        var answered = responder().on(toServer(certificate(ppmid)), Exchange.idle(), NOW);

        var early = responder().on(toServer(mac), answered.state(), NOW);
        var unasked = responder().on(toServer(mac), Exchange.idle(), NOW);
        var asOther = responder().on(new Received(Direction.TO_CLIENT, mac), answered.state(), NOW);

        assertThat(early.effects()).containsExactly(terminate(Direction.TO_CLIENT, KeyEstablishmentStatus.BAD_MESSAGE));
        assertThat(early.state().failure()).contains("BAD_MESSAGE: ConfirmKey came out of turn");
        assertThat(unasked.effects())
                .containsExactly(terminate(Direction.TO_CLIENT, KeyEstablishmentStatus.BAD_MESSAGE));
        assertThat(unasked.state()).isEqualTo(Exchange.idle());
        assertThat(asOther.effects())
                .containsExactly(terminate(Direction.TO_SERVER, KeyEstablishmentStatus.BAD_MESSAGE));
        assertThat(asOther.state()).isEqualTo(answered.state());
    }

    @Test
    void refusesWhatItCannotRead() {
        var requested = initiator().on(new Begin(), Exchange.idle(), NOW);

        var step = initiator().on(new Unreadable(Direction.TO_CLIENT, "no command"), requested.state(), NOW);

        assertThat(step.effects()).containsExactly(terminate(Direction.TO_SERVER, KeyEstablishmentStatus.BAD_MESSAGE));
        assertThat(step.state().failure()).contains("BAD_MESSAGE: no command");
    }

    @Test
    void givesUpWithoutAWordWhenTheOtherSideIsLate() {
        var requested = initiator().on(new Begin(), Exchange.idle(), NOW);
        Instant deadline = requested.state().deadline().orElseThrow();

        var before = initiator().on(new TimePassed(), requested.state(), deadline.minusNanos(1));
        var after = initiator().on(new TimePassed(), requested.state(), deadline);

        assertThat(before.state()).isEqualTo(requested.state());
        assertThat(after.state().failure()).contains("the other side did not answer in time");
        assertThat(after.effects()).isEmpty();
    }

    @Test
    void waitsAsLongAsTheOtherSideSaysThatItTakes() {
        var slow = new InitiateKeyEstablishment(2, 200, 0xFE, hub.certificate().octets());
        var requested = initiator().on(new Begin(), Exchange.idle(), NOW);

        var offered = initiator().on(new Received(Direction.TO_CLIENT, slow), requested.state(), NOW);

        assertThat(Duration.between(NOW, offered.state().deadline().orElseThrow()))
                .isGreaterThanOrEqualTo(Duration.ofSeconds(200 + 2));
    }

    @Test
    void beginsAnewWithOneThatGaveUp() {
        var answered = responder().on(toServer(certificate(ppmid)), Exchange.idle(), NOW);

        var again = responder().on(toServer(certificate(ppmid)), answered.state(), NOW.plusSeconds(5));

        assertThat(again.effects()).isEqualTo(answered.effects());
        assertThat(again.state().failure()).isEmpty();
    }

    @Test
    void endsWhenTheOtherSideEndsIt() {
        var requested = initiator().on(new Begin(), Exchange.idle(), NOW);
        var ended = new TerminateKeyEstablishment(4, 30, 2);

        var step = initiator().on(new Received(Direction.TO_CLIENT, ended), requested.state(), NOW);
        var unasked = initiator().on(new Received(Direction.TO_CLIENT, ended), Exchange.idle(), NOW);

        assertThat(step.state().failure()).contains("the other side ended it with NO_RESOURCES, wait 30 s");
        assertThat(step.effects()).isEmpty();
        assertThat(unasked.state()).isEqualTo(Exchange.idle());
        assertThat(unasked.effects()).isEmpty();
    }

    @Test
    void tellsAThirdThatItIsBusy() {
        assertThat(KeyEstablishment.busy(Suite.SUITE_2)).isEqualTo(new TerminateKeyEstablishment(4, 10, 2));
    }

    @Test
    void keepsItsSecretsOutOfTexts() {
        var example = AnnexC.C6;
        var machine = new KeyEstablishment(
                example.certificate(example.responder()),
                example.initiator().node(),
                FixedDraw.of(example.ephemeralKey(example.responder())));
        var request = new InitiateKeyEstablishment(
                2, 3, 6, Octets.hex(example.initiator().certificate()));
        var answered = machine.on(toServer(request), Exchange.idle(), NOW);
        var its = new EphemeralData(Octets.hex(example.initiator().ephemeralPublicKey()));
        var agreed = machine.on(toServer(its), answered.state(), NOW);
        var mac = new ConfirmKey(Octets.hex(example.initiator().mac()));
        var established = machine.on(toServer(mac), agreed.state(), NOW);

        String texts = agreed + " " + established + " " + example.certificate(example.responder());

        assertThat(established.effects()).hasSize(2);
        assertThat(texts)
                .contains("hidden")
                .doesNotContainIgnoringCase(example.linkKey().hex())
                .doesNotContainIgnoringCase(example.macKey().hex())
                .doesNotContainIgnoringCase(example.responder().privateKey())
                .doesNotContain(
                        example.ephemeralKey(example.responder()).scalar().toString());
    }

    private KeyEstablishment initiator() {
        return new KeyEstablishment(ppmid, HUB, new Random(1));
    }

    private KeyEstablishment responder() {
        return new KeyEstablishment(hub, PPMID, new Random(2));
    }

    private static InitiateKeyEstablishment certificate(DeviceCertificate own) {
        return new InitiateKeyEstablishment(2, 3, 6, own.certificate().octets());
    }

    private static Received toServer(KeyEstablishmentCommand command) {
        return new Received(Direction.TO_SERVER, command);
    }

    private static ExchangeEffect terminate(Direction to, KeyEstablishmentStatus status) {
        return new ExchangeEffect.Send(to, new TerminateKeyEstablishment(status.code(), 10, 2));
    }

    private static Map.Entry<Eui64, LinkKey> entry(Eui64 node, AnnexC example) {
        return Map.entry(node, new LinkKey(example.linkKey()));
    }
}
