package io.hanproof.image;

/** The kind of device a GB image is for: it decides what follows the Manufacturer Image. */
public enum Recipient {
    /** PPMID and IHD: nothing follows, or the activation date-time, outside the total image size. */
    DISPLAY,
    /** ESME, GSME and HCALCS: the force-replace octet and the supplier's signature follow. */
    METER
}
