package io.hanproof.hub;

import io.hanproof.gbcs.Certificates;
import io.hanproof.gbcs.Content;
import io.hanproof.gbcs.Counters;
import io.hanproof.gbcs.Cra;
import io.hanproof.gbcs.GbcsCheck;
import io.hanproof.gbcs.GbcsFinding;
import io.hanproof.gbcs.GbcsMessage;
import io.hanproof.gbcs.GroupingHeader;
import io.hanproof.gbcs.Identity;
import io.hanproof.gbcs.Keys;
import io.hanproof.gbcs.OtherInformation;
import io.hanproof.gbcs.Role;
import io.hanproof.gbcs.Sealing;
import io.hanproof.octets.Eui64;
import io.hanproof.octets.OctetWriter;
import io.hanproof.octets.Octets;
import java.util.List;
import java.util.Optional;

/** Signs what a hub says to the DCC, counts it, and checks what the DCC says to the hub. */
final class HubSeal {
    /** Nothing of it is secret: it makes keys that are nobody's. */
    private static final long OTHER_SEED = 1;

    private static final int LONG = 0x80;

    private final Keys keys;
    private final Identity hub;
    private final Certificates certificates;
    private long counter;
    private Counters accepted = Counters.NONE;

    HubSeal(Keys keys, Eui64 address) {
        this.keys = keys;
        this.hub = keys.hub(address);
        var acb = keys.acb();
        this.certificates = new Certificates(keys.certificates(acb.id(), Role.ACB))
                .plus(keys.certificates(Keys.IMPORT_SUPPLIER, Role.SUPPLIER))
                .plus(keys.certificates(Keys.GAS_SUPPLIER, Role.SUPPLIER));
    }

    /** The counter that the next alert has. */
    long next() {
        return counter + 1;
    }

    /** An alert for the Access Control Broker. */
    Octets alert(Content content, Seal seal) {
        counter++;
        long told = seal == Seal.OLD_COUNTER ? 0 : counter;
        var header =
                new GroupingHeader(Cra.ALERT, told, hub.id(), keys.acb().id(), OtherInformation.of(content.useCase()));
        return sealed(header, content, seal);
    }

    /** The response to a command. */
    Octets response(GroupingHeader command, Content content, Seal seal) {
        return sealed(command.response(), content, seal);
    }

    private Octets sealed(GroupingHeader header, Content content, Seal seal) {
        return switch (seal) {
            case HONEST, OLD_COUNTER -> Sealing.answer(header, content, hub, certificates);
            case OTHER_KEYS -> Sealing.answer(header, content, new Keys(OTHER_SEED).hub(hub.id()), certificates);
            case NONE -> new GbcsMessage(header, content, Optional.empty(), Optional.empty()).write();
            case CUT_SHORT -> cutShort(Sealing.answer(header, content, hub, certificates), content);
            case AS_A_SUPPLIER -> {
                var supplier = keys.supplier(Keys.IMPORT_SUPPLIER);
                var other = new GroupingHeader(
                        header.cra(),
                        header.counter(),
                        supplier.id(),
                        header.recipient(),
                        header.dateTime(),
                        header.other());
                yield Sealing.answer(other, content, supplier, certificates);
            }
        };
    }

    /** Takes the last octet of the content away, and one from the length before it: the lengths within say otherwise. */
    private static Octets cutShort(Octets message, Content content) {
        var payload = content.write(new OctetWriter()).toOctets();
        for (int at = 1; at + payload.length() <= message.length(); at++) {
            if (message.u8(at - 1) == payload.length()
                    && payload.length() < LONG
                    && message.slice(at, payload.length()).equals(payload)) {
                int end = at + payload.length();
                return message.with(at - 1, payload.length() - 1)
                        .slice(0, end - 1)
                        .plus(message.slice(end, message.length() - end));
            }
        }
        return message;
    }

    /** What is wrong with a command, and nothing when the hub has to do what it says: it does so once. */
    List<GbcsFinding> check(Octets octets, GbcsMessage command) {
        var findings = GbcsCheck.check(octets, certificates, hub, accepted);
        if (findings.isEmpty()) {
            accepted = accepted.after(command.header());
        }
        return findings;
    }
}
