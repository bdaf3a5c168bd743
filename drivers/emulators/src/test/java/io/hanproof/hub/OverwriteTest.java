package io.hanproof.hub;

import static io.hanproof.hub.HubHarness.ESME;
import static io.hanproof.hub.HubHarness.GSME;
import static io.hanproof.hub.HubHarness.HCALCS;
import static io.hanproof.hub.HubHarness.IHD;
import static io.hanproof.hub.HubHarness.NEW;
import static io.hanproof.hub.HubHarness.PPMID;
import static org.assertj.core.api.Assertions.assertThat;

import io.hanproof.lab.WanMessage.ImageResponseCode;
import io.hanproof.lab.WanMessage.TransferAlert;
import io.hanproof.lab.WanMessage.UseCase;
import io.hanproof.profile.Policies;
import io.hanproof.profile.Policy;
import io.hanproof.zcl.ZclStatus;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A full hub holds a GSME's image, 0x31, beside the PPMID's, 0x20; images of HCALCS are 0x41, of ESMEs 0x51. */
final class OverwriteTest {

    @Test
    void holdsTwoImagesAtOnce() {
        var hub = HubHarness.hub();

        hub.deliver(UseCase.CS05C, Images.ppmid(0x20, 749_940), PPMID);
        hub.deliver(UseCase.CS05B, Images.esme(0x51, 749_940), ESME);

        assertThat(hub.held()).containsExactly(0x20L, 0x51L);
    }

    @ParameterizedTest
    @CsvSource({"annex-a", "working-group", "pia"})
    void givesAMetersImageTheBlockOfOneThatNobodyFetches(String reading) {
        var hub = full(Policies.DEFAULT.with(Policy.OVERWRITE, reading));

        hub.deliver(UseCase.CS05B, Images.esme(0x51, 100), ESME);

        assertThat(hub.held()).containsExactly(0x31L, 0x51L);
        assertThat(hub.alerts()).contains(new TransferAlert(PPMID, 0x20, ImageResponseCode.FILE_TRANSFER_FAILURE));
    }

    @Test
    void callsALostImageDiscardedUnderTheLaterBaseline() {
        var hub = full(HubHarness.hub2020());

        hub.deliver(UseCase.CS05B, Images.esme(0x51, 100), ESME);

        assertThat(hub.alerts()).contains(new TransferAlert(PPMID, 0x20, ImageResponseCode.IMAGE_DISCARDED));
    }

    @ParameterizedTest
    @CsvSource({"annex-a", "working-group"})
    void givesAMetersImageTheBlockOfOneThatIsBeingFetched(String reading) {
        var hub = started(full(Policies.DEFAULT.with(Policy.OVERWRITE, reading)));

        hub.deliver(UseCase.CS05B, Images.esme(0x51, 100), ESME);

        assertThat(hub.held()).containsExactly(0x31L, 0x51L);
    }

    @Test
    void keepsTwoMetersImagesFromADisplay() {
        var hub = HubHarness.hub();
        hub.deliver(UseCase.CS05B, Images.gsme(0x31, 100), GSME);
        hub.deliver(UseCase.CS05B, Images.esme(0x51, 100), ESME);
        hub.done();

        hub.deliver(UseCase.CS05C, Images.ppmid(0x20, 100), PPMID);

        assertThat(hub.held()).containsExactly(0x31L, 0x51L);
        assertThat(hub.done())
                .containsExactly(
                        new HubEffect.Alert(new TransferAlert(PPMID, 0x20, ImageResponseCode.FILE_TRANSFER_FAILURE)));
    }

    @Test
    void replacesAMetersImageByItsSuccessor() {
        var hub = HubHarness.hub();
        hub.deliver(UseCase.CS05B, Images.gsme(0x31, 100), GSME);
        hub.deliver(UseCase.CS05B, Images.esme(0x51, 100), ESME);

        hub.deliver(UseCase.CS05B, Images.esme(0x52, 100), ESME);

        assertThat(hub.held()).containsExactly(0x31L, 0x52L);
    }

