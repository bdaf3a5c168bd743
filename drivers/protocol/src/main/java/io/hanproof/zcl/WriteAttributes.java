package io.hanproof.zcl;

import io.hanproof.octets.OctetReader;
import io.hanproof.octets.OctetWriter;
import java.util.List;

/** Asks that attributes get these values. */
public record WriteAttributes(List<AttributeRecord> attributes) implements GlobalCommand {
    public static final int ID = 0x02;

    public WriteAttributes {
        attributes = List.copyOf(attributes);
    }

    static WriteAttributes read(OctetReader in) {
        return new WriteAttributes(AttributeRecord.readAll(in));
    }

    @Override
    public OctetWriter write(OctetWriter out) {
        return AttributeRecord.writeAll(attributes, out);
    }
}
