package io.hanproof.zcl.ota;

import io.hanproof.octets.OctetReader;
import io.hanproof.octets.OctetWriter;
import io.hanproof.zcl.Unsigned;

/**
 * Says when the client is to run the image that it has downloaded.
 *
 * @param image the one to run, each of its three perhaps a wildcard
 * @param currentTime the server's UTCTime in seconds, or 0 when the other is relative to the client's receiving this
 * @param upgradeTime when to upgrade, in seconds as {@code currentTime}, or {@link #WAIT}
 */
public record UpgradeEndResponse(ImageId image, long currentTime, long upgradeTime) implements OtaCommand.ToClient {
    public static final int ID = 0x07;

    /** A current time of 0 is the moment of receiving; an upgrade time of 0 with it means at once. */
    public static final long NOW = 0;

    /** An upgrade time that means: not before another Upgrade End Response says when. */
    public static final long WAIT = 0xFFFF_FFFFL;

    public UpgradeEndResponse {
        Unsigned.u32("current time", currentTime);
        Unsigned.u32("upgrade time", upgradeTime);
    }

    static UpgradeEndResponse read(OctetReader in) {
        return new UpgradeEndResponse(ImageId.read(in), in.u32("current time"), in.u32("upgrade time"));
    }

    @Override
    public OctetWriter write(OctetWriter out) {
        return image.write(out).u32(currentTime).u32(upgradeTime);
    }
}
