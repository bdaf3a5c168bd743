package io.hanproof.cbke;

import io.hanproof.octets.OctetReader;
import io.hanproof.octets.OctetWriter;
import io.hanproof.octets.Octets;
import io.hanproof.zcl.Unsigned;

/**
 * Asks for an exchange, or agrees to it, and shows the sender's certificate.
 *
 * @param suites the one that is asked for, as a bit; others are malformed only in meaning
 * @param ephemeralDataTime seconds that the sender takes to make its ephemeral data
 * @param confirmKeyTime seconds that the sender takes to confirm the key
 * @param identity the certificate
 */
public record InitiateKeyEstablishment(int suites, int ephemeralDataTime, int confirmKeyTime, Octets identity)
        implements KeyEstablishmentCommand {
    static final int ID = 0x00;

    public InitiateKeyEstablishment {
        Unsigned.u16("key establishment suite", suites);
        Unsigned.u8("ephemeral data generate time", ephemeralDataTime);
        Unsigned.u8("confirm key generate time", confirmKeyTime);
    }

    static InitiateKeyEstablishment read(OctetReader in) {
        return new InitiateKeyEstablishment(
                in.u16("key establishment suite"),
                in.u8("ephemeral data generate time"),
                in.u8("confirm key generate time"),
                in.rest());
    }

    @Override
    public OctetWriter write(OctetWriter out) {
        return out.u16(suites).u8(ephemeralDataTime).u8(confirmKeyTime).octets(identity);
    }
}
