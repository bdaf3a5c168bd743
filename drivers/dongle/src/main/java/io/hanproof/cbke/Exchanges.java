package io.hanproof.cbke;

import io.hanproof.octets.Octets;
import java.time.Instant;
import org.bouncycastle.math.ec.ECPoint;

/** The states of an exchange. What they keep is nobody else's business. */
final class Exchanges {
    private Exchanges() {}

    record Idle() implements Exchange {}

    /** As initiator: waits for the other side's certificate. */
    record Requested(Instant until) implements Exchange {}

    /** As initiator: waits for the other side's ephemeral data. */
    record Offered(Partner partner, PrivateKey ephemeralKey, Instant until) implements Exchange {}

    /** As initiator: waits for the other side's proof. */
    record Proving(Octets itsMac, LinkKey linkKey, Instant until) implements Exchange {}

    /** As responder: waits for the other side's ephemeral data. */
    record Answered(Partner partner, Instant until) implements Exchange {}

    /** As responder: waits for the other side's proof. */
    record Agreed(Octets itsMac, Octets ownMac, LinkKey linkKey, Instant until) implements Exchange {}

    record Established() implements Exchange {}

    record Failed(String reason) implements Exchange {}

    /**
     * The other side, of which the certificate was accepted.
     *
     * @param ephemeralDataTime seconds that it takes, as it says
     * @param confirmKeyTime seconds that it takes, as it says
     */
    record Partner(ECPoint publicKey, int ephemeralDataTime, int confirmKeyTime) {}
}
