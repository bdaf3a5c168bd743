package io.hanproof.dongle;

import io.hanproof.octets.Octets;

/**
 * One APS frame by short addresses, as sticks know them.
 *
 * @param peer who it goes to, or comes from
 * @param broadcast whether it goes to all
 */
record Datagram(
        int peer,
        boolean broadcast,
        int profile,
        int cluster,
        int sourceEndpoint,
        int destinationEndpoint,
        boolean secured,
        boolean acknowledged,
        Octets payload) {}
