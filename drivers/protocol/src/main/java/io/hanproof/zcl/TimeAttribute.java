package io.hanproof.zcl;

import java.util.Arrays;
import java.util.Optional;

/** The attributes of the Time cluster's server that tell a device the time, and how far to trust it. */
public enum TimeAttribute implements Attribute {
    TIME(0x0000, "Time", DataType.UTC_TIME),
    TIME_STATUS(0x0001, "TimeStatus", DataType.BITMAP8),
    TIME_ZONE(0x0002, "TimeZone", DataType.INT32),
    DST_START(0x0003, "DstStart", DataType.UINT32),
    DST_END(0x0004, "DstEnd", DataType.UINT32),
    DST_SHIFT(0x0005, "DstShift", DataType.INT32),
    STANDARD_TIME(0x0006, "StandardTime", DataType.UINT32),
    LOCAL_TIME(0x0007, "LocalTime", DataType.UINT32),
    LAST_SET_TIME(0x0008, "LastSetTime", DataType.UTC_TIME),
    VALID_UNTIL_TIME(0x0009, "ValidUntilTime", DataType.UTC_TIME);

    private final int id;
    private final String specName;
    private final DataType type;

    TimeAttribute(int id, String specName, DataType type) {
        this.id = id;
        this.specName = specName;
        this.type = type;
    }

    public static Optional<TimeAttribute> of(int id) {
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
