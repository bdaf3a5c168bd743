package io.hanproof.gbcs;

import io.hanproof.octets.OctetWriter;
import io.hanproof.octets.Octets;
import java.security.GeneralSecurityException;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/** The MAC of a message: AES-128-GCM over no plaintext, under a key that holds for this message alone. */
final class MessageMac {
    private static final Octets ALGORITHM = Octets.hex("60857406080300");
    private static final int TRANSACTION_LENGTH = 9;
    private static final int KEY_LENGTH = 16;

    private MessageMac() {}

    /** The key: SHA-256 of counter 1, shared secret and what names the message, cut to 16 octets. */
    static Octets key(Octets sharedSecret, GroupingHeader header) {
        var in = new OctetWriter(96)
                .octets(Octets.hex("00000001"))
                .octets(sharedSecret)
                .octets(ALGORITHM);
        Wire.u64(in, header.originator().value())
                .u8(TRANSACTION_LENGTH)
                .u8(header.cra().flag());
        Wire.u64(Wire.u64(in, header.counter()), header.recipient().value());
        return in.toOctets().sha256().slice(0, KEY_LENGTH);
    }

    /** @param generalSigning from the general-signing tag to the end of the signature */
    static Octets mac(Octets key, GroupingHeader header, Octets generalSigning) {
        var iv = Wire.u64(new OctetWriter(), header.originator().value()).u32(0).toOctets();
        // the 2014 text leaves out the five zero octets; the published messages have them
        var authenticated = new OctetWriter(512)
                .u8(GbcsMessage.SECURITY_CONTROL)
                .u8(0)
                .u32(0)
                .octets(generalSigning)
                .toOctets();
        try {
            var cipher = Cipher.getInstance("AES/GCM/NoPadding");
            cipher.init(
                    Cipher.ENCRYPT_MODE,
                    new SecretKeySpec(key.toArray(), "AES"),
                    new GCMParameterSpec(Byte.SIZE * GbcsMessage.MAC_LENGTH, iv.toArray()));
            cipher.updateAAD(authenticated.toArray());
            return Octets.copyOf(cipher.doFinal());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java platform has AES-GCM"); // no cause: it might quote the key
        }
    }
}
