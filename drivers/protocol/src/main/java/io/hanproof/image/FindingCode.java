package io.hanproof.image;

/** What may be wrong with an OTA image file. */
public enum FindingCode {
    /** No file identifier anywhere. */
    NOT_AN_OTA_FILE,
    /** Octets before the file identifier, as of a container around the image. */
    LEADING_OCTETS,
    /** Octets after the image that belong to no trailer of its form. */
    TRAILING_OCTETS,
    /** The file ends before the image does. */
    TRUNCATED,
    /** The image ends in octets that are no sub-element's header, or no signature trailer where one is due. */
    DANGLING_TAIL,
    /** A sub-element's length exceeds what is left of the image. */
    ELEMENT_OVERRUN,
    /** No sub-element 0x0000. */
    NO_UPGRADE_IMAGE,
    /** More than one sub-element 0x0000. */
    DUPLICATE_UPGRADE_IMAGE,
    /** A sub-element tag from 0x0007 to 0xEFFF. */
    RESERVED_TAG,
    /** A field control bit beyond the three known ones. */
    RESERVED_FIELD_CONTROL,
    /** A header version other than 0x0100. */
    HEADER_VERSION,
    /** A header length that the header's own fields or the total image size contradict. */
    HEADER_LENGTH,
    /** A header string that is not printable ASCII up to its first NUL. */
    HEADER_STRING_NOT_ASCII,
    /** A header string that goes on after its first NUL. */
    HEADER_STRING_AFTER_NUL
}
