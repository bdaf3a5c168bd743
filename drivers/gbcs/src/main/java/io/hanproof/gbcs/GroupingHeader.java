package io.hanproof.gbcs;

import io.hanproof.octets.Eui64;
import io.hanproof.octets.OctetReader;
import io.hanproof.octets.OctetWriter;
import java.util.Optional;

/**
 * Who says what to whom: the header that every GBCS message has.
 *
 * @param counter the originator's, unsigned; with originator and recipient it names the message
 */
public record GroupingHeader(
        Cra cra,
        long counter,
        Eui64 originator,
        Eui64 recipient,
        Optional<CosemDateTime> dateTime,
        OtherInformation other) {
    static final int GENERAL_SIGNING = 0xDF;
    private static final int TRANSACTION_LENGTH = 9;

    /** Without a date-time. */
    public GroupingHeader(Cra cra, long counter, Eui64 originator, Eui64 recipient, OtherInformation other) {
        this(cra, counter, originator, recipient, Optional.empty(), other);
    }

    /** The header of the response to this command: same counter, turned round. */
    public GroupingHeader response() {
        return new GroupingHeader(
                Cra.RESPONSE,
                counter,
                /* originator= */ recipient,
                /* recipient= */ originator,
                Optional.empty(),
                other);
    }

    /** The same, with another counter. */
    public GroupingHeader withCounter(long other) {
        return new GroupingHeader(cra, other, originator, recipient, dateTime, this.other);
    }

    /** The same, with a date-time. */
    public GroupingHeader at(CosemDateTime time) {
        return new GroupingHeader(cra, counter, originator, recipient, Optional.of(time), other);
    }

    static GroupingHeader read(OctetReader in) {
        Wire.expect(in, "general-signing tag", GENERAL_SIGNING);
        Wire.expect(in, "transaction id length", TRANSACTION_LENGTH);
        Cra cra = readCra(in, "CRA flag");
        return new GroupingHeader(
                cra,
                Wire.u64(in, "originator counter"),
                Wire.eui(in, "originator"),
                Wire.eui(in, "recipient"),
                CosemDateTime.readOptional(in),
                OtherInformation.read(in));
    }

    static Cra readCra(OctetReader in, String field) {
        int at = in.at();
        int flag = in.u8(field);
        return switch (flag) {
            case 1 -> Cra.COMMAND;
            case 2 -> Cra.RESPONSE;
            case 3 -> Cra.ALERT;
            default -> throw in.malformed(field, "1, 2 or 3", at, "found " + flag);
        };
    }

    OctetWriter write(OctetWriter out) {
        Wire.u64(out.u8(GENERAL_SIGNING).u8(TRANSACTION_LENGTH).u8(cra.flag()), counter);
        Wire.eui(Wire.eui(out, originator), recipient);
        if (dateTime.isPresent()) {
            dateTime.orElseThrow().write(out.u8(CosemDateTime.LENGTH));
        } else {
            out.u8(0);
        }
        return other.write(out);
    }
}