    @ParameterizedTest
    @CsvSource({"true", "false"})
    void letsTheNewestOfDisplaysAndSwitchesWinUnderAnnexA(boolean started) {
        var hub = full(Policies.DEFAULT);

        if (started) {
            started(hub);
        }
        hub.deliver(UseCase.CS05B, Images.hcalcs(0x41, 100), HCALCS);

        assertThat(hub.held()).containsExactly(0x31L, 0x41L);
    }

    @Test
    void replacesTheSameModelsImageEvenWithRoomLeftUnderAnnexA() {
        var hub = HubHarness.hub();
        hub.deliver(UseCase.CS05C, Images.ppmid(0x20, 100), PPMID);
        started(hub);

        hub.deliver(UseCase.CS05C, Images.ppmid(0x30, 100), PPMID);

        assertThat(hub.held()).containsExactly(0x30L);
    }

    @Test
    void usesTheRoomLeftForAnotherModelUnderAnnexA() {
        var hub = HubHarness.hub();
        hub.deliver(UseCase.CS05C, Images.ppmid(0x20, 100), PPMID);
        started(hub);

        hub.deliver(UseCase.CS05B, Images.hcalcs(0x41, 100), HCALCS);

        assertThat(hub.held()).containsExactly(0x20L, 0x41L);
        assertThat(hub.alerts()).isEmpty();
    }

    @Test
    void letsTheNewestWinWhatNobodyFetchesUnderTheWorkingGroup() {
        var hub = full(Policies.DEFAULT.with(Policy.OVERWRITE, "working-group"));

        hub.deliver(UseCase.CS05B, Images.hcalcs(0x41, 100), HCALCS);

        assertThat(hub.held()).containsExactly(0x31L, 0x41L);
    }

    @Test
    void refusesASwitchOnceADisplayHasBegunToFetchUnderTheWorkingGroup() {
        var hub = started(full(Policies.DEFAULT.with(Policy.OVERWRITE, "working-group")));

        hub.deliver(UseCase.CS05B, Images.hcalcs(0x41, 100), HCALCS);

        assertThat(hub.held()).containsExactly(0x31L, 0x20L);
        assertThat(hub.alerts())
                .containsExactly(new TransferAlert(HCALCS, 0x41, ImageResponseCode.FILE_TRANSFER_FAILURE));
    }

    @Test
    void replacesWhatNobodyHasTriedToFetchUnderThePia() {
        var hub = full(Policies.DEFAULT.with(Policy.OVERWRITE, "pia"));

        hub.deliver(UseCase.CS05B, Images.hcalcs(0x41, 100), HCALCS);

        assertThat(hub.held()).containsExactly(0x31L, 0x41L);
    }

    @Test
    void replacesNothingWhileAnImageCrossesTheHanUnderThePia() {
        var hub = started(full(Policies.DEFAULT.with(Policy.OVERWRITE, "pia")));

        hub.deliver(UseCase.CS05B, Images.hcalcs(0x41, 100), HCALCS);

        assertThat(hub.held()).containsExactly(0x31L, 0x20L);
        assertThat(hub.alerts())
                .containsExactly(new TransferAlert(HCALCS, 0x41, ImageResponseCode.FILE_TRANSFER_FAILURE));
    }

    @Test
    void letsAMetersImageWaitForTheEndOfTheTransferUnderThePia() {
        var hub = started(full(Policies.DEFAULT.with(Policy.OVERWRITE, "pia")));

        hub.deliver(UseCase.CS05B, Images.esme(0x51, 100), ESME);
        var meanwhile = hub.held();
        hub.end(PPMID, NEW, ZclStatus.SUCCESS);

        assertThat(meanwhile).containsExactly(0x31L, 0x20L);
        assertThat(hub.held()).containsExactly(0x31L, 0x51L);
    }

