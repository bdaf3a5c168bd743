package io.hanproof.image;

import io.hanproof.octets.OctetReader;
import io.hanproof.octets.OctetWriter;
import io.hanproof.zcl.ota.HardwareVersion;

/** The hardware an image is for, both ends included; with its ends swapped, as a header may have them, none. */
public record HardwareRange(HardwareVersion minimum, HardwareVersion maximum) {
    static HardwareRange read(OctetReader in) {
        return new HardwareRange(
                HardwareVersion.of(in.u16("minimum hardware version")),
                HardwareVersion.of(in.u16("maximum hardware version")));
    }

    OctetWriter write(OctetWriter out) {
        return out.u16(minimum.u16()).u16(maximum.u16());
    }

    public boolean admits(HardwareVersion hardware) {
        return minimum.compareTo(hardware) <= 0 && hardware.compareTo(maximum) <= 0;
    }
}
