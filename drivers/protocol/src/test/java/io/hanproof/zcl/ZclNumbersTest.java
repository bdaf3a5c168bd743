package io.hanproof.zcl;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Instant;
import org.junit.jupiter.api.Test;

final class ZclNumbersTest {

    @Test
    void aStatusIsNamedAsInTheSpecification() {
        assertThat(ZclStatus.of(0x00)).isEqualTo(ZclStatus.SUCCESS).hasToString("SUCCESS");
        assertThat(ZclStatus.of(0x7E)).isEqualTo(ZclStatus.NOT_AUTHORIZED).hasToString("NOT_AUTHORIZED");
        assertThat(ZclStatus.of(0x99)).isEqualTo(ZclStatus.REQUIRE_MORE_IMAGE).hasToString("REQUIRE_MORE_IMAGE");
    }

    @Test
    void aStatusWithoutANameKeepsItsNumber() {
        var status = ZclStatus.of(0x42);

        assertThat(status.code()).isEqualTo(0x42);
        assertThat(status).hasToString("status 42");
        assertThatIllegalArgumentException().isThrownBy(() -> ZclStatus.of(0x100));
    }

    @Test
    void aStatusIsOneInstanceHoweverOftenItIsRead() {
        assertThat(ZclStatus.of(0x97)).isSameAs(ZclStatus.WAIT_FOR_DATA);
        assertThat(ZclStatus.of(0x42)).isSameAs(ZclStatus.of(0x42));
    }

    @Test
    void utcTimeCountsFromTheYear2000() {
        assertThat(UtcTime.of(Instant.parse("2000-01-01T00:00:00Z"))).isEqualTo(new UtcTime(0));
        assertThat(UtcTime.of(Instant.parse("2026-01-01T00:00:00.999Z"))).isEqualTo(new UtcTime(0x30E8_7580L));
        assertThat(new UtcTime(0x30E8_7580L).toInstant()).isEqualTo("2026-01-01T00:00:00Z");
    }

    @Test
    void utcTimeEndsInTheYear2136() {
        var last = Instant.parse("2136-02-07T06:28:14Z");

        assertThat(UtcTime.of(last)).isEqualTo(new UtcTime(0xFFFF_FFFEL));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> UtcTime.of(last.plusSeconds(1)))
                .withMessage("UTCTime cannot tell 2136-02-07T06:28:15Z from no time");
        assertThatIllegalArgumentException().isThrownBy(() -> UtcTime.of(last.plusSeconds(2)));
        assertThatIllegalArgumentException().isThrownBy(() -> UtcTime.of(Instant.parse("1999-12-31T23:59:59Z")));
    }

    @Test
    void numbersTooWideForTheirFieldAreRefused() {
        Unsigned.u8("jitter", 0xFF);
        Unsigned.u16("type", 0xFFFF);
        Unsigned.u32("version", 0xFFFF_FFFFL);

        assertThatIllegalArgumentException()
                .isThrownBy(() -> Unsigned.u8("jitter", 0x100))
                .withMessage("jitter needs 0 to 255, found 256");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Unsigned.u16("type", -1))
                .withMessage("type needs 0 to 65535, found -1");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Unsigned.u32("version", 0x1_0000_0000L))
                .withMessage("version needs 0 to 4294967295, found 4294967296");
    }

    @Test
    void clustersAreKnownByTheirIds() {
        assertThat(Cluster.of(0x0000)).contains(Cluster.BASIC);
        assertThat(Cluster.of(0x000A)).contains(Cluster.TIME);
        assertThat(Cluster.of(0x0019)).contains(Cluster.OTA);
        assertThat(Cluster.of(0x0020)).isEmpty();
        assertThat(Cluster.SMART_ENERGY_PROFILE).isEqualTo(0x0109);
    }

    @Test
    void attributesAreKnownByTheirIds() {
        assertThat(TimeAttribute.of(0x0000)).contains(TimeAttribute.TIME);
        assertThat(TimeAttribute.TIME.type()).isEqualTo(DataType.UTC_TIME);
        assertThat(TimeAttribute.of(0x0001))
                .hasValueSatisfying(it -> assertThat(it.specName()).isEqualTo("TimeStatus"));
        assertThat(BasicAttribute.of(0x0005)).contains(BasicAttribute.MODEL_IDENTIFIER);
        assertThat(BasicAttribute.MODEL_IDENTIFIER.type()).isEqualTo(DataType.CHARACTER_STRING);
        assertThat(BasicAttribute.ZCL_VERSION.specName()).isEqualTo("ZCLVersion");
        assertThat(BasicAttribute.of(0xF000)).isEmpty();
    }

    @Test
    void attributeIdsStandInAscendingOrder() {
        assertThat(TimeAttribute.values()).extracting(Attribute::id).isSorted().doesNotHaveDuplicates();
        assertThat(BasicAttribute.values()).extracting(Attribute::id).isSorted().doesNotHaveDuplicates();
    }

    @Test
    void dataTypesAreKnownByTheirCodes() {
        assertThat(DataType.of(0xE2)).contains(DataType.UTC_TIME);
        assertThat(DataType.of(0x4C)).isEmpty();
        assertThat(DataType.values()).extracting(DataType::code).isSorted().doesNotHaveDuplicates();
    }
}
