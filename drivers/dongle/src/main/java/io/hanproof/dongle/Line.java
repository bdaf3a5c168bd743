package io.hanproof.dongle;

import java.util.Optional;

/** The wire to a stick as octets: a serial port, a socket, or two ends in memory. */
interface Line {
    /** What {@link #read} says when nothing more will ever come. */
    int GONE = -1;

    /** How long {@link #read} waits: the library notices only then that it is being closed. */
    int READ_MILLIS = 100;

    /** How messages name it. */
    String name();

    /** @throws io.hanproof.lab.BenchFault saying what is wrong, and what mends it where we know */
    void open();

    /** Waits a little for octets: how many came, 0 when none did, or {@link #GONE}. */
    int read(byte[] into);

    /** Says whether they went out. */
    boolean write(byte[] octets);

    /** Returns at once; a second time it does nothing. */
    void close();

    /** The USB serial number, which stays when the port's name changes; known once it was open. */
    Optional<String> serialNumber();

    /** A new line, not yet open, to the stick that this one led to. */
    Line again();
}
