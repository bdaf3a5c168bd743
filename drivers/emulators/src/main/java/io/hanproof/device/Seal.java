package io.hanproof.device;

/** How a device guards a message: properly, or in one of the ways that a receiver must notice. */
public enum Seal {
    PROPER,
    /** No signature or MAC where one is due. */
    NONE,
    /** Signed with a key that the device's certificate is not for. */
    ANOTHERS_KEY,
    /** As if it came from the supplier, whose certificate is not one for such messages. */
    SUPPLIERS_NAME,
    /** The content lacks its last octet. */
    CUT_SHORT
}
