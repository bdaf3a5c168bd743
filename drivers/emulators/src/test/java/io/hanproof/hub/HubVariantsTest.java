package io.hanproof.hub;

import static io.hanproof.hub.HubHarness.NEW;
import static io.hanproof.hub.HubHarness.PPMID;
import static io.hanproof.hub.HubHarness.RUNNING;
import static io.hanproof.hub.HubHarness.hub;
import static org.assertj.core.api.Assertions.assertThat;

import io.hanproof.lab.DutyCycle;
import io.hanproof.lab.WanMessage.ImageResponseCode;
import io.hanproof.lab.WanMessage.ReadAlert;
import io.hanproof.lab.WanMessage.TransferAlert;
import io.hanproof.lab.WanMessage.UseCase;
import io.hanproof.profile.Policy;
import io.hanproof.zcl.ota.HardwareVersion;
import io.hanproof.zcl.ota.ImageBlockResponse;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Readings that were rejected, and what holds while the duty cycle forbids transfers. */
final class HubVariantsTest {
    private static final HardwareVersion HARDWARE = new HardwareVersion(1, 1);

    @Test
    void removesWhatNobodyHasBegunToFetchAfterTwoDays() {
        var hub = hub(Policy.IMAGE_EXPIRY, "removed-after-two-days");
        hub.deliver(UseCase.CS05C, Images.ppmid(0x20, 100), PPMID);

        hub.pass(Duration.ofDays(2).minusSeconds(1));
        var before = hub.held();
        hub.pass(Duration.ofSeconds(1));

        assertThat(before).containsExactly(0x20L);
        assertThat(hub.held()).isEmpty();
        assertThat(hub.alerts())
                .containsExactly(new TransferAlert(PPMID, 0x20, ImageResponseCode.FILE_TRANSFER_FAILURE));
    }

    @Test
    void keepsWhatADeviceHasBegunToFetch() {
        var hub = hub(Policy.IMAGE_EXPIRY, "removed-after-two-days");
        hub.deliver(UseCase.CS05C, Images.ppmid(0x20, 100), PPMID);
        hub.block(PPMID, NEW, 0);

        hub.pass(Duration.ofDays(3));

        assertThat(hub.held()).containsExactly(0x20L);
    }

    @Test
    void reportsTheVersionOfAQueryOnceUntilItChanges() {
        var hub = hub(Policy.REPORTING, "query-next-image");

        hub.query(PPMID, RUNNING, HARDWARE);
        hub.query(PPMID, RUNNING, HARDWARE);
        hub.query(PPMID, NEW, HARDWARE);

        assertThat(hub.alerts())
                .containsExactly(new ReadAlert(PPMID, Optional.of(0x10L)), new ReadAlert(PPMID, Optional.of(0x20L)));
    }

    @Test
    void reportsNoQueryUnderTheDefaultReading() {
        var hub = hub();

        hub.query(PPMID, RUNNING, HARDWARE);

        assertThat(hub.alerts()).isEmpty();
    }

    @Test
    void answersEveryBlockRequestWithWaitWhileTransfersAreSuspended() {
        var hub = hub();
        hub.turn(DutyCycle.CRITICAL);
        hub.done();

        hub.block(PPMID, NEW, 0);

        assertThat(hub.sent()).singleElement().isInstanceOf(ImageBlockResponse.WaitForData.class);
    }
}
