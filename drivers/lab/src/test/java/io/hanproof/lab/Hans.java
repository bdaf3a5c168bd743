package io.hanproof.lab;

import io.hanproof.octets.Eui64;
import io.hanproof.octets.Octets;
import java.time.Instant;

/** Nodes and frames that the tests of this room share. */
final class Hans {
    static final Instant START = Instant.parse("2026-01-01T00:00:00Z");
    static final Eui64 HUB = Eui64.parse("00DB1234567890A2");
    static final Eui64 PPMID = Eui64.parse("00DB1234567890A4");
    static final Eui64 IHD = Eui64.parse("00DB1234567890A6");
    static final int SMART_ENERGY = 0x0109;
    static final int OTA = 0x0019;

    /** Image Block Request for 40 octets from offset 80. */
    static final Octets BLOCK_REQUEST = Octets.hex("01 07 03 00 FEFF BBAA 20000000 50000000 28");

    private Hans() {}

    /** Acknowledged and secured, endpoint 1 to endpoint 1. */
    static ApsFrame unicast(Eui64 from, Eui64 to, Octets zcl) {
        return new ApsFrame(from, to, SMART_ENERGY, OTA, 1, 1, true, true, zcl);
    }

    static ApsFrame unacknowledged(Eui64 from, Eui64 to, Octets zcl) {
        return new ApsFrame(from, to, SMART_ENERGY, OTA, 1, 1, true, false, zcl);
    }

    static ApsFrame broadcast(Eui64 from, int endpoint, Octets zcl) {
        return new ApsFrame(from, Eui64.BROADCAST, SMART_ENERGY, OTA, 1, endpoint, false, false, zcl);
    }

    /** A frame that carries its number. */
    static Octets zcl(int number) {
        return Octets.hex("01 %02X 03".formatted(number));
    }
}
