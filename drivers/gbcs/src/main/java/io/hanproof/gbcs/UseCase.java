package io.hanproof.gbcs;

import java.util.Arrays;
import java.util.Optional;

/** The firmware use cases and the message codes that name them on the wire. */
public enum UseCase {
    CS06(0x0012, "Activate Firmware"),
    ECS52(0x0059, "Read ESME or Communications Hub Firmware Version"),
    GCS38(0x0084, "Read GSME Firmware Version"),
    CS06_ALERT(0x00CA, "Future Dated Firmware Activation Alert"),
    FDRA_DLMS(0x00CE, "Firmware Distribution Receipt Alert (DLMS)"),
    FDRA_GBZ(0x00CF, "Firmware Distribution Receipt Alert (GBZ)"),
    DBCH06(0x0110, "Duty Cycle Alert DBCH06"),
    DBCH07(0x0111, "Duty Cycle Alert DBCH07"),
    DBCH08(0x0112, "Duty Cycle Alert DBCH08"),
    DBCH09(0x0113, "Duty Cycle Alert DBCH09"),
    DBCH10(0x0114, "Duty Cycle Alert DBCH10"),
    DBCH11(0x0115, "Duty Cycle Alert DBCH11"),
    CCS08(0x0128, "Firmware Transfer Alert"),
    CS08(0x0129, "Read PPMID or HCALCS Firmware Version"),
    CS09(0x012B, "Firmware Activation Alert");

    private final int messageCode;
    private final String title;

    UseCase(int messageCode, String title) {
        this.messageCode = messageCode;
        this.title = title;
    }

    public int messageCode() {
        return messageCode;
    }

    public String title() {
        return title;
    }

    public static Optional<UseCase> of(int messageCode) {
        return Arrays.stream(values())
                .filter(it -> it.messageCode == messageCode)
                .findFirst();
    }
}
