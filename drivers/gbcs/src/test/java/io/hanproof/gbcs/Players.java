package io.hanproof.gbcs;

import io.hanproof.octets.Eui64;

/** Who plays in the tests of this package. */
final class Players {
    static final TestPki PKI = new TestPki(4711);
    static final Identity ACB = PKI.mint(Eui64.parse("90B3D51F30000002"), Role.ACB);
    static final Identity SUPPLIER = PKI.mint(Eui64.parse("90B3D51F30010000"), Role.SUPPLIER);
    static final Identity OTHER_SUPPLIER = PKI.mint(Eui64.parse("90B3D51F30030000"), Role.SUPPLIER);
    static final Identity HUB = PKI.mint(Eui64.parse("00DB1234567890A2"), Role.HUB);
    static final Identity PPMID = PKI.mint(Eui64.parse("00DB1234567890A4"), Role.DEVICE);
    static final Identity HCALCS = PKI.mint(Eui64.parse("00DB1234567890A5"), Role.DEVICE);
    static final Certificates ALL = Certificates.of(ACB, SUPPLIER, OTHER_SUPPLIER, HUB, PPMID, HCALCS);

    private Players() {}
}
