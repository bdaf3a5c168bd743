package io.hanproof.image;

/** What follows the header of an OTA image file. */
public enum Form {
    /** Sub-elements, each a tag, a length and data. */
    ZIGBEE,
    /** The Manufacturer Image as it is, then the trailer that its recipient's kind calls for. */
    GB
}
