package io.hanproof.dcc;

import io.hanproof.octets.Eui64;

/**
 * Registration data: who supplies the premises through a meter.
 *
 * @param type ESME for its Import Supplier, GSME for its Gas Supplier
 */
public record MeterPoint(Eui64 hub, Eui64 meter, DeviceType type, Eui64 supplier) {
    public MeterPoint {
        if (!type.isMeter()) {
            throw new IllegalArgumentException("a meter point needs ESME or GSME, found " + type);
        }
    }
}
