package io.hanproof.cbke;

import io.hanproof.octets.Eui64;
import io.hanproof.zcl.Direction;

/** What an exchange wants done. */
public sealed interface ExchangeEffect {
    /** Sends a command, with an APS acknowledgement; one to a client repeats the sequence number it was asked with. */
    record Send(Direction direction, KeyEstablishmentCommand command) implements ExchangeEffect {}

    /** From now on this key protects what is said with that node. */
    record Install(Eui64 node, LinkKey linkKey) implements ExchangeEffect {}
}
