package io.hanproof.ncp;

import io.hanproof.lab.BenchOrder;
import io.hanproof.lab.SimulatedHan;
import io.hanproof.octets.Eui64;
import java.util.List;

/** A device that lives on the HAN behind a stick. It comes anew whenever everything begins anew. */
public interface Tenant {
    Eui64 address();

    /** What the home answers for it when somebody asks its ZDO. */
    List<EndpointDescription> endpoints();

    /**
     * Joins that HAN, as from the factory, at the present of the HAN's timeline.
     *
     * @param announce to be run when it comes back after a restart of its own: the home then announces it
     */
    void settle(SimulatedHan han, BenchOrder.Begin begin, Runnable announce);

    /** Whether it shares a link key with every stick; without one no secured frame passes. */
    default boolean enrolled() {
        return true;
    }

    /** Whether it is joined from the beginning; otherwise it waits until a stick permits joining. */
    default boolean joined() {
        return true;
    }
}
