package io.hanproof.hub;

import static io.hanproof.hub.HubHarness.IHD;
import static io.hanproof.hub.HubHarness.NEW;
import static io.hanproof.hub.HubHarness.PPMID;
import static io.hanproof.hub.HubHarness.SECOND;
import static io.hanproof.hub.HubHarness.START;
import static org.assertj.core.api.Assertions.assertThat;

import io.hanproof.lab.DutyCycle;
import io.hanproof.lab.WanMessage.ImageResponseCode;
import io.hanproof.lab.WanMessage.TransferAlert;
import io.hanproof.lab.WanMessage.UseCase;
import io.hanproof.profile.Policies;
import io.hanproof.profile.Policy;
import io.hanproof.zcl.ZclStatus;
import io.hanproof.zcl.ota.ImageBlockRequest;
import io.hanproof.zcl.ota.ImageBlockResponse;
import io.hanproof.zcl.ota.ImageId;
import io.hanproof.zcl.ota.ImageNotify;
import java.time.Duration;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class BlockTest {
    private static final ImageId IHD_IMAGE = new ImageId(0xFFFE, 0xAACC, 0x21);

    @Test
    void servesTheOctetsAtTheOffset() {
        var hub = holding();

        hub.block(PPMID, NEW, 40);

        assertThat(hub.sent()).containsExactly(block(40, 40));
    }

    @Test
    void servesAnyOffsetAgainAndInAnyOrder() {
        var hub = holding();

        hub.block(PPMID, NEW, 120);
        hub.block(PPMID, NEW, 0);
        hub.block(PPMID, NEW, 0);

        assertThat(hub.sent()).containsExactly(block(120, 40), block(0, 40), block(0, 40));
    }

    @Test
    void servesNoMoreThanIsLeft() {
        var hub = holding();

        hub.block(PPMID, NEW, 159);

        assertThat(hub.sent()).containsExactly(block(159, 1));
    }

    @ParameterizedTest
    @CsvSource({"1, 1", "48, 48", "49, 48", "63, 48", "255, 48"})
    void servesNoMoreThanAskedForNorThanASecuredFrameHolds(int asked, int served) {
        var hub = holding();

        hub.ask(PPMID, ImageBlockRequest.of(NEW, 0, asked));

        assertThat(hub.sent()).containsExactly(block(0, served));
    }

    @Test
    void servesLargerBlocksWithoutApsSecurity() {
        var hub = holding();

        hub.on(new HubEvent.Asked(new Peer(PPMID, 1, 0x7B, 1, false), ImageBlockRequest.of(NEW, 0, 63)));

        assertThat(hub.sent()).containsExactly(block(0, 63));
    }

    @ParameterizedTest
    @CsvSource({"160, 40", "4294967295, 40", "0, 0"})
    void callsARequestMalformedThatAsksForNothing(long offset, int size) {
        var hub = holding();

        hub.ask(PPMID, ImageBlockRequest.of(NEW, offset, size));

        assertThat(hub.done()).containsExactly(refusal(0x03, ZclStatus.MALFORMED_COMMAND));
        assertThat(hub.state().images().getFirst().started()).isFalse();
    }

    @Test
    void knowsNoOtherFile() {
        var hub = holding();

        hub.ask(PPMID, ImageBlockRequest.of(new ImageId(0xFFF0, 0, 0xFFFF_FFF0L), 100, 40));

        assertThat(hub.done()).containsExactly(refusal(0x03, ZclStatus.NO_IMAGE_AVAILABLE));
    }

    @Test
    void servesListedDevicesOnly() {
        var hub = holding();

        hub.block(SECOND, NEW, 0);

        assertThat(hub.done())
                .containsExactly(
                        new HubEffect.Default(HubHarness.peer(SECOND), 0x0019, 0x03, ZclStatus.NO_IMAGE_AVAILABLE));
    }

    @Test
    void makesNoNewStateForABlockThatFollowsAnother() {
        var hub = holding();
        hub.block(PPMID, NEW, 0);
        var before = hub.state();

        hub.block(PPMID, NEW, 40);

        assertThat(hub.state()).isSameAs(before);
        assertThat(before.images().getFirst().started()).isTrue();
    }

    @Test
    void givesATransferUpAfterAnHourOfSilence() {
        var hub = holding();
        hub.block(PPMID, NEW, 0);
        hub.reach(START.plusSeconds(1800));
        hub.block(PPMID, NEW, 40);
        hub.done();

        hub.reach(START.plusSeconds(1800 + 3600));
        var early = hub.alerts();
        hub.pass(Duration.ofMinutes(2));

        assertThat(early).isEmpty();
        assertThat(hub.alerts())
                .containsExactly(new TransferAlert(PPMID, 0x20, ImageResponseCode.FILE_TRANSFER_FAILURE));
        assertThat(hub.held()).containsExactly(0x20L);
    }

    @Test
    void tellsOfASecondSilenceNoMore() {
        var hub = holding();
        hub.block(PPMID, NEW, 0);
        hub.pass(Duration.ofHours(3));
        hub.block(PPMID, NEW, 40);
        hub.pass(Duration.ofHours(3));

        assertThat(hub.alerts()).hasSize(1);
    }

    @Test
    void discardsTheImageOfAFailedTransferUnderThatReading() {
        var hub = holding(Policies.DEFAULT.with(Policy.FAILED_TRANSFER, "discard"));
        hub.block(PPMID, NEW, 0);

        hub.pass(Duration.ofHours(3));

        assertThat(hub.held()).isEmpty();
        assertThat(hub.alerts()).hasSize(1);
    }

    @ParameterizedTest
    @CsvSource({"LIMITED", "CRITICAL", "SUSPENDED"})
    void letsTheDeviceWaitWhileTheDutyCycleForbids(DutyCycle state) {
        var hub = holding();
        hub.block(PPMID, NEW, 0);
        hub.done();

        hub.turn(state);
        hub.block(PPMID, NEW, 40);
        hub.turn(DutyCycle.NORMAL);
        hub.block(PPMID, NEW, 40);

        assertThat(hub.sent())
                .containsExactly(new ImageBlockResponse.WaitForData(0, 60, OptionalInt.of(0)), block(40, 40));
    }

    @Test
    void notifiesOfAnImageThatCameWhileSuspendedAfterwards() {
        var hub = HubHarness.hub();
        hub.turn(DutyCycle.CRITICAL);
        hub.deliver(UseCase.CS05C, Images.ppmid(0x20, 100), PPMID);
        var meanwhile = hub.sent();

        hub.turn(DutyCycle.NORMAL);

        assertThat(meanwhile).isEmpty();
        assertThat(hub.sent()).containsExactly(ImageNotify.of(100, NEW));
    }

    @Test
    void servesOneImageAtATimeUnderThatReading() {
        var hub = holding(Policies.DEFAULT.with(Policy.PARALLEL, "one-at-a-time"));
        hub.deliver(UseCase.CS05C, Images.ihd(0x21, 100), IHD);
        hub.block(PPMID, NEW, 0);
        hub.done();

        hub.block(IHD, IHD_IMAGE, 0);
        hub.end(PPMID, NEW, ZclStatus.SUCCESS);
        hub.block(IHD, IHD_IMAGE, 0);

        assertThat(hub.sent())
                .filteredOn(ImageBlockResponse.class::isInstance)
                .hasExactlyElementsOfTypes(ImageBlockResponse.WaitForData.class, ImageBlockResponse.Success.class);
    }

    @Test
    void servesTwoImagesAtOnceByDefault() {
        var hub = holding();
        hub.deliver(UseCase.CS05C, Images.ihd(0x21, 100), IHD);
        hub.block(PPMID, NEW, 0);
        hub.done();

        hub.block(IHD, IHD_IMAGE, 0);

        assertThat(hub.sent()).hasExactlyElementsOfTypes(ImageBlockResponse.Success.class);
    }

    @Test
    void knowsNoCommandOfTheClientsSide() {
        var hub = holding();

        hub.ask(PPMID, ImageNotify.toAll(100));

        assertThat(hub.done()).containsExactly(refusal(0x00, ZclStatus.UNSUP_COMMAND));
    }

    private static ImageBlockResponse block(int offset, int size) {
        return new ImageBlockResponse.Success(
                NEW, offset, Images.ppmid(0x20, 100).slice(offset, size));
    }

    private static HubEffect refusal(int commandId, ZclStatus status) {
        return new HubEffect.Default(HubHarness.peer(PPMID), 0x0019, commandId, status);
    }

    private static HubHarness holding() {
        return holding(Policies.DEFAULT);
    }

    private static HubHarness holding(Policies policies) {
        return holding(HubHarness.hub(policies));
    }

    private static HubHarness holding(HubHarness hub) {
        hub.deliver(UseCase.CS05C, Images.ppmid(0x20, 100), PPMID);
        hub.done();
        return hub;
    }
}
