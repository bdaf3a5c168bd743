package io.hanproof.zcl.ota;

import io.hanproof.zcl.Attribute;
import io.hanproof.zcl.AttributeValue;
import io.hanproof.zcl.DataType;
import java.util.Arrays;
import java.util.Optional;
import java.util.OptionalLong;

/** The attributes of the OTA Upgrade cluster. The client holds them all; the server has none. */
public enum OtaAttribute implements Attribute {
    UPGRADE_SERVER_ID(0x0000, "UpgradeServerID", DataType.IEEE_ADDRESS, OptionalLong.of(0xFFFF_FFFF_FFFF_FFFFL)),
    FILE_OFFSET(0x0001, "FileOffset", DataType.UINT32, OptionalLong.of(0xFFFF_FFFFL)),
    CURRENT_FILE_VERSION(0x0002, "CurrentFileVersion", DataType.UINT32, OptionalLong.of(0xFFFF_FFFFL)),
    CURRENT_ZIGBEE_STACK_VERSION(0x0003, "CurrentZigBeeStackVersion", DataType.UINT16, OptionalLong.of(0xFFFF)),
    DOWNLOADED_FILE_VERSION(0x0004, "DownloadedFileVersion", DataType.UINT32, OptionalLong.of(0xFFFF_FFFFL)),
    DOWNLOADED_ZIGBEE_STACK_VERSION(0x0005, "DownloadedZigBeeStackVersion", DataType.UINT16, OptionalLong.of(0xFFFF)),
    IMAGE_UPGRADE_STATUS(0x0006, "ImageUpgradeStatus", DataType.ENUM8, OptionalLong.of(0)),
    MANUFACTURER_ID(0x0007, "ManufacturerID", DataType.UINT16, OptionalLong.empty()),
    IMAGE_TYPE_ID(0x0008, "ImageTypeID", DataType.UINT16, OptionalLong.empty()),
    MINIMUM_BLOCK_PERIOD(0x0009, "MinimumBlockPeriod", DataType.UINT16, OptionalLong.of(0)),
    IMAGE_STAMP(0x000A, "ImageStamp", DataType.UINT32, OptionalLong.empty()),
    UPGRADE_ACTIVATION_POLICY(0x000B, "UpgradeActivationPolicy", DataType.ENUM8, OptionalLong.of(0)),
    UPGRADE_TIMEOUT_POLICY(0x000C, "UpgradeTimeoutPolicy", DataType.ENUM8, OptionalLong.of(0)),
    CLUSTER_REVISION(0xFFFD, "ClusterRevision", DataType.UINT16, OptionalLong.empty());

    private final int id;
    private final String specName;
    private final DataType type;
    private final OptionalLong initial;

    OtaAttribute(int id, String specName, DataType type, OptionalLong initial) {
        this.id = id;
        this.specName = specName;
        this.type = type;
        this.initial = initial;
    }

    public static Optional<OtaAttribute> of(int id) {
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

    /** The value a client has before any update; none where it depends on the product. */
    public Optional<AttributeValue> defaultValue() {
        return initial.isPresent() ? Optional.of(value(initial.getAsLong())) : Optional.empty();
    }

    /** {@code value} in this attribute's own type. */
    public AttributeValue value(long value) {
        return new AttributeValue.Number(type, value);
    }
}
