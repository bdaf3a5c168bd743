package io.hanproof.dcc;

import io.hanproof.gbcs.Content;
import io.hanproof.gbcs.GbcsMessage;
import io.hanproof.gbcs.GroupingHeader;
import io.hanproof.octets.Eui64;
import io.hanproof.octets.Octets;
import java.util.Optional;

/** The DCC's keys as Access Control Broker, and the certificates that it knows everybody by. */
public interface Seals {
    /** The identifier that the DCC's own commands carry, and that hubs address their alerts to. */
    Eui64 broker();

    /** A non-critical command, with the MAC that its recipient expects. */
    Octets command(GroupingHeader header, Content content);

    /** A critical command that its supplier has signed, with the MAC added. */
    Octets withMac(GbcsMessage signed);

    /** What is wrong with a message's guards, by the name of the finding; empty when they are those of its originator. */
    Optional<String> finding(GbcsMessage message, Octets octets);

    /** What is wrong with a command that a supplier has signed and nobody has added a MAC to. */
    Optional<String> findingOfSigned(GbcsMessage command, Octets octets);
}
