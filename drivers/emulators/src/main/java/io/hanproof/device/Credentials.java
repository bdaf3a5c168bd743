package io.hanproof.device;

import io.hanproof.gbcs.Certificates;
import io.hanproof.gbcs.Identity;
import io.hanproof.gbcs.Usage;
import io.hanproof.octets.Eui64;
import io.hanproof.octets.Octets;

/**
 * What a device knows others by and is known by.
 *
 * @param own its keys and their certificates
 * @param held certificates of those whose commands it takes
 * @param supplier who may have it activate firmware, and hears of it
 * @param broker the Access Control Broker, in whose name commands come
 */
public record Credentials(Identity own, Certificates held, Eui64 supplier, Eui64 broker) {

    /** A device that trusts that supplier. */
    public static Credentials of(Identity own, Identity supplier, Identity broker) {
        return new Credentials(own, Certificates.of(supplier, broker), supplier.id(), broker.id());
    }

    /** Whether its supplier signed these octets. */
    boolean isSuppliers(Octets signature, Octets octets) {
        return held.of(supplier, Usage.SIGNING)
                .filter(it -> it.verifies(octets, signature))
                .isPresent();
    }
}
