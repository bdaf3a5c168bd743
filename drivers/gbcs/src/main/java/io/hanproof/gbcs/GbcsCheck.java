package io.hanproof.gbcs;

import io.hanproof.gbcs.GbcsFinding.Code;
import io.hanproof.octets.Decoded;
import io.hanproof.octets.Eui64;
import io.hanproof.octets.Octets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Judges messages by their octets; what is wrong is named, whatever the octets. */
public final class GbcsCheck {
    private final Certificates certificates;
    private final Optional<Identity> holder;
    private final Counters counters;
    private final List<GbcsFinding> findings = new ArrayList<>();

    private GbcsCheck(Certificates certificates, Optional<Identity> holder, Counters counters) {
        this.certificates = certificates;
        this.holder = holder;
        this.counters = counters;
    }

    /** Judges as an onlooker, who holds no private key: all but the MAC's value and the counter. */
    public static List<GbcsFinding> check(Octets message, Certificates certificates) {
        return new GbcsCheck(certificates, Optional.empty(), Counters.NONE).findings(message);
    }

    /**
     * Judges as one of the two ends that share the MAC's key.
     *
     * @param holder the recipient, or the Access Control Broker for a command that it sends
     * @param counters what the holder has accepted so far
     */
    public static List<GbcsFinding> check(
            Octets message, Certificates certificates, Identity holder, Counters counters) {
        return new GbcsCheck(certificates, Optional.of(holder), counters).findings(message);
    }

    /** What is wrong with a command that is still to be signed, which there is nobody to verify. */
    public static List<GbcsFinding> check(PreCommand command) {
        return Contradictions.of(command.header(), command.content());
    }

    private List<GbcsFinding> findings(Octets octets) {
        switch (GbcsMessage.read(octets)) {
            case Decoded.Value<GbcsMessage>(var message) -> judge(message);
            case Decoded.Malformed<GbcsMessage> malformed ->
                find(malformed.need().equals(Wire.SHORTEST) ? Code.NOT_CANONICAL : Code.MALFORMED, malformed.message());
        }
        return List.copyOf(findings);
    }

    private void judge(GbcsMessage message) {
        findings.addAll(Contradictions.of(message.header(), message.content()));
        recipient(message);
        originator(message);
        signature(message);
        mac(message);
        counters.before(message.header())
                .filter(it -> !counters.accepts(message.header()))
                .ifPresent(it -> find(
                        Code.COUNTER_NOT_HIGHER,
                        "originator counter %s of %s is not above %s"
                                .formatted(
                                        Long.toUnsignedString(message.header().counter()),
                                        message.header().originator(),
                                        Long.toUnsignedString(it))));
    }

    private void recipient(GbcsMessage message) {
        var header = message.header();
        if (holder.filter(it -> !isEnd(it, header)).isPresent()) {
            find(
                    Code.WRONG_RECIPIENT,
                    "recipient is %s, not %s"
                            .formatted(header.recipient(), holder.orElseThrow().id()));
            return;
        }
        roles(header.recipient())
                .filter(it -> !mayReceive(it, message.content()))
                .forEach(it -> find(
                        Code.WRONG_RECIPIENT,
                        "recipient %s has role %s, which gets no %s"
                                .formatted(header.recipient(), it, GbcsText.name(message.content()))));
    }

    private Stream<Role> roles(Eui64 entity) {
        return certificates.all().stream()
                .filter(it -> it.entity().equals(entity))
                .map(SmkiCertificate::role)
                .distinct();
    }

    /** As the published messages have it; of the duty cycle alerts only two are published. */
    private static boolean mayReceive(Role role, Content content) {
        if (content.cra() == Cra.COMMAND) {
            return role.isDevice();
        }
        return switch (content.useCase()) {
            case CCS08, CS08, CS09, DBCH06, DBCH10 -> role == Role.ACB;
            case CS06, CS06_ALERT, FDRA_DLMS, FDRA_GBZ -> role == Role.SUPPLIER;
            case ECS52, GCS38, DBCH07, DBCH08, DBCH09, DBCH11 -> !role.isDevice();
        };
    }

