package io.hanproof.image;

import io.hanproof.octets.Octets;
import java.util.Optional;

/** The AES-MMO hash that sub-element 0x0003 carries: it tells damage, and proves no origin. */
public record ImageIntegrityCode(Octets octets) {
    static final int LENGTH = AesMmo.LENGTH;

    /** Which octets the hash covers. The specification leaves it open, and real images follow either reading. */
    public enum Convention {
        /** Everything before the sub-element's tag. */
        BEFORE_TAG,
        /** The sub-element's tag and length too. */
        INCLUDING_TAG
    }

    /** What a check of the code says. */
    public enum Verdict {
        NO_CODE,
        MATCHES_BEFORE_TAG,
        MATCHES_INCLUDING_TAG,
        MISMATCH
    }

    public ImageIntegrityCode {
        if (octets.length() != LENGTH) {
            throw new IllegalArgumentException(
                    "image integrity code needs %d octets, found %d".formatted(LENGTH, octets.length()));
        }
    }

    /** The code of {@code octets}, all of them. */
    public static ImageIntegrityCode of(Octets octets) {
        return new ImageIntegrityCode(
                new AesMmo().update(octets, 0, octets.length()).finish());
    }

    /** Says whether the image's own code is right, and by which convention. */
    public static Verdict verify(OtaImage image) {
        Optional<SubElement> element = image.elements().stream()
                .filter(it -> it.is(SubElementTag.IMAGE_INTEGRITY_CODE))
                .findFirst();
        return element.map(it -> verify(image, it)).orElse(Verdict.NO_CODE);
    }

    private static Verdict verify(OtaImage image, SubElement element) {
        Octets served = image.served();
        Octets code = image.data(element);
        var beforeTag = new AesMmo().update(served, 0, element.start());
        var includingTag = beforeTag.copy().update(served, element.start(), SubElement.HEADER_LENGTH);
        if (beforeTag.finish().equals(code)) {
            return Verdict.MATCHES_BEFORE_TAG;
        }
        return includingTag.finish().equals(code) ? Verdict.MATCHES_INCLUDING_TAG : Verdict.MISMATCH;
    }
}
