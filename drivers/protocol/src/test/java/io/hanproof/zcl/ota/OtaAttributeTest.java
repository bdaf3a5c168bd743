package io.hanproof.zcl.ota;

import static org.assertj.core.api.Assertions.assertThat;

import io.hanproof.zcl.AttributeValue;
import io.hanproof.zcl.DataType;
import org.junit.jupiter.api.Test;

final class OtaAttributeTest {

    @Test
    void isKnownByItsId() {
        assertThat(OtaAttribute.of(0x0002)).contains(OtaAttribute.CURRENT_FILE_VERSION);
        assertThat(OtaAttribute.of(0xFFFD)).contains(OtaAttribute.CLUSTER_REVISION);
        assertThat(OtaAttribute.of(0x000D)).isEmpty();
    }

    @Test
    void bearsTheNameAndTypeOfTheSpecification() {
        assertThat(OtaAttribute.CURRENT_FILE_VERSION.specName()).isEqualTo("CurrentFileVersion");
        assertThat(OtaAttribute.CURRENT_FILE_VERSION.type()).isEqualTo(DataType.UINT32);
        assertThat(OtaAttribute.UPGRADE_SERVER_ID.specName()).isEqualTo("UpgradeServerID");
        assertThat(OtaAttribute.UPGRADE_SERVER_ID.type()).isEqualTo(DataType.IEEE_ADDRESS);
    }

    @Test
    void standsInAscendingOrderFrom0000To000CAndFFFD() {
        assertThat(OtaAttribute.values())
                .extracting(OtaAttribute::id)
                .containsExactly(0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 0xFFFD);
    }

    @Test
    void hasItsDefaultUnlessTheProductDecides() {
        assertThat(OtaAttribute.FILE_OFFSET.defaultValue()).contains(AttributeValue.uint32(0xFFFF_FFFFL));
        assertThat(OtaAttribute.UPGRADE_SERVER_ID.defaultValue()).contains(AttributeValue.ieeeAddress(-1));
        assertThat(OtaAttribute.MINIMUM_BLOCK_PERIOD.defaultValue()).contains(AttributeValue.uint16(0));
        assertThat(OtaAttribute.MANUFACTURER_ID.defaultValue()).isEmpty();
    }

    @Test
    void putsAValueIntoItsOwnType() {
        assertThat(OtaAttribute.CURRENT_FILE_VERSION.value(0x20)).isEqualTo(AttributeValue.uint32(0x20));
    }

    @Test
    void theUpgradeStatusHasSevenValues() {
        for (int code = 0; code <= 6; code++) {
            assertThat(ImageUpgradeStatus.of(code).orElseThrow().code()).isEqualTo(code);
        }
        assertThat(ImageUpgradeStatus.of(4)).contains(ImageUpgradeStatus.COUNT_DOWN);
        assertThat(ImageUpgradeStatus.of(7)).isEmpty();
    }
}
