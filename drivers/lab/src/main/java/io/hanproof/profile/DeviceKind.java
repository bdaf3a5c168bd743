package io.hanproof.profile;

/** The kinds of node that the modification speaks of. */
public enum DeviceKind {
    PPMID,
    IHD,
    HCALCS,
    ESME,
    GSME,
    HUB;

    /** Displays are updated through use case CS05c, and activate by the OTA exchange itself. */
    public boolean isDisplay() {
        return this == PPMID || this == IHD;
    }

    /** Meters' images come before everybody else's in the hub's store. */
    public boolean isMeter() {
        return this == ESME || this == GSME;
    }
}
