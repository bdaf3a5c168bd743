package io.hanproof.image;

import io.hanproof.octets.OctetWriter;
import io.hanproof.octets.Octets;
import io.hanproof.zcl.ota.ImageId;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.List;
import java.util.Optional;

/** An OTA image with all its octets there: what a hub serves, and what stands beside that in the file. */
public final class OtaImage {
    /** Small enough to stay in the processor's cache between the copy and the hash. */
    private static final int HASHED_AT_ONCE = 8 * 1024;

    private final Form form;
    private final OtaHeader header;
    private final Octets served;
    private final List<SubElement> elements;
    private final Trailers trailers;

    OtaImage(Form form, OtaHeader header, Octets served, List<SubElement> elements, Trailers trailers) {
        this.form = form;
        this.header = header;
        this.served = served;
        this.elements = List.copyOf(elements);
        this.trailers = trailers;
    }

    public Form form() {
        return form;
    }

    public OtaHeader header() {
        return header;
    }

    public ImageId id() {
        return header.image();
    }

    /** What a hub serves: the total image size, from the header's first octet on. */
    public Octets served() {
        return served;
    }

    /** The sub-elements in file order; none in the GB form. */
    public List<SubElement> elements() {
        return elements;
    }

    /** A copy of an element's data. */
    public Octets data(SubElement element) {
        return element.data(served);
    }

    /** The signature trailer of a meter's or an HCALCS's GB image. */
    public Optional<SignatureTrailer> signature() {
        return trailers.signature();
    }

    /** The activation date-time of a display's GB image; the baseline says whether there has to be one. */
    public Optional<ActivationDateTime> activation() {
        return trailers.activation();
    }

    /**
     * What the Central Products List hashes. In the GB form: all that follows the header but for the trailers. In the
     * ZigBee form: all that follows the header up to the total image size, sub-element tags and lengths included, for
     * a party that knows no sub-elements can hash no less.
     */
    public Octets manufacturerImage() {
        return served.slice(header.bodyOffset(), manufacturerImageLength());
    }

    public int manufacturerImageLength() {
        return served.length() - header.bodyOffset() - trailers.servedLength();
    }

    /** The SHA-256 hash of the Manufacturer Image, as on the Central Products List. It copies no image. */
    public Octets sha256() {
        MessageDigest hash = newSha256();
        byte[] chunk = new byte[HASHED_AT_ONCE];
        int at = header.bodyOffset();
        int end = at + manufacturerImageLength();
        while (at < end) {
            int length = Math.min(chunk.length, end - at);
            served.copyTo(at, chunk, 0, length);
            hash.update(chunk, 0, length);
            at += length;
        }
        return Octets.copyOf(hash.digest());
    }

    /** The whole file: what is served, and the trailers that are not. */
    public Octets file() {
        int more = trailers.lengthOutside();
        if (more == 0) {
            return served;
        }
        var out = new OctetWriter(served.length() + more);
        return trailers.writeOutside(out.octets(served)).toOctets();
    }

    /** This image in the GB form for a display, to be activated at {@code activation}: the same octets are served. */
    public OtaImage withActivation(ActivationDateTime activation) {
        return new OtaImage(Form.GB, header, served, List.of(), Trailers.of(activation));
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof OtaImage that
                && form == that.form
                && trailers.equals(that.trailers)
                && served.equals(that.served);
    }

    @Override
    public int hashCode() {
        return 31 * header.hashCode() + trailers.hashCode();
    }

    @Override
    public String toString() {
        return "%s (%s, %d octets)".formatted(id(), form, served.length());
    }

    private static MessageDigest newSha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
