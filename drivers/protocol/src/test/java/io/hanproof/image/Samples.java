package io.hanproof.image;

import io.hanproof.octets.Octets;
import io.hanproof.zcl.ota.HardwareVersion;
import io.hanproof.zcl.ota.ImageId;

/** Small images written out by hand, and the values they carry. */
final class Samples {
    static final ImageId ID = new ImageId(0xFFFE, 0xAABB, 0x10);
    static final HardwareRange HARDWARE = new HardwareRange(new HardwareVersion(1, 0), new HardwareVersion(2, 3));

    /** "sample", filled up to 32 octets. */
    static final String STRING = "73616D706C65 0000 00000000 00000000 00000000 00000000 00000000 00000000";

    /** 66 octets in the ZigBee form: an Upgrade Image of four. */
    static final Octets ZIGBEE =
            octets("1EF1EE0B 0001 3800 0000 FEFF BBAA 10000000 0200 " + STRING + "42000000  0000 04000000 01020304");

    /** 63 octets in the GB form: hardware 1.0 to 2.3, and "abc" as the Manufacturer Image. */
    static final Octets GB =
            octets("1EF1EE0B 0001 3C00 0400 FEFF BBAA 10000000 0200 " + STRING + "3F000000 0001 0302  616263");

    /** The 64 octets 00 to 3F: no signature of anything. */
    static final Octets SIGNATURE = octets("000102030405060708090A0B0C0D0E0F 101112131415161718191A1B1C1D1E1F"
            + "202122232425262728292A2B2C2D2E2F 303132333435363738393A3B3C3D3E3F");

    private Samples() {}

    static Octets octets(String hex) {
        return Octets.hex(hex);
    }

    /** A header without optional fields for {@link #ID}. */
    static OtaHeader header() {
        return OtaHeader.of(ID, HeaderString.of("sample"));
    }

    /** {@code count} octets, none like its neighbours. */
    static Octets content(int count) {
        byte[] content = new byte[count];
        for (int i = 0; i < count; i++) {
            content[i] = (byte) (i * 31 + (i >> 8));
        }
        return Octets.copyOf(content);
    }

    /** The same octets with {@code hex} standing at {@code at}. */
    static Octets patched(Octets octets, int at, String hex) {
        Octets patch = octets(hex);
        return octets.slice(0, at)
                .plus(patch)
                .plus(octets.slice(at + patch.length(), octets.length() - at - patch.length()));
    }
}
