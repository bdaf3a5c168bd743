package io.hanproof.gbcs;

import io.hanproof.octets.MalformedOctets;
import io.hanproof.octets.OctetReader;
import io.hanproof.octets.Octets;
import java.util.ArrayList;
import java.util.List;

/**
 * Where one field of a message stands.
 *
 * @param at offset of its first octet in the message
 */
public record GbcsField(String name, int at, Octets octets) {
    /** The fields of a message in order, of a malformed one as far as it could be read. */
    public static List<GbcsField> of(Octets message) {
        var fields = new ArrayList<GbcsField>();
        try {
            var unused = GbcsMessage.readWhole(message, new OctetReader(message, (name, at, length) -> {
                GbcsField last = fields.isEmpty() ? null : fields.getLast();
                boolean goesOn = last != null && last.name.equals(name) && last.at + last.octets.length() == at;
                if (last != null && goesOn) {
                    fields.set(
                            fields.size() - 1,
                            new GbcsField(name, last.at, message.slice(last.at, at + length - last.at)));
                } else if (length > 0) {
                    fields.add(new GbcsField(name, at, message.slice(at, length)));
                }
            }));
        } catch (MalformedOctets e) {
            // what is wrong is said by GbcsMessage.read; here is what stands before it
        }
        return List.copyOf(fields);
    }
}
