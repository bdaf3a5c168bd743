package io.hanproof.hub;

import static io.hanproof.hub.HubHarness.HCALCS;
import static io.hanproof.hub.HubHarness.NEW;
import static io.hanproof.hub.HubHarness.PPMID;
import static io.hanproof.hub.HubHarness.RUNNING;
import static io.hanproof.hub.HubHarness.SECOND;
import static org.assertj.core.api.Assertions.assertThat;

import io.hanproof.lab.WanMessage.ImageResponseCode;
import io.hanproof.lab.WanMessage.TransferAlert;
import io.hanproof.lab.WanMessage.UseCase;
import io.hanproof.profile.Policies;
import io.hanproof.profile.Policy;
import io.hanproof.zcl.ZclStatus;
import io.hanproof.zcl.ota.HardwareVersion;
import io.hanproof.zcl.ota.ImageId;
import io.hanproof.zcl.ota.QueryNextImageRequest;
import io.hanproof.zcl.ota.QueryNextImageResponse;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class QueryTest {
    private static final QueryNextImageResponse OFFERED = new QueryNextImageResponse.Success(NEW, 160);
    private static final QueryNextImageResponse NOTHING =
            new QueryNextImageResponse.Refused(ZclStatus.NO_IMAGE_AVAILABLE);

    @ParameterizedTest
    @CsvSource({"1.1", "1.2", "2.0"})
    void offersTheImageToHardwareWithinItsRange(String hardware) {
        var hub = holding();

        hub.query(PPMID, RUNNING, HardwareVersion.parse(hardware));

        assertThat(hub.sent()).containsExactly(OFFERED);
    }

    @ParameterizedTest
    @CsvSource({"1.0", "2.1"})
    void refusesHardwareOutsideItsRangeAndSaysSoOnce(String hardware) {
        var hub = holding();

        hub.query(PPMID, RUNNING, HardwareVersion.parse(hardware));
        hub.query(PPMID, RUNNING, HardwareVersion.parse(hardware));

        var done = hub.done();
        assertThat(done)
                .filteredOn(HubEffect.Alert.class::isInstance)
                .containsExactly(new HubEffect.Alert(
                        new TransferAlert(PPMID, 0x20, ImageResponseCode.HARDWARE_VERSION_MISMATCH)));
        assertThat(done)
                .filteredOn(HubEffect.Send.class::isInstance)
                .extracting(it -> ((HubEffect.Send) it).command())
                .containsExactly(NOTHING, NOTHING);
    }

    @Test
    void keepsAnImageThatFitsTheSecondOfTwoDevicesOnly() {
        var hub = HubHarness.hub();
        hub.deliver(UseCase.CS05C, Images.ppmid(0x20, 100), PPMID, SECOND);

        hub.query(PPMID, RUNNING, new HardwareVersion(3, 0));

        assertThat(hub.held()).containsExactly(0x20L);
    }

    @Test
    void offersTheImageWithoutHardwareVersion() {
        var hub = holding();

        hub.ask(PPMID, new QueryNextImageRequest(RUNNING, Optional.empty()));

        assertThat(hub.sent()).containsExactly(OFFERED);
    }

    @Test
    void offersNothingWithoutHardwareVersionWhereThatIsMandatory() {
        var hub = holding(Policies.DEFAULT.with(Policy.HARDWARE_VERSION, "mandatory"));

        hub.ask(PPMID, new QueryNextImageRequest(RUNNING, Optional.empty()));

        assertThat(hub.sent()).containsExactly(NOTHING);
        assertThat(hub.held()).containsExactly(0x20L);
    }

    @ParameterizedTest
    @CsvSource({"4096, 43707", "65534, 43708"})
    void offersNothingToAnotherManufacturerOrModel(int manufacturer, int type) {
        var hub = holding();

        hub.query(PPMID, new ImageId(manufacturer, type, 0x10), new HardwareVersion(1, 1));

        assertThat(hub.done()).containsExactly(new HubEffect.Send(HubHarness.peer(PPMID), NOTHING));
    }

    @Test
    void offersNothingToADeviceThatIsNotListed() {
        var hub = holding();

        hub.query(SECOND);

        assertThat(hub.sent()).containsExactly(NOTHING);
    }

    @Test
    void offersNothingWhenItHoldsNothing() {
        var hub = HubHarness.hub();

        hub.query(PPMID);

        assertThat(hub.sent()).containsExactly(NOTHING);
    }

    @Test
    void offersTheHighestOfTwoVersions() {
        var hub = HubHarness.hub(Policy.OVERWRITE, "working-group");
        hub.deliver(UseCase.CS05C, Images.ppmid(0x20, 100), PPMID);
        hub.deliver(UseCase.CS05C, Images.ppmid(0x15, 50), PPMID);
        hub.done();

        hub.query(PPMID);

        assertThat(hub.sent()).containsExactly(OFFERED);
    }

    @Test
    void offersTheVersionThatTheDeviceRuns() {
        var hub = holding();

        hub.query(PPMID, NEW, new HardwareVersion(1, 1));

        assertThat(hub.sent()).containsExactly(OFFERED);
    }

    @Test
    void offersNewerVersionsOnlyUnderThatReading() {
        var hub = holding(Policies.DEFAULT.with(Policy.OFFER, "newer"));

        hub.query(PPMID, NEW, new HardwareVersion(1, 1));
        hub.query(PPMID);

        assertThat(hub.sent()).containsExactly(NOTHING, OFFERED);
    }

    @Test
    void offersASwitchItsImageWithTheTrailerNotCounted() {
        var hub = HubHarness.hub();
        hub.deliver(UseCase.CS05B, Images.hcalcs(0x20, 100), HCALCS);
        hub.done();

        hub.query(HCALCS, new ImageId(0xFFFE, 0xAADD, 0x10), new HardwareVersion(1, 1));

        assertThat(hub.sent())
                .containsExactly(new QueryNextImageResponse.Success(new ImageId(0xFFFE, 0xAADD, 0x20), 160));
    }

    private static HubHarness holding() {
        return holding(Policies.DEFAULT);
    }

    private static HubHarness holding(Policies policies) {
        var hub = HubHarness.hub(policies);
        hub.deliver(UseCase.CS05C, Images.ppmid(0x20, 100), PPMID);
        hub.done();
        return hub;
    }
}
