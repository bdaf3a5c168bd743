package io.hanproof.gbcs;

import java.util.Arrays;
import java.util.Optional;

/** What an entity is allowed to be: an organisation's certificate says it as OU, a device's by its shape. */
public enum Role {
    RECOVERY(0x01),
    SUPPLIER(0x02),
    NETWORK_OPERATOR(0x03),
    /** The Access Control Broker: the DCC, in whose name commands get their MAC. */
    ACB(0x04),
    TRANSITIONAL_COS(0x05),
    WAN_PROVIDER(0x06),
    LOAD_CONTROLLER(0x08),
    OTHER_USER(0x7F),
    /** A hub's certificates look like any device's. */
    HUB,
    DEVICE;

    private static final int NONE = -1;

    private final int code;

    Role(int code) {
        this.code = code;
    }

    Role() {
        this(NONE);
    }

    /** Whether its certificates are device certificates. */
    public boolean isDevice() {
        return code == NONE;
    }

    /** The OU of an organisation's certificate, two hexadecimal digits. */
    String unit() {
        if (isDevice()) {
            throw new IllegalStateException(this + " has no organisational unit");
        }
        return "%02X".formatted(code);
    }

    static Optional<Role> ofUnit(String unit) {
        return Arrays.stream(values())
                .filter(it -> !it.isDevice() && it.unit().equalsIgnoreCase(unit))
                .findFirst();
    }
}
