package io.hanproof.hub;

import static io.hanproof.hub.HubHarness.HCALCS;
import static io.hanproof.hub.HubHarness.NEW;
import static io.hanproof.hub.HubHarness.PPMID;
import static io.hanproof.hub.HubHarness.SECOND;
import static org.assertj.core.api.Assertions.assertThat;

import io.hanproof.lab.WanMessage.ImageResponseCode;
import io.hanproof.lab.WanMessage.TransferAlert;
import io.hanproof.lab.WanMessage.UseCase;
import io.hanproof.profile.Policies;
import io.hanproof.profile.Policy;
import io.hanproof.zcl.ZclStatus;
import io.hanproof.zcl.ota.ImageBlockResponse;
import io.hanproof.zcl.ota.ImageId;
import io.hanproof.zcl.ota.UpgradeEndResponse;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class TransferEndTest {
    /** 2026-01-01 in UTCTime: 02:00, and the 03:00 and 01:00 that images carry in wire order. */
    private static final long TWO = 0x30E891A0L;

    private static final long THREE = 0x30E89FB0L;
    private static final String AT_THREE = "B09FE830";
    private static final String AT_ONE = "9083E830";
    private static final TransferAlert SUCCEEDED =
            new TransferAlert(PPMID, 0x20, ImageResponseCode.FILE_TRANSFER_SUCCESS);
    private static final TransferAlert FAILED = new TransferAlert(PPMID, 0x20, ImageResponseCode.FILE_TRANSFER_FAILURE);

    @Test
    void tellsTheActivationTimeAndReportsSuccess() {
        var hub = fetched(AT_THREE);

        hub.end(PPMID, NEW, ZclStatus.SUCCESS);

        assertThat(hub.done())
                .containsExactly(answer(new UpgradeEndResponse(NEW, TWO, THREE)), new HubEffect.Alert(SUCCEEDED));
    }

    @ParameterizedTest
    @CsvSource({"00000000", AT_ONE})
    void tellsTheDeviceToActivateNow(String activation) {
        var hub = fetched(activation);

        hub.end(PPMID, NEW, ZclStatus.SUCCESS);

        assertThat(hub.sent()).containsExactly(new UpgradeEndResponse(NEW, TWO, TWO));
    }

    @Test
    void removesTheImageOnceItsOnlyDeviceHasIt() {
        var hub = fetched(AT_THREE);

        hub.end(PPMID, NEW, ZclStatus.SUCCESS);

        assertThat(hub.held()).isEmpty();
    }

    @Test
    void keepsTheImageForTheSecondDevice() {
        var hub = HubHarness.hub();
        hub.deliver(UseCase.CS05C, Images.ppmid(0x20, 100), PPMID, SECOND);
        hub.block(PPMID, NEW, 0);
        hub.end(PPMID, NEW, ZclStatus.SUCCESS);
        hub.done();

        hub.query(SECOND);
        hub.block(SECOND, NEW, 0);
        hub.end(SECOND, NEW, ZclStatus.SUCCESS);

        assertThat(hub.alerts())
                .containsExactly(new TransferAlert(SECOND, 0x20, ImageResponseCode.FILE_TRANSFER_SUCCESS));
        assertThat(hub.held()).isEmpty();
    }

    @Test
    void offersTheImageNoMoreToADeviceThatHasIt() {
        var hub = HubHarness.hub();
        hub.deliver(UseCase.CS05C, Images.ppmid(0x20, 100), PPMID, SECOND);
        hub.end(PPMID, NEW, ZclStatus.SUCCESS);
        hub.done();

        hub.query(PPMID);
        hub.block(PPMID, NEW, 0);

        assertThat(hub.sent())
                .satisfiesExactly(
                        it -> assertThat(it.name()).isEqualTo("QueryNextImageResponse"),
                        it -> assertThat(it).isInstanceOf(ImageBlockResponse.Success.class));
    }

    @Test
    void answersARepeatedRequestAgainAndTellsNobody() {
        var hub = fetched(AT_THREE);
        hub.end(PPMID, NEW, ZclStatus.SUCCESS);
        hub.done();
        hub.pass(Duration.ofSeconds(5));

        hub.end(PPMID, NEW, ZclStatus.SUCCESS);
        var again = hub.done();
        hub.pass(Duration.ofHours(2));

        assertThat(again).containsExactly(answer(new UpgradeEndResponse(NEW, TWO + 5, THREE)));
        assertThat(hub.done()).filteredOn(HubEffect.Read.class::isInstance).hasSize(1);
    }

    @ParameterizedTest
    @CsvSource({"149", "150"})
    void answersAFailureWithSuccessAndReportsItOnce(int status) {
        var hub = fetched(AT_THREE);

        hub.end(PPMID, NEW, ZclStatus.of(status));
        hub.end(PPMID, NEW, ZclStatus.of(status));

        var acknowledged = new HubEffect.Default(HubHarness.peer(PPMID), 0x0019, 0x06, ZclStatus.SUCCESS);
        assertThat(hub.done()).containsExactly(acknowledged, new HubEffect.Alert(FAILED), acknowledged);
        assertThat(hub.held()).containsExactly(0x20L);
    }

    @Test
    void reportsSuccessAfterAFailureWhenTheImageIsFetchedAfterAll() {
        var hub = fetched(AT_THREE);
        hub.end(PPMID, NEW, ZclStatus.INVALID_IMAGE);

        hub.query(PPMID);
        hub.block(PPMID, NEW, 0);
        hub.end(PPMID, NEW, ZclStatus.SUCCESS);

        assertThat(hub.alerts()).containsExactly(FAILED, SUCCEEDED);
    }

    @Test
    void discardsTheImageAfterAFailureUnderThatReading() {
        var hub = fetched(Policies.DEFAULT.with(Policy.FAILED_TRANSFER, "discard"), AT_THREE);

        hub.end(PPMID, NEW, ZclStatus.ABORT);

        assertThat(hub.held()).isEmpty();
        assertThat(hub.alerts()).containsExactly(FAILED);
    }

    @Test
    void refusesTheActivationOfAnImageItNeverHeld() {
        var hub = HubHarness.hub();

        hub.end(PPMID, NEW, ZclStatus.SUCCESS);

        assertThat(hub.done())
                .containsExactly(new HubEffect.Default(HubHarness.peer(PPMID), 0x0019, 0x06, ZclStatus.ABORT));
    }

    @Test
    void reportsSuccessAtTheActivationTimeUnderThatReading() {
        var hub = fetched(Policies.DEFAULT.with(Policy.TRANSFER_ALERT, "at-activation"), AT_THREE);
        hub.end(PPMID, NEW, ZclStatus.SUCCESS);

        hub.reach(Instant.parse("2026-01-01T02:59:59Z"));
        var early = hub.alerts();
        hub.reach(Instant.parse("2026-01-01T03:00:00Z"));

        assertThat(early).isEmpty();
        assertThat(hub.alerts()).containsExactly(SUCCEEDED);
    }

    @Test
    void givesTheOrderWhenTheTimeComesUnderThatReading() {
        var hub = fetched(Policies.DEFAULT.with(Policy.ACTIVATION_ORDER, "hub-issued"), AT_THREE);
        hub.end(PPMID, NEW, ZclStatus.SUCCESS);
        var first = hub.sent();

        hub.reach(Instant.parse("2026-01-01T03:00:00Z"));

        assertThat(first).containsExactly(new UpgradeEndResponse(NEW, TWO, 0xFFFF_FFFFL));
        assertThat(hub.done())
                .containsExactly(new HubEffect.Send(
                        HubHarness.peer(PPMID).unasked(), new UpgradeEndResponse(NEW, THREE, THREE)));
    }

    @Test
    void givesTheOrderAtOnceWhereItIsToBeNowUnderThatReadingToo() {
        var hub = fetched(Policies.DEFAULT.with(Policy.ACTIVATION_ORDER, "hub-issued"), "00000000");

        hub.end(PPMID, NEW, ZclStatus.SUCCESS);
        var first = hub.sent();
        hub.pass(Duration.ofMinutes(1));

        assertThat(first).containsExactly(new UpgradeEndResponse(NEW, TWO, TWO));
        assertThat(hub.sent()).isEmpty();
    }

    @Test
    void holdsASwitchBackForItsSuppliersCommandAndReadsNothing() {
        var hub = HubHarness.hub();
        hub.deliver(UseCase.CS05B, Images.hcalcs(0x20, 100), HCALCS);
        var image = new ImageId(0xFFFE, 0xAADD, 0x20);
        hub.block(HCALCS, image, 0);
        hub.done();

        hub.end(HCALCS, image, ZclStatus.SUCCESS);
        hub.pass(Duration.ofDays(2));

        assertThat(hub.done())
                .containsExactly(
                        new HubEffect.Send(
                                HubHarness.peer(HCALCS),
                                new UpgradeEndResponse(new ImageId(0xFFFF, 0xFFFF, 0xFFFF_FFFFL), TWO, 0xFFFF_FFFFL)),
                        new HubEffect.Alert(new TransferAlert(HCALCS, 0x20, ImageResponseCode.FILE_TRANSFER_SUCCESS)));
    }

    @Test
    void answersASwitchThatAsksEveryHour() {
        var hub = HubHarness.hub();
        hub.deliver(UseCase.CS05B, Images.hcalcs(0x20, 100), HCALCS);
        var image = new ImageId(0xFFFE, 0xAADD, 0x20);
        hub.end(HCALCS, image, ZclStatus.SUCCESS);
        hub.done();
        hub.pass(Duration.ofHours(1));

        hub.end(HCALCS, image, ZclStatus.SUCCESS);

        assertThat(hub.sent()).containsExactly(new UpgradeEndResponse(ImageId.ANY, TWO + 3600, 0xFFFF_FFFFL));
    }

    private static HubEffect answer(UpgradeEndResponse command) {
        return new HubEffect.Send(HubHarness.peer(PPMID), command);
    }

    private static HubHarness fetched(String activation) {
        return fetched(Policies.DEFAULT, activation);
    }

    private static HubHarness fetched(Policies policies, String activation) {
        var hub = HubHarness.hub(policies);
        hub.deliver(UseCase.CS05C, Images.ppmid(0x20, 100, activation), PPMID);
        hub.query(PPMID);
        for (int offset = 0; offset < 160; offset += 40) {
            hub.block(PPMID, NEW, offset);
        }
        hub.done();
        return hub;
    }
}
