package io.hanproof.image;

import io.hanproof.octets.OctetReader;
import io.hanproof.octets.OctetWriter;
import io.hanproof.octets.Octets;
import io.hanproof.zcl.Unsigned;

/**
 * What ends a meter's or an HCALCS's GB image: a word to the hub, and the supplier's signature over the Manufacturer
 * Image.
 *
 * @param forceReplace the octet as it stands; anything but 0 asks the hub to replace an image it holds
 * @param signature r and s of ECDSA on P-256 with SHA-256, 32 octets each
 */
public record SignatureTrailer(int forceReplace, Octets signature) {
    static final int LENGTH = 66;
    static final int SIGNATURE_LENGTH = 0x40;

    public SignatureTrailer {
        Unsigned.u8("force replace", forceReplace);
        if (signature.length() != SIGNATURE_LENGTH) {
            throw new IllegalArgumentException(
                    "signature needs %d octets, found %d".formatted(SIGNATURE_LENGTH, signature.length()));
        }
    }

    static SignatureTrailer read(OctetReader in) {
        int forceReplace = in.u8("force replace");
        int lengthAt = in.at();
        int length = in.u8("signature length");
        if (length != SIGNATURE_LENGTH) {
            throw in.malformed("signature length", "0x40", lengthAt, "found 0x%02X".formatted(length));
        }
        return new SignatureTrailer(forceReplace, in.take("signature", SIGNATURE_LENGTH));
    }

    OctetWriter write(OctetWriter out) {
        return out.u8(forceReplace).u8(SIGNATURE_LENGTH).octets(signature);
    }
}
