package io.hanproof.cbke;

import io.hanproof.octets.OctetReader;
import io.hanproof.octets.OctetWriter;
import io.hanproof.octets.Octets;

/** Proves that the sender has the key: a message authentication code of 16 octets. */
public record ConfirmKey(Octets mac) implements KeyEstablishmentCommand {
    static final int ID = 0x02;
    private static final int LENGTH = 16;

    static ConfirmKey read(OctetReader in) {
        return new ConfirmKey(in.take("secure message authentication code", LENGTH));
    }

    @Override
    public OctetWriter write(OctetWriter out) {
        return out.octets(mac);
    }
}
