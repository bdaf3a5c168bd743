package io.hanproof.zcl.ota;

import io.hanproof.octets.OctetReader;
import io.hanproof.octets.OctetWriter;
import io.hanproof.zcl.Unsigned;

/**
 * Asks for a file made for this one client, as its configuration.
 *
 * @param requestNodeAddress EUI-64 of the client
 * @param zigBeeStackVersion the one that the client runs
 */
public record QuerySpecificFileRequest(long requestNodeAddress, ImageId image, int zigBeeStackVersion)
        implements OtaCommand.ToServer {
    public static final int ID = 0x08;

    public QuerySpecificFileRequest {
        Unsigned.u16("ZigBee stack version", zigBeeStackVersion);
    }

    static QuerySpecificFileRequest read(OctetReader in) {
        return new QuerySpecificFileRequest(
                in.u64("request node address"), ImageId.read(in), in.u16("ZigBee stack version"));
    }

    @Override
    public OctetWriter write(OctetWriter out) {
        return image.write(out.u64(requestNodeAddress)).u16(zigBeeStackVersion);
    }
}