    @Test
    void letsAForcedImageWaitForATransferThatFailsAndThenReplacesItUnderThePia() {
        var hub = started(full(Policies.DEFAULT.with(Policy.OVERWRITE, "pia")));

        hub.deliver(UseCase.CS05B, Images.hcalcsForced(0x41, 100), HCALCS);
        var meanwhile = hub.held();
        hub.pass(Duration.ofHours(2));

        assertThat(meanwhile).containsExactly(0x31L, 0x20L);
        assertThat(hub.held()).containsExactly(0x31L, 0x41L);
    }

    @Test
    void keepsWhatADeviceHasTriedToFetchUnderThePiaUntilItHasExpired() {
        var hub = started(full(Policies.DEFAULT.with(Policy.OVERWRITE, "pia").with(Policy.IMAGE_EXPIRY, "P2D")));

        hub.pass(Duration.ofDays(2).minusSeconds(1));
        hub.deliver(UseCase.CS05B, Images.hcalcs(0x41, 100), HCALCS);
        var young = hub.held();
        hub.pass(Duration.ofSeconds(1));
        hub.deliver(UseCase.CS05B, Images.hcalcs(0x42, 100), HCALCS);

        assertThat(young).containsExactly(0x31L, 0x20L);
        assertThat(hub.held()).containsExactly(0x31L, 0x42L);
    }

    @Test
    void usesTheEsmesBlockOnlyUnderThatReading() {
        var hub = HubHarness.hub(Policy.MEMORY_BLOCKS, "esme-only");
        hub.deliver(UseCase.CS05C, Images.ppmid(0x20, 100), PPMID);

        hub.deliver(UseCase.CS05B, Images.hcalcs(0x41, 100), HCALCS);
        hub.deliver(UseCase.CS05B, Images.gsme(0x31, 100), GSME);

        assertThat(hub.held()).containsExactly(0x41L, 0x31L);
    }

    @Test
    void refusesADisplayWhereTheEsmesBlockIsTakenUnderThatReading() {
        var hub = HubHarness.hub(Policy.MEMORY_BLOCKS, "esme-only");
        hub.deliver(UseCase.CS05B, Images.esme(0x51, 100), ESME);

        hub.deliver(UseCase.CS05C, Images.ppmid(0x20, 100), PPMID);

        assertThat(hub.held()).containsExactly(0x51L);
    }

    @Test
    void keepsAnImageThatNobodyFetchesForAYear() {
        var hub = full(Policies.DEFAULT);

        hub.pass(Duration.ofDays(365));
        hub.query(PPMID);
        hub.block(PPMID, NEW, 0);

        assertThat(hub.held()).containsExactly(0x31L, 0x20L);
        assertThat(hub.sent()).hasSize(2);
    }

    @Test
    void tellsNothingOfADeviceThatHadTheImageBeforeItWasReplaced() {
        var hub = HubHarness.hub();
        hub.deliver(UseCase.CS05C, Images.ppmid(0x20, 100), PPMID, IHD);
        hub.end(PPMID, NEW, ZclStatus.SUCCESS);
        hub.done();

        hub.deliver(UseCase.CS05C, Images.ppmid(0x30, 100), PPMID);

        assertThat(hub.alerts()).containsExactly(new TransferAlert(IHD, 0x20, ImageResponseCode.FILE_TRANSFER_FAILURE));
    }

    private static HubHarness full(Policies policies) {
        return full(HubHarness.hub(policies));
    }

    private static HubHarness full(HubHarness hub) {
        hub.deliver(UseCase.CS05B, Images.gsme(0x31, 100), GSME);
        hub.deliver(UseCase.CS05C, Images.ppmid(0x20, 100), PPMID);
        hub.done();
        return hub;
    }

    private static HubHarness started(HubHarness hub) {
        hub.block(PPMID, NEW, 0);
        hub.done();
        return hub;
    }
}
