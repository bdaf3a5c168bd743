package io.hanproof.hub;

/** How a hub signs what it tells the DCC: rightly, or in one of the ways that the DCC has to find out. */
public enum Seal {
    HONEST,
    /** With keys that its certificates are not for. */
    OTHER_KEYS,
    /** The signature, or the MAC, is left out. */
    NONE,
    /** The last octet of the DER is missing, and its length says otherwise. */
    CUT_SHORT,
    /** Under the counter of an earlier message. */
    OLD_COUNTER,
    /** In the name of a supplier, with a supplier's certificate. */
    AS_A_SUPPLIER
}
