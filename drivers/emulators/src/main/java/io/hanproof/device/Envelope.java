package io.hanproof.device;

import io.hanproof.gbcs.Content;
import io.hanproof.gbcs.Counters;
import io.hanproof.gbcs.GbcsCheck;
import io.hanproof.gbcs.GbcsMessage;
import io.hanproof.gbcs.GroupingHeader;
import io.hanproof.gbcs.Keys;
import io.hanproof.gbcs.Sealing;
import io.hanproof.octets.Decoded;
import io.hanproof.octets.OctetWriter;
import io.hanproof.octets.Octets;
import java.util.Optional;

/** Opens the GBCS messages that come to a device, and seals those that it sends. */
final class Envelope {
    private static final int SIGNATURE = 0x40;
    /** Keys that nobody has a certificate for. */
    private static final Keys STRANGERS = new Keys(~Keys.USUAL_SEED);

    private final Credentials credentials;

    Envelope(Credentials credentials) {
        this.credentials = credentials;
    }

    /** Empty when the octets are no message. Whether its counter is new, the device remembers itself. */
    Optional<DisplayEvent> open(Octets octets) {
        return switch (GbcsMessage.read(octets)) {
            case Decoded.Value<GbcsMessage>(var message) ->
                Optional.of(new DisplayEvent.Commanded(
                        message, GbcsCheck.check(octets, credentials.held(), credentials.own(), Counters.NONE)));
            case Decoded.Malformed<GbcsMessage> malformed -> Optional.empty();
        };
    }

    /** Who has no keys can guard nothing. */
    static Octets open(GroupingHeader header, Content content) {
        return new GbcsMessage(header, content, Optional.empty(), Optional.empty()).write();
    }

    Octets seal(GroupingHeader header, Content content, Seal seal) {
        var own = credentials.own();
        return switch (seal) {
            case PROPER -> Sealing.answer(header, content, own, credentials.held());
            case NONE -> open(header, content);
            case ANOTHERS_KEY ->
                Sealing.sign(header, content, STRANGERS.device(own.id())).write();
            case SUPPLIERS_NAME ->
                Sealing.sign(inSuppliersName(header), content, own).write();
            case CUT_SHORT -> cutShort(header, content);
        };
    }

    private GroupingHeader inSuppliersName(GroupingHeader header) {
        return new GroupingHeader(
                header.cra(),
                header.counter(),
                credentials.supplier(),
                header.recipient(),
                header.dateTime(),
                header.other());
    }

    /** The content ends an octet early, and is signed like that. */
    private Octets cutShort(GroupingHeader header, Content content) {
        Octets unsigned = open(header, content);
        int length = content.write(new OctetWriter()).length();
        int lengthAt = unsigned.length() - length - 2;
        Octets shorter = unsigned.slice(0, unsigned.length() - 2).with(lengthAt, length - 1);
        return new OctetWriter()
                .octets(shorter)
                .u8(SIGNATURE)
                .octets(credentials.own().sign(shorter.slice(1, shorter.length() - 1)))
                .toOctets();
    }
}
