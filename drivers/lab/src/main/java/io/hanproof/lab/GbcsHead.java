package io.hanproof.lab;

import io.hanproof.gbcs.Cra;
import io.hanproof.octets.Eui64;
import io.hanproof.octets.MalformedOctets;
import io.hanproof.octets.OctetReader;
import io.hanproof.octets.Octets;
import java.util.Arrays;
import java.util.Optional;

/** As much of a GBCS message's header as tells which way it goes; what follows may be of any use case, or broken. */
record GbcsHead(Cra cra, Eui64 originator, Eui64 recipient) {
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
            int length = in.u8("length");
            in.skip("more of the length", Math.max(0, length - LONG_LENGTH));
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
        return recipient.flatMap(it -> Arrays.stream(Cra.values())
                .filter(cra -> cra.flag() == flag)
                .findFirst()
                .map(cra -> new GbcsHead(cra, originator.orElseThrow(), it)));
    }

    private static Optional<Eui64> entity(OctetReader in) {
        return in.u8("length of an entity") == ENTITY
                ? Optional.of(new Eui64(Long.reverseBytes(in.u64("entity"))))
                : Optional.empty();
    }
}
