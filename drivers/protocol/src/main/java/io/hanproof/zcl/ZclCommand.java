package io.hanproof.zcl;

import io.hanproof.octets.Decoded;
import io.hanproof.octets.OctetReader;
import io.hanproof.octets.OctetWriter;

/** What a ZCL frame says: a global command, or one of a cluster's own. */
public interface ZclCommand {

    /** The command id of its frame's header. */
    int id();

    /** Writes the payload, without the header. */
    OctetWriter write(OctetWriter out);

    /** The specification's name in one word, as {@code ImageBlockResponse}, also for a variant of it. */
    default String name() {
        Class<?> variantOf = getClass().getEnclosingClass();
        return (variantOf == null ? getClass() : variantOf).getSimpleName();
    }

    /** The command that {@code in} held, malformed when octets are left after it. */
    static <T extends ZclCommand> Decoded<T> complete(T command, OctetReader in) {
        int left = in.left();
        return left == 0
                ? new Decoded.Value<>(command)
                : new Decoded.Malformed<>("end", "nothing more", in.at(), left == 1 ? "1 octet" : left + " octets");
    }
}
