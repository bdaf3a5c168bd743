package io.hanproof.gbcs;

import io.hanproof.octets.Decoded;
import io.hanproof.octets.MalformedOctets;
import io.hanproof.octets.OctetReader;
import io.hanproof.octets.OctetWriter;
import io.hanproof.octets.Octets;
import java.util.Optional;

/**
 * One GBCS message: every field, and none of the octets that it was read from.
 *
 * @param signature r and s of 32 octets each
 * @param mac 12 octets; with it the message has a MAC header
 */
public record GbcsMessage(GroupingHeader header, Content content, Optional<Octets> signature, Optional<Octets> mac) {
    static final int SIGNATURE_LENGTH = 64;
    static final int MAC_LENGTH = 12;
    static final int GENERAL_CIPHERING = 0xDD;
    /** Suite 1, authenticated only. */
    static final int SECURITY_CONTROL = 0x11;

    private static final int MAC_HEADER_REST = 5;

    /** @throws IllegalArgumentException when header and content contradict, or a guard has not its length */
    public GbcsMessage {
        if (header.other().messageCode() != content.useCase().messageCode() || header.cra() != content.cra()) {
            throw new IllegalArgumentException("header of a %s 0x%04X on content of a %s 0x%04X"
                    .formatted(
                            header.cra(),
                            header.other().messageCode(),
                            content.cra(),
                            content.useCase().messageCode()));
        }
        signature.ifPresent(it -> requireLength(it, SIGNATURE_LENGTH, "signature"));
        mac.ifPresent(it -> requireLength(it, MAC_LENGTH, "MAC"));
    }

    private static void requireLength(Octets octets, int length, String what) {
        if (octets.length() != length) {
            throw new IllegalArgumentException("a %s has %d octets, found %d".formatted(what, length, octets.length()));
        }
    }

    /** Reads a whole message, accepting only what {@link #write} would write. */
    public static Decoded<GbcsMessage> read(Octets octets) {
        try {
            return new Decoded.Value<>(readWhole(octets));
        } catch (MalformedOctets e) {
            return e.asValue();
        }
    }

    private static GbcsMessage readWhole(Octets octets) {
        return readWhole(octets, new OctetReader(octets));
    }

    static GbcsMessage readWhole(Octets octets, OctetReader in) {
        boolean maced = octets.length() > 0 && octets.u8(0) == GENERAL_CIPHERING;
        if (maced) {
            readMacHeader(in);
        }
        var body = readBody(octets, in);
        int at = in.at();
        int length = in.u8("signature length");
        if (length != 0 && length != SIGNATURE_LENGTH) {
            throw in.malformed("signature length", "0 or 64", at, "found " + length);
        }
        var signature = length == 0 ? Optional.<Octets>empty() : Optional.of(in.take("signature", length));
        var mac = maced ? Optional.of(in.take("MAC", MAC_LENGTH)) : Optional.<Octets>empty();
        Wire.end(in, "message");
        return new GbcsMessage(body.header(), body.content(), signature, mac);
    }

    private static void readMacHeader(OctetReader in) {
        Wire.expect(in, "general-ciphering tag", GENERAL_CIPHERING);
        Wire.expect(in, "MAC header transaction id length", 0);
        Wire.expect(in, "MAC header originator length", 0);
        Wire.expect(in, "MAC header recipient length", 0);
        Wire.expect(in, "MAC header date-time length", 0);
        Wire.expect(in, "MAC header other information length", 0);
        Wire.expect(in, "MAC header key info presence", 0);
        int at = in.at();
        int length = Wire.length(in, "ciphered service");
        if (length != in.left()) {
            throw in.malformed("ciphered service length", Integer.toString(in.left()), at, "found " + length);
        }
        Wire.expect(in, "security control", SECURITY_CONTROL);
        for (int i = 0; i < Integer.BYTES; i++) {
            Wire.expect(in, "invocation counter", 0);
        }
    }

    /** Header and content: what a pre-command and a message share. */
    record Body(GroupingHeader header, Content content) {}

    static Body readBody(Octets octets, OctetReader in) {
        var header = GroupingHeader.read(in);
        int messageCodeAt = in.at() - header.other().length();
        int length = Wire.length(in, "content");
        var content = in.within("content", length);
        var read = Content.read(header, octets, content, messageCodeAt);
        Wire.end(content, "content");
        return new Body(header, read);
    }

    public Octets write() {
        var signed = writeBody(header, content);
        if (signature.isPresent()) {
            signed.u8(SIGNATURE_LENGTH).octets(signature.orElseThrow());
        } else {
            signed.u8(0);
        }
        return mac.map(it -> ciphered(signed.toOctets(), it)).orElseGet(signed::toOctets);
    }

    private static Octets ciphered(Octets generalSigning, Octets mac) {
        var out = new OctetWriter(generalSigning.length() + 32).u8(GENERAL_CIPHERING);
        for (int i = 0; i < 6; i++) {
            out.u8(0); // transaction id, originator, recipient, date-time, other information, key info: none
        }
        Wire.length(out, MAC_HEADER_REST + generalSigning.length() + mac.length());
        return out.u8(SECURITY_CONTROL)
                .u32(0)
                .octets(generalSigning)
                .octets(mac)
                .toOctets();
    }

    static OctetWriter writeBody(GroupingHeader header, Content content) {
        var payload = content.write(new OctetWriter(64));
        var out = header.write(new OctetWriter(256));
        return Wire.length(out, payload.length()).octets(payload.toOctets());
    }
}
