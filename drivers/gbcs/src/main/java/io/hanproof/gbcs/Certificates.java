package io.hanproof.gbcs;

import io.hanproof.octets.Decoded;
import io.hanproof.octets.Eui64;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The certificates that somebody holds, at most one for each entity and use. */
public final class Certificates {
    public static final Certificates NONE = new Certificates(List.of());

    private final Map<Slot, SmkiCertificate> held = new LinkedHashMap<>();

    private record Slot(Eui64 entity, Usage usage) {}

    /** A later certificate of the same entity and use takes the place of an earlier one. */
    public Certificates(Collection<SmkiCertificate> certificates) {
        certificates.forEach(it -> held.put(new Slot(it.entity(), it.usage()), it));
    }

    public static Certificates of(Identity... identities) {
        return new Certificates(Arrays.stream(identities)
                .flatMap(it -> it.certificates().stream())
                .toList());
    }

    /** Reads the PEM blocks of a text, one after the other. */
    public static Decoded<Certificates> readPem(String text) {
        var certificates = new ArrayList<SmkiCertificate>();
        for (String block : SmkiCertificate.pemBlocks(text)) {
            switch (SmkiCertificate.readPem(block)) {
                case Decoded.Value<SmkiCertificate>(var certificate) -> certificates.add(certificate);
                case Decoded.Malformed<SmkiCertificate>(var field, var need, int at, var found) -> {
                    return new Decoded.Malformed<>(field, need, at, found);
                }
            }
        }
        return new Decoded.Value<>(new Certificates(certificates));
    }

    public Optional<SmkiCertificate> of(Eui64 entity, Usage usage) {
        return Optional.ofNullable(held.get(new Slot(entity, usage)));
    }

    /** The key agreement certificate of the Access Control Broker. */
    public Optional<SmkiCertificate> acb() {
        return held.values().stream()
                .filter(it -> it.role() == Role.ACB && it.usage() == Usage.AGREEMENT)
                .findFirst();
    }

    public boolean knows(Eui64 entity) {
        return Arrays.stream(Usage.values()).anyMatch(it -> of(entity, it).isPresent());
    }

    public Certificates plus(Collection<SmkiCertificate> more) {
        var all = new ArrayList<>(held.values());
        all.addAll(more);
        return new Certificates(all);
    }

    public List<SmkiCertificate> all() {
        return List.copyOf(held.values());
    }

    @Override
    public String toString() {
        return held.values().toString();
    }
}
