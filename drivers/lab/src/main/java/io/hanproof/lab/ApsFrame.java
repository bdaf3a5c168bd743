package io.hanproof.lab;

import io.hanproof.octets.Eui64;
import io.hanproof.octets.Octets;

/**
 * One frame of the application support sub-layer, as its sender addressed it.
 *
 * @param destination another node or {@link Eui64#BROADCAST}
 * @param profile application profile, 0x0109 for Smart Energy
 * @param secured whether the APS link key protects it
 * @param acknowledged whether the sender asks for an APS acknowledgement, and so for a {@link Delivery}
 * @param zcl the ZCL frame in wire order
 */
public record ApsFrame(
        Eui64 source,
        Eui64 destination,
        int profile,
        int cluster,
        int sourceEndpoint,
        int destinationEndpoint,
        boolean secured,
        boolean acknowledged,
        Octets zcl) {}
