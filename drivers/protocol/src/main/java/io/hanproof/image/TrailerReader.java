package io.hanproof.image;

import io.hanproof.octets.MalformedOctets;
import io.hanproof.octets.OctetReader;

/** Reads what follows the Manufacturer Image in the GB form. */
record TrailerReader(Body body, Findings findings) {
    private static final int SIGNATURE_LENGTH_AT = 1;

    Trailers read(Recipient recipient) {
        return switch (recipient) {
            case DISPLAY -> activation();
            case METER -> signature();
        };
    }

    private Trailers activation() {
        return body.surplus() == ActivationDateTime.LENGTH && body.isWhole()
                ? Trailers.of(ActivationDateTime.read(reader(body.end(), ActivationDateTime.LENGTH)))
                : Trailers.NONE;
    }

    /** The total image size of reference images counts the trailer; one that stops short of it is as clear. */
    private Trailers signature() {
        if (!body.isWhole()) {
            return Trailers.NONE;
        }
        if (body.surplus() == SignatureTrailer.LENGTH
                && body.file().u8(body.end() + SIGNATURE_LENGTH_AT) == SignatureTrailer.SIGNATURE_LENGTH) {
            return Trailers.of(SignatureTrailer.read(reader(body.end(), SignatureTrailer.LENGTH)), false);
        }
        int room = body.end() - body.start();
        if (room < SignatureTrailer.LENGTH) {
            findings.add(
                    FindingCode.TRUNCATED,
                    "signature trailer",
                    SignatureTrailer.LENGTH + " octets",
                    body.start(),
                    room + " left");
            return Trailers.NONE;
        }
        try {
            int at = body.end() - SignatureTrailer.LENGTH;
            return Trailers.of(SignatureTrailer.read(reader(at, SignatureTrailer.LENGTH)), true);
        } catch (MalformedOctets e) {
            findings.add(FindingCode.DANGLING_TAIL, e);
            return Trailers.NONE;
        }
    }

    private OctetReader reader(int from, int length) {
        return new OctetReader(body.file(), from, length);
    }
}
