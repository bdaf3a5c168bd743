package io.hanproof.zcl;

import io.hanproof.octets.Decoded;
import io.hanproof.octets.MalformedOctets;
import io.hanproof.octets.OctetReader;
import io.hanproof.octets.OctetWriter;
import io.hanproof.octets.Octets;

/** One ZCL frame of any cluster, its payload still octets. */
public record ZclFrame(ZclHeader header, Octets payload) {

    public static Decoded<ZclFrame> read(Octets zcl) {
        var in = new OctetReader(zcl);
        try {
            return new Decoded.Value<>(new ZclFrame(ZclHeader.read(in), in.rest()));
        } catch (MalformedOctets e) {
            return e.asValue();
        }
    }

    public Octets toOctets() {
        var out = new OctetWriter(header.length() + payload.length());
        return header.write(out).octets(payload).toOctets();
    }
}
