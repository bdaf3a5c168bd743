package io.hanproof.gbcs;

import io.hanproof.octets.Octets;
import java.util.Optional;

/**
 * Puts signature and MAC on a message: those that its content calls for. Nothing is rolled: the same message and keys give the
 * same octets.
 */
public final class Sealing {
    private Sealing() {}

    /**
     * A command: signed by its originator where it is critical, with the Access Control Broker's MAC for the recipient.
     *
     * @param certificates hold the recipient's for key agreement
     */
    public static Octets command(
            GroupingHeader header, Content content, Identity originator, Identity acb, Certificates certificates) {
        requireOriginator(header, originator);
        return guarded(header, content, originator, acb, recipient(header, certificates));
    }

    /**
     * A response or an alert: signed by its device, or with its MAC for the recipient.
     *
     * @param certificates hold the recipient's for key agreement where the content calls for a MAC
     */
    public static Octets answer(GroupingHeader header, Content content, Identity device, Certificates certificates) {
        requireOriginator(header, device);
        return content.protection().maced()
                ? guarded(header, content, device, device, recipient(header, certificates))
                : sign(header, content, device).write();
    }

    private static Octets guarded(
            GroupingHeader header, Content content, Identity signer, Identity macer, SmkiCertificate peer) {
        var message = content.protection().signed()
                ? sign(header, content, signer)
                : new GbcsMessage(header, content, Optional.empty(), Optional.empty());
        return mac(message, macer, peer).write();
    }

    /** Signs, whatever the content calls for: a supplier's part of a critical command. */
    public static GbcsMessage sign(GroupingHeader header, Content content, Identity signer) {
        var signature = signer.sign(signedPart(header, content));
        return new GbcsMessage(header, content, Optional.of(signature), Optional.empty());
    }

    /** Puts a MAC on a message, signed or not: the Access Control Broker's part of a command. */
    public static GbcsMessage mac(GbcsMessage message, Identity own, SmkiCertificate peer) {
        var mac = mac(message, own.sharedSecret(peer));
        return new GbcsMessage(message.header(), message.content(), message.signature(), Optional.of(mac));
    }

    static Octets mac(GbcsMessage message, Octets sharedSecret) {
        var bare = new GbcsMessage(message.header(), message.content(), message.signature(), Optional.empty());
        return MessageMac.mac(MessageMac.key(sharedSecret, message.header()), message.header(), bare.write());
    }

    /** From behind the general-signing tag to the end of the content; the signature's length is not signed. */
    static Octets signedPart(GroupingHeader header, Content content) {
        Octets body = GbcsMessage.writeBody(header, content).toOctets();
        return body.slice(1, body.length() - 1);
    }

    private static SmkiCertificate recipient(GroupingHeader header, Certificates certificates) {
        return certificates
                .of(header.recipient(), Usage.AGREEMENT)
                .orElseThrow(() -> new IllegalArgumentException(
                        "no key agreement certificate of the recipient " + header.recipient()));
    }

    private static void requireOriginator(GroupingHeader header, Identity identity) {
        if (!header.originator().equals(identity.id())) {
            throw new IllegalArgumentException(
                    "%s cannot seal a message of %s".formatted(identity.id(), header.originator()));
        }
    }
}
