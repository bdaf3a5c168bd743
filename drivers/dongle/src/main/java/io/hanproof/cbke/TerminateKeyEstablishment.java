package io.hanproof.cbke;

import io.hanproof.octets.OctetReader;
import io.hanproof.octets.OctetWriter;
import io.hanproof.zcl.Unsigned;
import java.util.Optional;

/**
 * Ends an exchange that failed.
 *
 * @param statusCode why, as a number: a device may have reasons that no standard lists
 * @param waitTime seconds before another try is of use
 * @param suites all that the sender supports, as bits
 */
public record TerminateKeyEstablishment(int statusCode, int waitTime, int suites) implements KeyEstablishmentCommand {
    static final int ID = 0x03;

    public TerminateKeyEstablishment {
        Unsigned.u8("status code", statusCode);
        Unsigned.u8("wait time", waitTime);
        Unsigned.u16("key establishment suite", suites);
    }

    static TerminateKeyEstablishment read(OctetReader in) {
        return new TerminateKeyEstablishment(
                in.u8("status code"), in.u8("wait time"), in.u16("key establishment suite"));
    }

    public Optional<KeyEstablishmentStatus> status() {
        return KeyEstablishmentStatus.of(statusCode);
    }

    @Override
    public OctetWriter write(OctetWriter out) {
        return out.u8(statusCode).u8(waitTime).u16(suites);
    }

    /** The status by its name, or by its number when it has none. */
    String reason() {
        return status().map(Enum::name).orElseGet(() -> "status %02X".formatted(statusCode));
    }
}