    private static boolean isEnd(Identity holder, GroupingHeader header) {
        return header.recipient().equals(holder.id()) || (header.cra() == Cra.COMMAND && holder.role() == Role.ACB);
    }

    private void originator(GbcsMessage message) {
        var originator = message.header().originator();
        if (!certificates.knows(originator)) {
            find(Code.UNKNOWN_ORIGINATOR, "no certificate of the originator " + originator);
            return;
        }
        roles(originator)
                .filter(it -> !mayOriginate(it, message.content()))
                .forEach(it -> find(
                        Code.WRONG_ROLE,
                        "originator %s has role %s, which sends no %s"
                                .formatted(originator, it, GbcsText.name(message.content()))));
    }

    private static boolean mayOriginate(Role role, Content content) {
        return switch (content.cra()) {
            case RESPONSE, ALERT -> role.isDevice();
            case COMMAND ->
                switch (content.useCase()) {
                    case CS06 -> role == Role.SUPPLIER;
                    case CS08 -> role == Role.ACB;
                    default -> !role.isDevice();
                };
        };
    }

    private void signature(GbcsMessage message) {
        boolean called = message.content().protection().signed();
        if (message.signature().isEmpty()) {
            if (called) {
                find(Code.MISSING_SIGNATURE, "%s needs a signature".formatted(GbcsText.name(message.content())));
            }
            return;
        }
        if (!called) {
            find(Code.UNEXPECTED_SIGNATURE, "%s has no signature".formatted(GbcsText.name(message.content())));
        }
        var originator = message.header().originator();
        var certificate = certificates.of(originator, Usage.SIGNING);
        if (certificate.isEmpty() && certificates.knows(originator)) {
            find(Code.NO_SIGNING_CERTIFICATE, "no digital signature certificate of the originator " + originator);
        }
        certificate.ifPresent(it -> {
            var signed = Sealing.signedPart(message.header(), message.content());
            if (!it.verifies(signed, message.signature().orElseThrow())) {
                find(
                        Code.WRONG_SIGNATURE,
                        "signature over %d octets does not verify with the %s".formatted(signed.length(), it));
            }
        });
    }

    private void mac(GbcsMessage message) {
        boolean called = message.content().protection().maced();
        if (message.mac().isEmpty()) {
            if (called) {
                find(Code.MISSING_MAC, "%s needs a MAC".formatted(GbcsText.name(message.content())));
            }
            return;
        }
        if (!called) {
            find(Code.UNEXPECTED_MAC, "%s has no MAC".formatted(GbcsText.name(message.content())));
        }
        holder.filter(it -> isEnd(it, message.header()))
                .ifPresent(own -> peer(message, own).ifPresent(other -> compare(message, own, other)));
    }

    /** Whose public key goes with the holder's private key. */
    private Optional<SmkiCertificate> peer(GbcsMessage message, Identity own) {
        var header = message.header();
        boolean broker = header.cra() == Cra.COMMAND && header.recipient().equals(own.id());
        var other = header.cra() == Cra.COMMAND ? header.recipient() : header.originator();
        var peer = broker ? certificates.acb() : certificates.of(other, Usage.AGREEMENT);
        boolean unknown = header.cra() != Cra.COMMAND && !certificates.knows(other); // which has been said
        if (peer.isEmpty() && !unknown) {
            find(
                    Code.NO_AGREEMENT_CERTIFICATE,
                    "no key agreement certificate of " + (broker ? "the Access Control Broker" : other));
        }
        return peer;
    }

    private void compare(GbcsMessage message, Identity own, SmkiCertificate other) {
        Octets right = Sealing.mac(message, own.sharedSecret(other));
        if (!right.equals(message.mac().orElseThrow())) {
            find(Code.WRONG_MAC, "MAC is not that of %s and %s over these octets".formatted(own.id(), other.entity()));
        }
    }

    private void find(Code code, String message) {
        findings.add(new GbcsFinding(code, message));
    }
}
