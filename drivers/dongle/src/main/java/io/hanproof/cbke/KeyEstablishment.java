package io.hanproof.cbke;

import io.hanproof.cbke.ExchangeEffect.Install;
import io.hanproof.cbke.ExchangeEffect.Send;
import io.hanproof.cbke.Exchanges.Agreed;
import io.hanproof.cbke.Exchanges.Answered;
import io.hanproof.cbke.Exchanges.Established;
import io.hanproof.cbke.Exchanges.Failed;
import io.hanproof.cbke.Exchanges.Offered;
import io.hanproof.cbke.Exchanges.Proving;
import io.hanproof.cbke.Exchanges.Requested;
import io.hanproof.cbke.SharedKeys.Side;
import io.hanproof.lab.Machine;
import io.hanproof.octets.Eui64;
import io.hanproof.octets.Octets;
import io.hanproof.zcl.Direction;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;

/**
 * One side of a Key Establishment with one other device, as initiator or as responder: whoever begins is the first.
 * What does not keep to the order, the form or the rules ends the exchange with the status that annex C has for it.
 */
public final class KeyEstablishment implements Machine<Exchange, ExchangeEvent, ExchangeEffect> {
    /** On the way there and back, with every retry; annex C recommends 2 seconds or more. */
    private static final Duration TRANSMISSION = Duration.ofSeconds(10);

    /** Much more than we need: the other side waits for us as long as we say. */
    private static final int OWN_EPHEMERAL_DATA_TIME = 3;

    private static final int OWN_CONFIRM_KEY_TIME = 6;
    private static final int WAIT_BEFORE_NEXT = 10;

    private final DeviceCertificate own;
    private final Eui64 peer;
    private final RandomGenerator chance;

    /**
     * @param peer the other device: it has to show a certificate that was issued to it
     * @param chance draws the key that is used once, so outside of tests it has to be a good one
     */
    public KeyEstablishment(DeviceCertificate own, Eui64 peer, RandomGenerator chance) {
        this.own = own;
        this.peer = peer;
        this.chance = chance;
    }

    /** What a device answers that is busy with another. */
    public static TerminateKeyEstablishment busy(Suite suite) {
        return terminate(suite, KeyEstablishmentStatus.NO_RESOURCES);
    }

    @Override
    public Step<Exchange, ExchangeEffect> on(ExchangeEvent event, Exchange state, Instant now) {
        return switch (event) {
            case ExchangeEvent.Begin begin -> begin(now);
            case ExchangeEvent.Received(var direction, var command) -> received(direction, command, state, now);
            case ExchangeEvent.Unreadable(var direction, var message) -> unreadable(direction, message, state);
            case ExchangeEvent.TimePassed passed -> timePassed(state, now);
        };
    }

    private Step<Exchange, ExchangeEffect> begin(Instant now) {
        return step(new Requested(now.plus(TRANSMISSION)), new Send(Direction.TO_SERVER, certificate()));
    }

    private Step<Exchange, ExchangeEffect> received(
            Direction direction, KeyEstablishmentCommand command, Exchange state, Instant now) {
        if (command instanceof TerminateKeyEstablishment terminate) {
            return terminated(direction, terminate, state);
        }
        return direction == Direction.TO_SERVER ? asResponder(command, state, now) : asInitiator(command, state, now);
    }

    private Step<Exchange, ExchangeEffect> asInitiator(KeyEstablishmentCommand command, Exchange state, Instant now) {
        if (state instanceof Requested && command instanceof InitiateKeyEstablishment response) {
            return onCertificate(response, now);
        }
        if (state instanceof Offered offered && command instanceof EphemeralData(var itsEphemeralKey)) {
            return onEphemeralData(itsEphemeralKey, offered, now);
        }
        if (state instanceof Proving proving && command instanceof ConfirmKey(var mac)) {
            return same(mac, proving.itsMac())
                    ? step(new Established(), new Install(peer, proving.linkKey()))
                    : fail(Direction.TO_SERVER, KeyEstablishmentStatus.BAD_KEY_CONFIRM, "its proof is wrong");
        }
        return unexpected(Direction.TO_SERVER, command, state);
    }

