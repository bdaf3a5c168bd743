package io.hanproof.profile;

/** The kinds of product that the modification speaks of: nodes of a HAN, and the DCC behind all hubs. */
public enum DeviceKind {
    PPMID,
    IHD,
    HCALCS,
    ESME,
    GSME,
    HUB,
    DCC;

    /** What is no device is tested with devices that hanproof plays, and its profile names their models. */
    public boolean isDevice() {
        return this != HUB && this != DCC;
    }

    /** Displays are updated through use case CS05c, and activate by the OTA exchange itself. */
    public boolean isDisplay() {
        return this == PPMID || this == IHD;
    }

    /** Meters' images come before everybody else's in the hub's store. */
    public boolean isMeter() {
        return this == ESME || this == GSME;
    }
}
