package io.hanproof.ncp;

import io.hanproof.octets.Eui64;
import java.util.List;

/**
 * A node that is on the network, as a ZDO tells of it.
 *
 * @param answers whether it is switched on
 */
record Neighbour(
        Eui64 address, int shortAddress, boolean coordinator, boolean answers, List<EndpointDescription> endpoints) {
    private static final int MAINS_POWERED_ROUTER = 0x8E;

    /** MAC capability flags. */
    int capability() {
        return coordinator ? MAINS_POWERED_ROUTER | 1 : MAINS_POWERED_ROUTER;
    }
}
