package io.hanproof.cbke;

import io.hanproof.cbke.Coprocessor.Proofs;
import io.hanproof.lab.LiveTimeline;
import io.hanproof.lab.Timeline;
import io.hanproof.octets.Decoded;
import io.hanproof.octets.Eui64;
import io.hanproof.octets.Octets;
import io.hanproof.zcl.Direction;
import java.security.MessageDigest;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;

/** The responder's side of one exchange, of which a coprocessor does the arithmetic while time goes on. */
final class CoprocessorExchange implements Answering {
    /** More than sticks take, and less than a device has to wait at most. */
    private static final int EPHEMERAL_DATA_TIME = 15;

    private static final int CONFIRM_KEY_TIME = 20;
    private static final Duration TRANSMISSION = Duration.ofSeconds(10);

    private final CoprocessorResponder lender;
    private final Eui64 peer;
    private final LiveTimeline timeline;
    private final KeyExchange.Ends ends;
    private State state = State.Idle.IDLE;
    private int round;
    private Timeline.Booking booking = () -> {};

    private sealed interface State {
        enum Idle implements State {
            IDLE
        }

        /** Waits for the other side's ephemeral data. */
        record Answered(InitiateKeyEstablishment shown) implements State {}

        /** The coprocessor is at it. */
        enum Working implements State {
            WORKING
        }

        /** Waits for the other side's proof. */
        record Agreed(Octets certificate, Octets ephemeralData) implements State {}
    }

    CoprocessorExchange(CoprocessorResponder lender, Eui64 peer, LiveTimeline timeline, KeyExchange.Ends ends) {
        this.lender = lender;
        this.peer = peer;
        this.timeline = timeline;
        this.ends = ends;
    }

    @Override
    public void hear(Direction direction, Decoded<KeyEstablishmentCommand> heard) {
        if (direction == Direction.TO_CLIENT) {
            return; // nobody here has asked for anything
        }
        switch (heard) {
            case Decoded.Value<KeyEstablishmentCommand>(InitiateKeyEstablishment it) -> initiate(it);
            case Decoded.Value<KeyEstablishmentCommand>(EphemeralData it)
            when state instanceof State.Answered answered -> makeKeys(answered.shown(), it.publicKey());
            case Decoded.Value<KeyEstablishmentCommand>(ConfirmKey it)
            when state instanceof State.Agreed agreed -> confirm(agreed, it.mac());
            case Decoded.Value<KeyEstablishmentCommand>(TerminateKeyEstablishment it) ->
                over("the other side ended it with %s, wait %d s".formatted(it.reason(), it.waitTime()));
            case Decoded.Value<KeyEstablishmentCommand>(var other) ->
                refuse(KeyEstablishmentStatus.BAD_MESSAGE, other.name() + " came out of turn");
            case Decoded.Malformed<KeyEstablishmentCommand> it ->
                refuse(KeyEstablishmentStatus.BAD_MESSAGE, it.message());
        }
    }

    private void initiate(InitiateKeyEstablishment shown) {
        if (state == State.Working.WORKING || !lender.lend(this)) {
            ends.say(Direction.TO_CLIENT, KeyEstablishment.busy(lender.suite()));
            return;
        }
        var own = lender.coprocessor().certificate();
        var refused = CertificateCheck.refusal(shown, own, peer);
        if (refused.isPresent()) {
            state = new State.Answered(shown); // so that the refusal ends something
            refuse(refused.get().status(), refused.get().words());
            return;
        }
        await(new State.Answered(shown), shown.ephemeralDataTime());
        ends.say(
                Direction.TO_CLIENT,
                new InitiateKeyEstablishment(own.suite().bit(), EPHEMERAL_DATA_TIME, CONFIRM_KEY_TIME, own.octets()));
    }

    private void makeKeys(InitiateKeyEstablishment shown, Octets itsEphemeralData) {
        work(lender.coprocessor()::ephemeralData, made -> {
            if (made.isEmpty()) {
                refuse(KeyEstablishmentStatus.NO_RESOURCES, "the stick makes no ephemeral data");
                return;
            }
            await(new State.Agreed(shown.identity(), itsEphemeralData), shown.confirmKeyTime());
            ends.say(Direction.TO_CLIENT, new EphemeralData(made.get()));
        });
    }

    private void confirm(State.Agreed agreed, Octets itsMac) {
        work(() -> lender.coprocessor().proofs(agreed.certificate(), agreed.ephemeralData()), found -> {
            if (found.filter(it -> same(it.its(), itsMac)).isPresent()) {
                keep(found.get());
            } else {
                work(
                        () -> Optional.of(lender.coprocessor().finish(false)),
                        done -> refuse(
                                KeyEstablishmentStatus.BAD_KEY_CONFIRM, "its proof is wrong, or the stick has none"));
            }
        });
    }

    private void keep(Proofs proofs) {
        work(() -> Optional.of(lender.coprocessor().finish(true)), kept -> {
            if (kept.filter(it -> it).isEmpty()) {
                refuse(KeyEstablishmentStatus.NO_RESOURCES, "the stick does not keep the link key");
                return;
            }
            rest();
            ends.say(Direction.TO_CLIENT, new ConfirmKey(proofs.own()));
            ends.established(Optional.empty());
        });
    }

    private <T> void work(Supplier<Optional<T>> what, Consumer<Optional<T>> then) {
        booking.cancel();
        state = State.Working.WORKING;
        int begun = ++round;
        lender.work(timeline, what, result -> {
            if (begun == round) {
                then.accept(result);
            }
        });
    }

    private void await(State next, int seconds) {
        state = next;
        booking.cancel();
        booking = timeline.in(TRANSMISSION.plusSeconds(seconds), () -> over("the other side did not answer in time"));
    }

    private void refuse(KeyEstablishmentStatus status, String words) {
        ends.say(Direction.TO_CLIENT, KeyEstablishment.terminate(lender.suite(), status));
        over("%s: %s".formatted(status, words));
    }

    private void over(String reason) {
        if (state != State.Idle.IDLE) {
            rest();
            ends.failed(reason);
        }
    }

    private void rest() {
        booking.cancel();
        round++;
        state = State.Idle.IDLE;
        lender.takeBack(this);
    }

    private static boolean same(Octets one, Octets other) {
        return MessageDigest.isEqual(one.toArray(), other.toArray());
    }
}
