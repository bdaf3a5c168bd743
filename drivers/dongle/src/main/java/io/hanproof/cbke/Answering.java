package io.hanproof.cbke;

import io.hanproof.octets.Decoded;
import io.hanproof.zcl.Direction;

/** One side of an exchange with one other device: hears what that one says. */
@FunctionalInterface
public interface Answering {
    void hear(Direction direction, Decoded<KeyEstablishmentCommand> heard);
}
