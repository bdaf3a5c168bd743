package io.hanproof.launcher;

import io.hanproof.gbcs.Certificates;
import io.hanproof.gbcs.Counters;
import io.hanproof.gbcs.Cra;
import io.hanproof.gbcs.GbcsCheck;
import io.hanproof.gbcs.GbcsFinding;
import io.hanproof.gbcs.GbcsFinding.Code;
import io.hanproof.gbcs.GbcsMessage;
import io.hanproof.gbcs.GroupingHeader;
import io.hanproof.gbcs.Identity;
import io.hanproof.gbcs.Keys;
import io.hanproof.gbcs.PreCommand;
import io.hanproof.gbcs.Role;
import io.hanproof.octets.Decoded;
import io.hanproof.octets.Octets;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What is to be said of one GBCS message, with the keys at hand.
 *
 * @param signature whether it verifies, or why that is not known
 * @param mac the same of the MAC
 * @param findings what is wrong; of what could not be checked, nothing
 */
record GbcsVerdict(String signature, String mac, List<GbcsFinding> findings) {
    private static final String OK = "ok";
    private static final String WRONG = "wrong";
    private static final String NONE = "none";

    static GbcsVerdict of(Octets octets, Keys keys) {
        return switch (PreCommand.read(octets)) {
            case Decoded.Value<PreCommand>(var command) -> new GbcsVerdict(NONE, NONE, GbcsCheck.check(command));
            case Decoded.Malformed<PreCommand> other ->
                switch (GbcsMessage.read(octets)) {
                    case Decoded.Value<GbcsMessage>(var message) -> of(octets, message, keys);
                    case Decoded.Malformed<GbcsMessage> neither ->
                        new GbcsVerdict("not read", "not read", GbcsCheck.check(octets, Certificates.NONE));
                };
        };
    }

    private static GbcsVerdict of(Octets octets, GbcsMessage message, Keys keys) {
        Certificates certificates = keys.given();
        Optional<Identity> holder = holder(message.header(), keys);
        List<GbcsFinding> all = holder.map(it -> GbcsCheck.check(octets, certificates, it, Counters.NONE))
                .orElseGet(() -> GbcsCheck.check(octets, certificates));
        boolean known = certificates.knows(message.header().originator());
        List<GbcsFinding> findings = all.stream()
                .filter(it -> !it.isUndecided() && it.code() != Code.UNKNOWN_ORIGINATOR)
                .toList();
        return new GbcsVerdict(
                signature(message, known, all),
                mac(message, holder.filter(it -> known || message.header().cra() == Cra.COMMAND), all),
                findings);
    }

    private static String signature(GbcsMessage message, boolean known, List<GbcsFinding> findings) {
        if (message.signature().isEmpty()) {
            return has(findings, Code.MISSING_SIGNATURE) ? "missing" : NONE;
        }
        if (!known) {
            return "not checked: no certificate of " + message.header().originator();
        }
        return unchecked(findings, Code.NO_SIGNING_CERTIFICATE)
                .orElseGet(() -> has(findings, Code.WRONG_SIGNATURE, Code.UNEXPECTED_SIGNATURE) ? WRONG : OK);
    }

    private static String mac(GbcsMessage message, Optional<Identity> holder, List<GbcsFinding> findings) {
        if (message.mac().isEmpty()) {
            return has(findings, Code.MISSING_MAC) ? "missing" : NONE;
        }
        if (holder.isEmpty()) {
            return "not checked: needs the private key of "
                    + (message.header().cra() == Cra.COMMAND
                            ? "the Access Control Broker or of "
                                    + message.header().recipient()
                            : message.header().recipient() + ", and a certificate of "
                                    + message.header().originator());
        }
        return unchecked(findings, Code.NO_AGREEMENT_CERTIFICATE)
                .orElseGet(() -> has(findings, Code.WRONG_MAC, Code.UNEXPECTED_MAC) ? WRONG : OK);
    }

    private static Optional<String> unchecked(List<GbcsFinding> findings, Code why) {
        return findings.stream().filter(it -> it.code() == why).findFirst().map(it -> "not checked: " + it.message());
    }

    /** Whoever shares the MAC's key: the recipient, or the Access Control Broker for what it sends. */
    private static Optional<Identity> holder(GroupingHeader header, Keys keys) {
        List<Identity> identities = keys.identities();
        return identities.stream()
                .filter(it -> it.id().equals(header.recipient()))
                .findFirst()
                .or(() -> identities.stream()
                        .filter(it -> header.cra() == Cra.COMMAND && it.role() == Role.ACB)
                        .findFirst());
    }

    private static boolean has(List<GbcsFinding> findings, Code... codes) {
        Set<Code> wanted = EnumSet.copyOf(Arrays.asList(codes));
        return findings.stream().anyMatch(it -> wanted.contains(it.code()));
    }
}
