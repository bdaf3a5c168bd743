package io.hanproof.hub;

import io.hanproof.octets.Eui64;

/**
 * The other end of an exchange.
 *
 * @param endpoint the peer's
 * @param ownEndpoint the one it spoke to
 * @param sequence transaction sequence number of its question, which the answer repeats; {@link #UNASKED} without one
 * @param secured whether the APS link key protects the exchange
 */
public record Peer(Eui64 address, int endpoint, int ownEndpoint, int sequence, boolean secured) {
    /** There is no question: what is sent gets a sequence number of the hub's own. */
    public static final int UNASKED = -1;

    /** The same node when nothing was asked. */
    public Peer unasked() {
        return new Peer(address, endpoint, ownEndpoint, UNASKED, secured);
    }
}
