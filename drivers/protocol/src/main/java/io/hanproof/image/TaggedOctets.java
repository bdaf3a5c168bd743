package io.hanproof.image;

import io.hanproof.octets.OctetWriter;
import io.hanproof.octets.Octets;
import io.hanproof.zcl.Unsigned;

/** A sub-element to be written. */
public record TaggedOctets(int tag, Octets data) {
    public TaggedOctets {
        Unsigned.u16("sub-element tag", tag);
    }

    public TaggedOctets(SubElementTag tag, Octets data) {
        this(tag.value(), data);
    }

    int writtenLength() {
        return SubElement.HEADER_LENGTH + data.length();
    }

    OctetWriter write(OctetWriter out) {
        return out.u16(tag).u32(data.length()).octets(data);
    }
}
