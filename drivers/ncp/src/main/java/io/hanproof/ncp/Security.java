package io.hanproof.ncp;

import io.hanproof.octets.OctetReader;
import io.hanproof.octets.Octets;

/** EZSP's EmberInitialSecurityState: the keys that a network is formed or joined with. */
record Security(int bitmask, Octets linkKey, Octets networkKey, int networkKeySequence) {
    static final int KEY = 16;
    static final Octets NO_KEY = Octets.copyOf(new byte[KEY]);

    static Security read(OctetReader in) {
        var security = new Security(
                in.u16("bitmask"),
                in.take("preconfiguredKey", KEY),
                in.take("networkKey", KEY),
                in.u8("networkKeySequenceNumber"));
        in.skip("preconfiguredTrustCenterEui64", 8);
        return security;
    }

    Security withNetworkKey(Octets key, int sequence) {
        return new Security(bitmask, linkKey, key, sequence);
    }

    @Override
    public String toString() {
        return "Security";
    }
}
