package io.hanproof.device;

import static org.assertj.core.api.Assertions.assertThat;

import io.hanproof.hub.EndForm;
import io.hanproof.hub.HubModel;
import io.hanproof.hub.HubScripts;
import io.hanproof.hub.WaitForm;
import io.hanproof.image.Form;
import io.hanproof.profile.Policies;
import io.hanproof.profile.Policy;
import io.hanproof.profile.Profile;
import io.hanproof.zcl.ZclStatus;
import io.hanproof.zcl.ota.ImageBlockRequest;
import io.hanproof.zcl.ota.ImageId;
import io.hanproof.zcl.ota.ImagePageRequest;
import io.hanproof.zcl.ota.QueryNextImageRequest;
import io.hanproof.zcl.ota.UpgradeEndRequest;
import io.hanproof.zcl.ota.UpgradeEndResponse;
import java.time.Duration;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class UpdateTest {
    private static final OptionalLong OLD = OptionalLong.of(0x10);
    private static final OptionalLong NEW = OptionalLong.of(0x20);
    private static final Duration HOUR = Duration.ofHours(1);
    private static final Duration MINUTE = Duration.ofMinutes(1);

    private final UpdateBench bench = bench(TestProfile.ALL);

    private static UpdateBench bench(Profile.Capabilities capabilities) {
        return new UpdateBench(TestProfile.of(Form.GB, capabilities), Policies.DEFAULT, DisplayScripts.NONE);
    }

    private Profile.Firmware update() {
        return bench.profile.firmware("0x20");
    }

    @ParameterizedTest
    @EnumSource
    void runsTheNewFirmwareWhenItIsToActivateNow(Form form) {
        var bench = new UpdateBench(TestProfile.of(form, TestProfile.ALL), Policies.DEFAULT, DisplayScripts.NONE);

        bench.deliver(bench.profile.firmware("0x20"));
        bench.pass(Duration.ofMinutes(4));

        assertThat(bench.running()).isEqualTo(NEW);
        assertThat(bench.said(QueryNextImageRequest.class)).hasSize(1);
        assertThat(bench.said(UpgradeEndRequest.class)).hasSize(1);
    }

    @Test
    void runsTheOldFirmwareUntilItsTimeHasCome() {
        bench.deliverFor(update(), HOUR);
        bench.pass(HOUR.minusSeconds(2));
        assertThat(bench.running()).isEqualTo(OLD);

        bench.pass(Duration.ofMinutes(4));

        assertThat(bench.running()).isEqualTo(NEW);
    }

    @Test
    void isDeafWhileItRestarts() {
        bench.deliverFor(update(), HOUR);

        bench.pass(HOUR.plus(MINUTE));

        assertThat(bench.running()).isEmpty();
    }

    @Test
    void keepsATimeThirtyDaysAheadWithoutAClockOfItsOwn() {
        var bench = bench(TestProfile.CLOCKLESS);
        bench.hub.script(HubScripts.activates(EndForm.RELATIVE));
        bench.deliverFor(update(), Duration.ofDays(30));

        bench.pass(Duration.ofDays(30).minusSeconds(2));
        assertThat(bench.running()).isEqualTo(OLD);
        bench.pass(Duration.ofMinutes(4));

        assertThat(bench.running()).isEqualTo(NEW);
    }

    @Test
    void activatesLateAfterItsTimePassedWhileItWasOff() {
        var bench = bench(TestProfile.CLOCKLESS);
        bench.deliverFor(update(), HOUR);
        bench.pass(MINUTE.multipliedBy(30));
        bench.power(false);
        bench.pass(HOUR);

        bench.power(true);
        bench.pass(Duration.ofMinutes(4));

        assertThat(bench.running()).isEqualTo(NEW);
    }

    @Test
    void waitsForTheRestOfTheTimeWhenItComesBackBefore() {
        var bench = bench(TestProfile.CLOCKLESS);
        bench.deliverFor(update(), HOUR);
        bench.pass(MINUTE.multipliedBy(30));
        bench.power(false);
        bench.pass(MINUTE.multipliedBy(10));

        bench.power(true);
        bench.pass(MINUTE.multipliedBy(20).minusSeconds(2));
        assertThat(bench.running()).isEqualTo(OLD);
        bench.pass(Duration.ofMinutes(4));

        assertThat(bench.running()).isEqualTo(NEW);
    }

    @Test
    void startsAgainWhenPowerWasCutWhileItActivated() {
        bench.deliver(update());
        bench.pass(MINUTE);
        bench.power(false);
        bench.pass(MINUTE);
        assertThat(bench.display.state().flash().running()).isEqualTo(0x10);

        bench.power(true);
        bench.pass(Duration.ofMinutes(4));

        assertThat(bench.running()).isEqualTo(NEW);
    }

    @Test
    void resumesWherePowerWasCutIfItCan() {
        bench.deliver(update());
        bench.timeline.advanceUntil(() -> offset() >= 2000, UpdateBench.START.plus(HOUR));
        bench.power(false);
        bench.pass(HOUR);
        int before = bench.said(ImageBlockRequest.class).size();
        bench.power(true);

        bench.pass(Duration.ofMinutes(10));

        assertThat(bench.said(ImageBlockRequest.class).get(before).fileOffset()).isEqualTo(2016);
        assertThat(bench.running()).isEqualTo(NEW);
    }

    private long offset() {
        return bench.display.state().phase() instanceof Phase.Downloading at ? at.offset() : 0;
    }

    @Test
    void givesUpADownloadThatTheHubNoLongerServes() {
        bench.hub.script(HubScripts.stopsServing(HubScripts::halfWay));

        bench.deliver(update());
        bench.pass(HOUR);

        assertThat(bench.said(UpgradeEndRequest.class))
                .singleElement()
                .extracting(UpgradeEndRequest::status)
                .isEqualTo(ZclStatus.ABORT);
        assertThat(bench.running()).isEqualTo(OLD);
    }

    @ParameterizedTest
    @EnumSource
    void waitsAsItIsTold(WaitForm form) {
        bench.hub.script(HubScripts.waits(HubScripts::halfWay, 1, form, HOUR));

        bench.deliver(update());
        bench.pass(HOUR);
        assertThat(bench.display.state().phase()).isInstanceOf(Phase.Downloading.class);
        bench.pass(Duration.ofMinutes(5));

        assertThat(bench.running()).isEqualTo(NEW);
    }

    @Test
    void asksTheHubOnceAnHourWhileItIsHeldBack() {
        var policies = Policies.DEFAULT.with(Policy.ACTIVATION_ORDER, "hub-issued");
        var bench = new UpdateBench(TestProfile.of(Form.GB, TestProfile.ALL), policies, DisplayScripts.NONE);
        bench.deliverFor(update(), Duration.ofDays(3));

        bench.pass(HOUR.multipliedBy(48).plus(MINUTE));

        assertThat(bench.said(UpgradeEndRequest.class)).hasSize(49);
        assertThat(bench.running()).isEqualTo(OLD);
    }

    @Test
    void activatesByALaterOrderForWhateverItHolds() {
        bench.hub.script(HubScripts.activates(EndForm.WAIT));
        bench.deliver(update());
        bench.pass(HOUR);

        bench.hub.say(UpdateBench.DISPLAY, new UpgradeEndResponse(ImageId.ANY, 0, 0));
        bench.pass(Duration.ofMinutes(4));

        assertThat(bench.running()).isEqualTo(NEW);
    }

    @Test
    void neverActivatesWhatTheHubRefused() {
        bench.hub.script(HubScripts.refusesEnd(ZclStatus.ABORT));

        bench.deliver(update());
        bench.pass(Duration.ofDays(3));

        assertThat(bench.running()).isEqualTo(OLD);
    }

    @Test
    void fetchesByPagesFromAHubThatServesThem() {
        var profile = TestProfile.of(Form.GB, new Profile.Capabilities(true, true, false, true, true, true, true));
        var model = HubModel.of(UpdateBench.HUB).withPages();
        var bench = new UpdateBench(profile, model, Policies.DEFAULT, DisplayScripts.NONE);

        bench.deliver(update());
        bench.pass(Duration.ofMinutes(5));

        assertThat(bench.running()).isEqualTo(NEW);
        assertThat(bench.said(ImagePageRequest.class)).hasSize(5);
        assertThat(bench.said(ImageBlockRequest.class)).isEmpty();
    }

    @Test
    void fetchesTheBlocksThatAPageLost() {
        var profile = TestProfile.of(Form.GB, new Profile.Capabilities(true, true, false, true, true, true, true));
        var model = HubModel.of(UpdateBench.HUB).withPages();
        var bench = new UpdateBench(profile, model, Policies.DEFAULT, DisplayScripts.NONE);
        bench.hub.script(HubScripts.loses(HubScripts::halfWay, 2));

        bench.deliver(update());
        bench.pass(Duration.ofMinutes(5));

        assertThat(bench.running()).isEqualTo(NEW);
        assertThat(bench.said(ImageBlockRequest.class)).hasSize(2);
    }

    @Test
    void fallsBackToBlocksWhereThereAreNoPages() {
        var bench = bench(new Profile.Capabilities(true, true, false, true, true, true, true));

        bench.deliver(update());
        bench.pass(Duration.ofMinutes(5));

        assertThat(bench.running()).isEqualTo(NEW);
        assertThat(bench.said(ImagePageRequest.class)).hasSize(1);
    }

    @Test
    void runsASplitUpgradeOnlyWhenBothPartsHaveCome() {
        bench.deliver(bench.profile.part("0x15"));
        bench.pass(HOUR);
        assertThat(bench.running()).isEqualTo(OLD);

        bench.deliver(bench.profile.part("0x20"));
        bench.pass(HOUR);

        assertThat(bench.running()).isEqualTo(NEW);
    }

    @Test
    void refusesALastPartWithoutItsFirst() {
        bench.deliver(bench.profile.part("0x20"));
        bench.pass(HOUR);

        assertThat(bench.running()).isEqualTo(OLD);
        assertThat(bench.said(UpgradeEndRequest.class).getFirst().status()).isEqualTo(ZclStatus.INVALID_IMAGE);
    }

    @Test
    void learnsOfAPendingImageByItsOwnQueryWhenItComesBack() {
        bench.power(false);
        bench.deliver(update());
        bench.pass(Duration.ofDays(183));

        bench.power(true);
        bench.pass(Duration.ofMinutes(10));

        assertThat(bench.running()).isEqualTo(NEW);
    }
}
