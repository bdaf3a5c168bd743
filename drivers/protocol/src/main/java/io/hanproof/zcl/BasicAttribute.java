package io.hanproof.zcl;

import java.util.Arrays;
import java.util.Optional;

/** The attributes of the Basic cluster's server that say what a device is. */
public enum BasicAttribute implements Attribute {
    ZCL_VERSION(0x0000, "ZCLVersion", DataType.UINT8),
    APPLICATION_VERSION(0x0001, "ApplicationVersion", DataType.UINT8),
    STACK_VERSION(0x0002, "StackVersion", DataType.UINT8),
    HW_VERSION(0x0003, "HWVersion", DataType.UINT8),
    MANUFACTURER_NAME(0x0004, "ManufacturerName", DataType.CHARACTER_STRING),
    MODEL_IDENTIFIER(0x0005, "ModelIdentifier", DataType.CHARACTER_STRING),
    DATE_CODE(0x0006, "DateCode", DataType.CHARACTER_STRING),
    POWER_SOURCE(0x0007, "PowerSource", DataType.ENUM8);

    private final int id;
    private final String specName;
    private final DataType type;

    BasicAttribute(int id, String specName, DataType type) {
        this.id = id;
        this.specName = specName;
        this.type = type;
    }

    public static Optional<BasicAttribute> of(int id) {
        return Arrays.stream(values()).filter(it -> it.id == id).findFirst();
    }

    @Override
    public int id() {
        return id;
    }

    @Override
    public String specName() {
        return specName;
    }

    @Override
    public DataType type() {
        return type;
    }
}
