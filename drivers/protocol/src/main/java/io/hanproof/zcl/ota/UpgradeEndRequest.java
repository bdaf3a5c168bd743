package io.hanproof.zcl.ota;

import io.hanproof.octets.OctetReader;
import io.hanproof.octets.OctetWriter;
import io.hanproof.zcl.ZclStatus;

/**
 * Says how the download ended.
 *
 * @param status SUCCESS, ABORT, INVALID_IMAGE or REQUIRE_MORE_IMAGE when legal
 */
public record UpgradeEndRequest(ZclStatus status, ImageId image) implements OtaCommand.ToServer {
    public static final int ID = 0x06;

    static UpgradeEndRequest read(OctetReader in) {
        return new UpgradeEndRequest(ZclStatus.of(in.u8("status")), ImageId.read(in));
    }

    @Override
    public OctetWriter write(OctetWriter out) {
        return image.write(out.u8(status.code()));
    }
}
