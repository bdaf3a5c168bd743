package io.hanproof.dongle;

import io.hanproof.octets.Eui64;
import java.time.Duration;

/** Says whether the link to a node is alive, so that a silent product is not mistaken for a dead link. */
public final class LinkProbe {
    private final StickNode node;

    LinkProbe(StickNode node) {
        this.node = node;
    }

    /**
     * Whether the node acknowledges a frame within that time. Not for while time is stepped.
     *
     * @throws io.hanproof.lab.BenchFault when the stick itself cannot send
     */
    public boolean acknowledges(Eui64 peer, Duration within) {
        return new NodeQuestions(node, within).acknowledges(peer);
    }
}