    private Step<Exchange, ExchangeEffect> asResponder(KeyEstablishmentCommand command, Exchange state, Instant now) {
        // one that gave up without a word begins anew, whatever we were waiting for
        if (command instanceof InitiateKeyEstablishment request) {
            return onRequest(request, now);
        }
        if (state instanceof Answered answered && command instanceof EphemeralData(var itsEphemeralKey)) {
            return onRequestedEphemeralData(itsEphemeralKey, answered, now);
        }
        if (state instanceof Agreed agreed && command instanceof ConfirmKey(var mac)) {
            return same(mac, agreed.itsMac())
                    ? step(
                            new Established(),
                            new Send(Direction.TO_CLIENT, new ConfirmKey(agreed.ownMac())),
                            new Install(peer, agreed.linkKey()))
                    : fail(Direction.TO_CLIENT, KeyEstablishmentStatus.BAD_KEY_CONFIRM, "its proof is wrong");
        }
        return unexpected(Direction.TO_CLIENT, command, state);
    }

    private Step<Exchange, ExchangeEffect> onCertificate(InitiateKeyEstablishment response, Instant now) {
        return switch (CertificateCheck.of(response, own, peer)) {
            case CertificateCheck.Refused(var status, var words) -> fail(Direction.TO_SERVER, status, words);
            case CertificateCheck.Accepted(var partner) -> {
                var ephemeralKey = PrivateKey.draw(own.suite(), chance);
                yield step(
                        new Offered(partner, ephemeralKey, until(now, partner.ephemeralDataTime())),
                        new Send(Direction.TO_SERVER, new EphemeralData(ephemeralKey.publicKey())));
            }
        };
    }

    private Step<Exchange, ExchangeEffect> onEphemeralData(Octets itsEphemeralKey, Offered offered, Instant now) {
        var ephemeralKey = offered.ephemeralKey();
        Optional<SharedKeys> shared = SharedKeys.agree(
                own.privateKey(), ephemeralKey, offered.partner().publicKey(), itsEphemeralKey);
        if (shared.isEmpty()) {
            return fail(Direction.TO_SERVER, KeyEstablishmentStatus.BAD_MESSAGE, "its ephemeral data are no key");
        }
        var initiator = new Side(own.subject(), ephemeralKey.publicKey());
        var responder = new Side(peer, itsEphemeralKey);
        return step(
                new Proving(
                        shared.get().macOfResponder(initiator, responder),
                        shared.get().linkKey(),
                        until(now, offered.partner().confirmKeyTime())),
                new Send(Direction.TO_SERVER, new ConfirmKey(shared.get().macOfInitiator(initiator, responder))));
    }

    private Step<Exchange, ExchangeEffect> onRequest(InitiateKeyEstablishment request, Instant now) {
        return switch (CertificateCheck.of(request, own, peer)) {
            case CertificateCheck.Refused(var status, var words) -> fail(Direction.TO_CLIENT, status, words);
            case CertificateCheck.Accepted(var partner) ->
                step(
                        new Answered(partner, until(now, partner.ephemeralDataTime())),
                        new Send(Direction.TO_CLIENT, certificate()));
        };
    }

    private Step<Exchange, ExchangeEffect> onRequestedEphemeralData(
            Octets itsEphemeralKey, Answered answered, Instant now) {
        var ephemeralKey = PrivateKey.draw(own.suite(), chance);
        Optional<SharedKeys> shared = SharedKeys.agree(
                own.privateKey(), ephemeralKey, answered.partner().publicKey(), itsEphemeralKey);
        if (shared.isEmpty()) {
            return fail(Direction.TO_CLIENT, KeyEstablishmentStatus.BAD_MESSAGE, "its ephemeral data are no key");
        }
        var initiator = new Side(peer, itsEphemeralKey);
        var responder = new Side(own.subject(), ephemeralKey.publicKey());
        return step(
                new Agreed(
                        shared.get().macOfInitiator(initiator, responder),
                        shared.get().macOfResponder(initiator, responder),
                        shared.get().linkKey(),
                        until(now, answered.partner().confirmKeyTime())),
                new Send(Direction.TO_CLIENT, new EphemeralData(responder.ephemeralKey())));
    }

