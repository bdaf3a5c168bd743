package io.hanproof.steps;

import io.hanproof.dcc.Seals;
import io.hanproof.gbcs.Content;
import io.hanproof.gbcs.GbcsMessage;
import io.hanproof.gbcs.GroupingHeader;
import io.hanproof.octets.Eui64;
import io.hanproof.octets.OctetWriter;
import io.hanproof.octets.Octets;
import java.util.Optional;

/** Signatures that name their maker eight times over, and MACs that are all alike: enough to tell right from wrong. */
final class StopgapSeals implements Seals {
    static final Eui64 BROKER = Eui64.parse("90B3D51F30000002");
    private static final int REPEATED = 8;
    private static final Octets MAC = Octets.hex("AAAAAAAAAAAAAAAAAAAAAAAA");

    static Octets signature(Eui64 maker) {
        var out = new OctetWriter();
        for (int i = 0; i < REPEATED; i++) {
            out.u64(maker.value());
        }
        return out.toOctets();
    }

    /** A message as its originator would send it. */
    static Octets signed(GroupingHeader header, Content content) {
        return signed(header, content, header.originator());
    }

    static Octets signed(GroupingHeader header, Content content, Eui64 maker) {
        return new GbcsMessage(header, content, Optional.of(signature(maker)), Optional.empty()).write();
    }

    static Octets maced(GroupingHeader header, Content content) {
        return new GbcsMessage(header, content, Optional.empty(), Optional.of(MAC)).write();
    }

    @Override
    public Eui64 broker() {
        return BROKER;
    }

    @Override
    public Octets command(GroupingHeader header, Content content) {
        return maced(header, content);
    }

    @Override
    public Octets withMac(GbcsMessage signed) {
        return new GbcsMessage(signed.header(), signed.content(), signed.signature(), Optional.of(MAC)).write();
    }

    @Override
    public Optional<String> finding(GbcsMessage message, Octets octets) {
        return message.mac().isPresent() ? Optional.empty() : findingOfSigned(message, octets);
    }

    @Override
    public Optional<String> findingOfSigned(GbcsMessage command, Octets octets) {
        var right = Optional.of(signature(command.header().originator()));
        return command.signature().equals(right) ? Optional.empty() : Optional.of("wrong signature");
    }
}
