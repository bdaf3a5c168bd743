package io.hanproof.zcl;

import io.hanproof.octets.OctetReader;
import io.hanproof.octets.OctetWriter;
import java.util.ArrayList;
import java.util.List;

/** Asks for the values of attributes, in this order. */
public record ReadAttributes(List<Integer> attributeIds) implements GlobalCommand {
    public static final int ID = 0x00;

    public ReadAttributes {
        attributeIds = List.copyOf(attributeIds);
        attributeIds.forEach(it -> Unsigned.u16("attribute identifier", it));
    }

    static ReadAttributes read(OctetReader in) {
        var ids = new ArrayList<Integer>();
        while (in.left() > 0) {
            ids.add(in.u16("attribute identifier"));
        }
        return new ReadAttributes(ids);
    }

    @Override
    public OctetWriter write(OctetWriter out) {
        for (int id : attributeIds) {
            out.u16(id);
        }
        return out;
    }
}
