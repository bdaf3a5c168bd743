package io.hanproof.cbke;

import io.hanproof.lab.Timeline;
import io.hanproof.octets.Decoded;
import io.hanproof.zcl.Direction;
import java.util.Optional;

/** One side of an exchange with one other device, at work: says what the machine decides, and keeps its state and time. */
public final class KeyExchange implements Answering {
    private final KeyEstablishment machine;
    private final Timeline timeline;
    private final Ends ends;
    private Exchange state = Exchange.idle();
    private Timeline.Booking booking = () -> {};

    /** What an exchange does to the world around it. */
    public interface Ends {
        /** Sends a command to the other side; one to a client repeats the sequence number it was asked with. */
        void say(Direction direction, KeyEstablishmentCommand command);

        /** Both sides have the key. It is to be installed where it is not already, as in a stick that made it. */
        void established(Optional<LinkKey> toInstall);

        /** It came to nothing; the other side has been told if it is to be told. */
        void failed(String reason);
    }

    public KeyExchange(KeyEstablishment machine, Timeline timeline, Ends ends) {
        this.machine = machine;
        this.timeline = timeline;
        this.ends = ends;
    }

    /** Begins as initiator. */
    public void begin() {
        happen(new ExchangeEvent.Begin());
    }

    @Override
    public void hear(Direction direction, Decoded<KeyEstablishmentCommand> heard) {
        happen(
                switch (heard) {
                    case Decoded.Value<KeyEstablishmentCommand>(var command) ->
                        new ExchangeEvent.Received(direction, command);
                    case Decoded.Malformed<KeyEstablishmentCommand> malformed ->
                        new ExchangeEvent.Unreadable(direction, malformed.message());
                });
    }

    /** What happens to an exchange that is over changes nothing: a failure is told once. */
    private void happen(ExchangeEvent event) {
        var before = state;
        var step = machine.on(event, before, timeline.instant());
        state = step.state();
        booking.cancel();
        state.deadline().ifPresent(it -> booking = timeline.at(it, () -> happen(new ExchangeEvent.TimePassed())));
        for (var effect : step.effects()) {
            switch (effect) {
                case ExchangeEffect.Send(var direction, var command) -> ends.say(direction, command);
                case ExchangeEffect.Install(var node, var linkKey) -> ends.established(Optional.of(linkKey));
            }
        }
        if (state != before) {
            state.failure().ifPresent(ends::failed);
        }
    }
}
