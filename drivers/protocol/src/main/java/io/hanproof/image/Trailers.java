package io.hanproof.image;

import io.hanproof.octets.OctetWriter;
import java.util.Optional;

/**
 * What follows the Manufacturer Image in the GB form.
 *
 * @param signatureServed true when the total image size counts the signature trailer, as reference images do
 */
record Trailers(
        Optional<SignatureTrailer> signature, boolean signatureServed, Optional<ActivationDateTime> activation) {
    static final Trailers NONE = new Trailers(Optional.empty(), false, Optional.empty());

    static Trailers of(SignatureTrailer signature, boolean served) {
        return new Trailers(Optional.of(signature), served, Optional.empty());
    }

    static Trailers of(ActivationDateTime activation) {
        return new Trailers(Optional.empty(), false, Optional.of(activation));
    }

    int servedLength() {
        return signatureServed ? SignatureTrailer.LENGTH : 0;
    }

    /** Octets of the file that the total image size does not count. */
    int lengthOutside() {
        return (signature.isPresent() && !signatureServed ? SignatureTrailer.LENGTH : 0)
                + (activation.isPresent() ? ActivationDateTime.LENGTH : 0);
    }

    OctetWriter writeOutside(OctetWriter out) {
        if (!signatureServed) {
            signature.ifPresent(it -> it.write(out));
        }
        activation.ifPresent(it -> it.write(out));
        return out;
    }
}
