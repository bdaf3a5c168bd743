package io.hanproof.gbcs;

import io.hanproof.octets.Decoded;
import io.hanproof.octets.MalformedOctets;
import io.hanproof.octets.OctetReader;
import io.hanproof.octets.Octets;
import java.util.Optional;

/**
 * What the DCC gives a supplier to sign: a critical command without any guard.
 *
 * @param closed whether a signature length of 0 ends it, as on the DCC User Interface; the published messages have none
 */
public record PreCommand(GroupingHeader header, Content content, boolean closed) {
    private static final int HEADER_AT = 0;

    public PreCommand {
        if (!isCritical(content)) {
            throw new IllegalArgumentException("a pre-command is a critical command, found " + GbcsText.name(content));
        }
        var unused = new GbcsMessage(header, content, Optional.empty(), Optional.empty());
    }

    /** Reads either form. The closed one looks like a message that both guards were left out of, and is taken for itself. */
    public static Decoded<PreCommand> read(Octets octets) {
        try {
            var in = new OctetReader(octets);
            var body = GbcsMessage.readBody(octets, in);
            if (!isCritical(body.content())) {
                throw in.malformed(
                        "pre-command", "a critical command", HEADER_AT, "found " + GbcsText.name(body.content()));
            }
            boolean closed = in.left() > 0;
            if (closed) {
                Wire.expect(in, "signature length", 0);
            }
            Wire.end(in, "pre-command");
            return new Decoded.Value<>(new PreCommand(body.header(), body.content(), closed));
        } catch (MalformedOctets e) {
            return e.asValue();
        }
    }

    private static boolean isCritical(Content content) {
        return content.cra() == Cra.COMMAND && content.protection() == Protection.SIGNATURE_AND_MAC;
    }

    public Octets write() {
        var out = GbcsMessage.writeBody(header, content);
        return (closed ? out.u8(0) : out).toOctets();
    }
}
