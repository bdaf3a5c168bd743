package io.hanproof.cbke;

import io.hanproof.octets.OctetWriter;
import io.hanproof.octets.Octets;

/** Sends the public key that was made for this exchange alone. */
public record EphemeralData(Octets publicKey) implements KeyEstablishmentCommand {
    static final int ID = 0x01;

    @Override
    public OctetWriter write(OctetWriter out) {
        return out.octets(publicKey);
    }
}
