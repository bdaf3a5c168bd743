package io.hanproof.zcl;

import io.hanproof.octets.OctetReader;
import io.hanproof.octets.OctetWriter;
import java.util.List;

/** Tells the values of attributes without being asked. */
public record ReportAttributes(List<AttributeRecord> attributes) implements GlobalCommand {
    public static final int ID = 0x0A;

    public ReportAttributes {
        attributes = List.copyOf(attributes);
    }

    static ReportAttributes read(OctetReader in) {
        return new ReportAttributes(AttributeRecord.readAll(in));
    }

    @Override
    public OctetWriter write(OctetWriter out) {
        return AttributeRecord.writeAll(attributes, out);
    }
}
