package io.hanproof.image;

import io.hanproof.octets.Octets;

/**
 * One sub-element of an image in the ZigBee form; its data stay where they are.
 *
 * @param length octets of data as declared
 * @param at offset of the data from the header's first octet
 * @param present octets of data that are there: fewer than declared when the element overruns the image
 */
public record SubElement(int tag, long length, int at, int present) {
    static final int HEADER_LENGTH = 6;

    /** Offset of the element's own first octet, its tag. */
    int start() {
        return at - HEADER_LENGTH;
    }

    boolean is(SubElementTag other) {
        return tag == other.value();
    }

    /** A copy of the data, from octets that begin with the header. */
    Octets data(Octets image) {
        return image.slice(at, present);
    }
}
