package io.hanproof.cbke;

import io.hanproof.octets.Octets;
import java.util.Optional;

/**
 * Does the arithmetic of one side elsewhere, as a stick's firmware can: slowly, one exchange at a time, and without giving a
 * private key or a link key away. Calls block.
 */
public interface Coprocessor {
    /** What both sides prove themselves with. */
    record Proofs(Octets own, Octets its) {}

    /** Its certificate, which says what suite it knows. */
    ImplicitCertificate certificate();

    /** Makes the keys of one exchange, and gives the public one; nothing when it cannot. */
    Optional<Octets> ephemeralData();

    /** What a responder derives from what the initiator has shown; nothing when it will not. */
    Optional<Proofs> proofs(Octets itsCertificate, Octets itsEphemeralData);

    /** Ends the exchange: whether the link key was kept, as wanted. */
    boolean finish(boolean keep);
}
