package io.hanproof.venue;

import io.hanproof.cbke.InitiateKeyEstablishment;
import io.hanproof.cbke.KeyEstablishmentCommand;
import io.hanproof.cbke.Suite;
import io.hanproof.octets.Decoded;
import io.hanproof.octets.Octets;
import io.hanproof.zcl.Direction;
import io.hanproof.zcl.FrameType;
import io.hanproof.zcl.ReadAttributes;
import io.hanproof.zcl.ZclHeader;
import java.util.Locale;
import java.util.Optional;

/** What a device wants that speaks to a Key Establishment server which is not there. */
final class AskedInVain {
    private static final String WANTED = "key establishment";

    private AskedInVain() {}

    /** In words; nothing when it only answers, or gives up. */
    static Optional<String> words(ZclHeader header, Octets zcl) {
        if (header.direction() == Direction.TO_CLIENT) {
            return Optional.empty();
        }
        if (header.frameType() == FrameType.GLOBAL) {
            return header.commandId() == ReadAttributes.ID ? Optional.of(WANTED) : Optional.empty();
        }
        return KeyEstablishmentCommand.read(header, zcl)
                        instanceof Decoded.Value<KeyEstablishmentCommand>(InitiateKeyEstablishment it)
                ? Optional.of(WANTED + suite(it))
                : Optional.empty();
    }

    private static String suite(InitiateKeyEstablishment it) {
        return Suite.of(it.suites())
                .map(suite -> " " + suite.name().toLowerCase(Locale.ROOT).replace('_', ' '))
                .orElse("");
    }
}
