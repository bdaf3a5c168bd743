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
    private static final int CRA_AT = 2;

    public PreCommand {
        if (content.cra() != Cra.COMMAND) {
            throw new IllegalArgumentException("a pre-command is a command, found " + content.cra());
        }
        var unused = new GbcsMessage(header, content, Optional.empty(), Optional.empty());
    }

    public static Decoded<PreCommand> read(Octets octets) {
        try {
            var in = new OctetReader(octets);
            var body = GbcsMessage.readBody(octets, in);
            if (body.header().cra() != Cra.COMMAND) {
                throw in.malformed(
                        "CRA flag", "1", CRA_AT, "found " + body.header().cra().flag());
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

    public Octets write() {
        var out = GbcsMessage.writeBody(header, content);
        return (closed ? out.u8(0) : out).toOctets();
    }
}