    private InitiateKeyEstablishment certificate() {
        return new InitiateKeyEstablishment(
                own.suite().bit(),
                OWN_EPHEMERAL_DATA_TIME,
                OWN_CONFIRM_KEY_TIME,
                own.certificate().octets());
    }

    private Step<Exchange, ExchangeEffect> terminated(
            Direction direction, TerminateKeyEstablishment terminate, Exchange state) {
        return isOver(state) || isInitiator(state) != (direction == Direction.TO_CLIENT)
                ? new Step<>(state, List.of())
                : new Step<>(
                        new Failed("the other side ended it with %s, wait %d s"
                                .formatted(terminate.reason(), terminate.waitTime())),
                        List.of());
    }

    private Step<Exchange, ExchangeEffect> unreadable(Direction direction, String message, Exchange state) {
        boolean ours = !isOver(state) && isInitiator(state) == (direction == Direction.TO_CLIENT);
        return ours
                ? fail(other(direction), KeyEstablishmentStatus.BAD_MESSAGE, message)
                : new Step<>(state, List.of(terminate(other(direction), KeyEstablishmentStatus.BAD_MESSAGE)));
    }

    /** No Terminate is sent: who does not answer in time would not hear it, annex C says. */
    private static Step<Exchange, ExchangeEffect> timePassed(Exchange state, Instant now) {
        boolean late = state.deadline().filter(it -> !now.isBefore(it)).isPresent();
        return late
                ? new Step<>(new Failed("the other side did not answer in time"), List.of())
                : new Step<>(state, List.of());
    }

    private Step<Exchange, ExchangeEffect> unexpected(
            Direction answer, KeyEstablishmentCommand command, Exchange state) {
        // out of turn it ends our exchange; beside one, or after it, it is refused and changes nothing
        return isOver(state) || isInitiator(state) != (answer == Direction.TO_SERVER)
                ? new Step<>(state, List.of(terminate(answer, KeyEstablishmentStatus.BAD_MESSAGE)))
                : fail(answer, KeyEstablishmentStatus.BAD_MESSAGE, command.name() + " came out of turn");
    }

    private Step<Exchange, ExchangeEffect> fail(Direction to, KeyEstablishmentStatus status, String words) {
        return step(new Failed("%s: %s".formatted(status, words)), terminate(to, status));
    }

    private Send terminate(Direction to, KeyEstablishmentStatus status) {
        return new Send(to, terminate(own.suite(), status));
    }

    static TerminateKeyEstablishment terminate(Suite suite, KeyEstablishmentStatus status) {
        return new TerminateKeyEstablishment(status.code(), WAIT_BEFORE_NEXT, suite.bit());
    }

    private static boolean isOver(Exchange state) {
        return state.deadline().isEmpty();
    }

    private static boolean isInitiator(Exchange state) {
        return state instanceof Requested || state instanceof Offered || state instanceof Proving;
    }

    private static Direction other(Direction direction) {
        return direction == Direction.TO_SERVER ? Direction.TO_CLIENT : Direction.TO_SERVER;
    }

    private static Instant until(Instant now, int seconds) {
        return now.plus(TRANSMISSION).plusSeconds(seconds);
    }

    private static boolean same(Octets one, Octets other) {
        return MessageDigest.isEqual(one.toArray(), other.toArray());
    }

    private static Step<Exchange, ExchangeEffect> step(Exchange state, ExchangeEffect... effects) {
        return new Step<>(state, List.of(effects));
    }
}
