package io.hanproof.dongle;

import io.hanproof.octets.Eui64;
import java.util.List;

/** A stick on its network, whatever its family: datagrams by short address. */
sealed interface Transport permits EmberTransport, PlainTransport {
    Eui64 address();

    /** Sends without waiting. */
    void send(Datagram datagram, Fate fate);

    /** What the stick's own tables say, or {@link AddressBook#UNKNOWN}; it may take a moment to answer. */
    int shortOf(Eui64 node);

    /** Asks the stick's own tables who that is; {@link Hears#learnt} or {@link Hears#unknown} follows. */
    void whoIs(int shortAddress);

    /** What a verdict cannot rest on with this stick, in whole sentences. */
    List<String> limits();

    /** Whether the stick itself answers what others ask a node about itself. */
    boolean answersZdo();

    /** Returns within two seconds, whatever the stick does. */
    void close();

    /** What comes from a stick: from the thread that reads the line, in order. */
    interface Hears {
        void heard(Datagram datagram);

        /** A node joined, or the stick knows it. */
        void learnt(int shortAddress, Eui64 node);

        /** The stick does not know who has that short address. */
        void unknown(int shortAddress);

        void left(Eui64 node);

        /** Nothing will come any more; told once. */
        void lost(String reason);
    }
}
