package io.hanproof.zcl;

import io.hanproof.octets.OctetReader;
import io.hanproof.octets.OctetWriter;
import java.util.ArrayList;
import java.util.List;

/** One attribute with the value it has, or is to get. */
public record AttributeRecord(int attributeId, AttributeValue value) {
    public AttributeRecord {
        Unsigned.u16("attribute identifier", attributeId);
    }

    static List<AttributeRecord> readAll(OctetReader in) {
        var records = new ArrayList<AttributeRecord>();
        while (in.left() > 0) {
            records.add(new AttributeRecord(in.u16("attribute identifier"), AttributeValue.read(in)));
        }
        return records;
    }

    static OctetWriter writeAll(List<AttributeRecord> records, OctetWriter out) {
        for (var each : records) {
            each.value().write(out.u16(each.attributeId()));
        }
        return out;
    }
}
