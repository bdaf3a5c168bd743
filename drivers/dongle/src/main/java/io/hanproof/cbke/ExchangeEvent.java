package io.hanproof.cbke;

import io.hanproof.zcl.Direction;

/** What can happen to an exchange. */
public sealed interface ExchangeEvent {
    /** We are to initiate it. */
    record Begin() implements ExchangeEvent {}

    /** The other side sent a command to our server, or to our client. */
    record Received(Direction direction, KeyEstablishmentCommand command) implements ExchangeEvent {}

    /** The other side sent to this cluster what is no command of it. */
    record Unreadable(Direction direction, String message) implements ExchangeEvent {}

    /** The deadline of the state may have come. */
    record TimePassed() implements ExchangeEvent {}
}
