package io.hanproof.dcc;

import java.util.Arrays;
import java.util.Optional;

/** The types of device that the Smart Metering Inventory tells apart, as DUIS writes them. */
public enum DeviceType {
    ESME,
    GSME,
    GPF,
    CHF,
    HCALCS,
    PPMID,
    IHD,
    CAD;

    public static Optional<DeviceType> of(String name) {
        return Arrays.stream(values()).filter(it -> it.name().equals(name)).findFirst();
    }

    public boolean isMeter() {
        return this == ESME || this == GSME;
    }

    public boolean isDisplay() {
        return this == PPMID || this == IHD;
    }
}
