package io.hanproof.lab;

import io.hanproof.gbcs.Cra;
import io.hanproof.octets.Eui64;
import io.hanproof.octets.MalformedOctets;
import io.hanproof.octets.OctetReader;
import io.hanproof.octets.Octets;
import java.util.Optional;

/** As much of a GBCS message's header as tells what it is and which way it goes; what follows may be broken. */
record GbcsHead(Cra cra, Eui64 originator, Eui64 recipient, int messageCode) {
    private static final int GENERAL_CIPHERING = 0xDD;
    private static final int GENERAL_SIGNING = 0xDF;
    private static final int TRANSACTION_ID = 9;
    private static final int ENTITY = 8;
    private static final int EMPTY_FIELDS = 6;
    private static final int SECURITY_HEADER = 5;
    private static final int LONG_LENGTH = 0x80;

    static Optional<GbcsHead> of(Octets message) {
        try {
            return read(new OctetReader(message));
        } catch (MalformedOctets e) {
            return Optional.empty();
        }
    }

    private static Optional<GbcsHead> read(OctetReader in) {
        int tag = in.u8("tag");
        if (tag == GENERAL_CIPHERING) {
            in.skip("empty fields", EMPTY_FIELDS);
            skipLength(in);
            in.skip("security header", SECURITY_HEADER);
            tag = in.u8("tag");
        }
        if (tag != GENERAL_SIGNING || in.u8("length of the transaction id") != TRANSACTION_ID) {
            return Optional.empty();
        }
        int flag = in.u8("CRA flag");
        in.skip("counter", Long.BYTES);
        Optional<Eui64> originator = entity(in);
        Optional<Eui64> recipient = originator.isPresent() ? entity(in) : Optional.empty();
        if (recipient.isEmpty()) {
            return Optional.empty();
        }
        in.skip("date-time", in.u8("length of the date-time"));
        skipLength(in);
        int messageCode = in.u8("message code") << Byte.SIZE | in.u8("message code");
        for (Cra cra : Cra.values()) {
            if (cra.flag() == flag) {
                return Optional.of(new GbcsHead(cra, originator.orElseThrow(), recipient.orElseThrow(), messageCode));
            }
        }
        return Optional.empty();
    }

    private static void skipLength(OctetReader in) {
        int length = in.u8("length");
        in.skip("more of the length", Math.max(0, length - LONG_LENGTH));
    }

    private static Optional<Eui64> entity(OctetReader in) {
        return in.u8("length of an entity") == ENTITY
                ? Optional.of(new Eui64(Long.reverseBytes(in.u64("entity"))))
                : Optional.empty();
    }
}
