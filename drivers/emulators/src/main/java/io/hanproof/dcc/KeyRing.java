package io.hanproof.dcc;

import io.hanproof.gbcs.Certificates;
import io.hanproof.gbcs.Content;
import io.hanproof.gbcs.Counters;
import io.hanproof.gbcs.Cra;
import io.hanproof.gbcs.GbcsCheck;
import io.hanproof.gbcs.GbcsFinding;
import io.hanproof.gbcs.GbcsMessage;
import io.hanproof.gbcs.GroupingHeader;
import io.hanproof.gbcs.Identity;
import io.hanproof.gbcs.Sealing;
import io.hanproof.gbcs.SmkiCertificate;
import io.hanproof.gbcs.Usage;
import io.hanproof.lab.BenchFault;
import io.hanproof.octets.Eui64;
import io.hanproof.octets.Octets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The Access Control Broker's keys, and everybody's certificates by their identifier: a message is checked by those of one. */
public final class KeyRing implements Seals {
    private final Identity broker;
    private final Map<Eui64, Certificates> certificates = new HashMap<>();

    public KeyRing(Identity broker, Collection<SmkiCertificate> known) {
        this.broker = broker;
        var sorted = new HashMap<Eui64, List<SmkiCertificate>>();
        known.forEach(it ->
                sorted.computeIfAbsent(it.entity(), id -> new ArrayList<>()).add(it));
        sorted.forEach((id, all) -> certificates.put(id, new Certificates(all)));
    }

    @Override
    public Eui64 broker() {
        return broker.id();
    }

    @Override
    public Octets command(GroupingHeader header, Content content) {
        var message = new GbcsMessage(header, content, Optional.empty(), Optional.empty());
        return Sealing.mac(message, broker, agreement(header.recipient())).write();
    }

    @Override
    public Octets withMac(GbcsMessage signed) {
        return Sealing.mac(signed, broker, agreement(signed.header().recipient()))
                .write();
    }

    @Override
    public Optional<String> finding(GbcsMessage message, Octets octets) {
        var originator = of(message.header().originator());
        return first(
                message.header().recipient().equals(broker.id())
                        ? GbcsCheck.check(octets, originator, broker, Counters.NONE)
                        : GbcsCheck.check(octets, originator));
    }

    /** That it has no MAC yet is as it should be. */
    @Override
    public Optional<String> findingOfSigned(GbcsMessage command, Octets octets) {
        var findings = GbcsCheck.check(octets, of(command.header().originator()));
        return command.header().cra() == Cra.COMMAND
                ? first(findings.stream()
                        .filter(it -> it.code() != GbcsFinding.Code.MISSING_MAC)
                        .toList())
                : first(findings);
    }

    private SmkiCertificate agreement(Eui64 recipient) {
        return of(recipient)
                .of(recipient, Usage.AGREEMENT)
                .orElseThrow(() -> new BenchFault("the DCC has no certificate of " + recipient));
    }

    private Certificates of(Eui64 entity) {
        return certificates.getOrDefault(entity, Certificates.NONE);
    }

    private static Optional<String> first(List<GbcsFinding> findings) {
        return findings.stream().findFirst().map(GbcsFinding::toString);
    }
}
