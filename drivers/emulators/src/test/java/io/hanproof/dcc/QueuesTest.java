package io.hanproof.dcc;

import static io.hanproof.dcc.DccHarness.ESME;
import static io.hanproof.dcc.DccHarness.GAS;
import static io.hanproof.dcc.DccHarness.HUB;
import static io.hanproof.dcc.DccHarness.IHD;
import static io.hanproof.dcc.DccHarness.IMPORT;
import static io.hanproof.dcc.DccHarness.PPMID;
import static org.assertj.core.api.Assertions.assertThat;

import io.hanproof.duis.DccAlert;
import io.hanproof.gbcs.AlertCode;
import io.hanproof.gbcs.FirmwareReceiptAlert;
import io.hanproof.gbcs.HubFirmwareAlert.ResponseCode;
import io.hanproof.lab.WanMessage.UseCase;
import io.hanproof.profile.Policy;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class QueuesTest {

    @Test
    void holdsASecondRequestUntilTheFirstImageHasArrived() {
        var dcc = DccHarness.of2019();

        dcc.request(dcc.displayUpdate(IMPORT, 0x15, PPMID));
        dcc.request(dcc.displayUpdate(GAS, 0x20, IHD));
        assertThat(dcc.delivered()).hasSize(1);

        dcc.hubSays(PPMID, 0x15, ResponseCode.FILE_TRANSFER_SUCCESS);
        assertThat(dcc.delivered())
                .singleElement()
                .satisfies(it -> assertThat(it.delivery().targets()).containsExactly(IHD));
    }

    @Test
    void waitsForEachDeviceOfADelivery() {
        var dcc = DccHarness.of2019();
        dcc.request(dcc.displayUpdate(IMPORT, 0x15, PPMID, IHD));
        dcc.request(dcc.displayUpdate(IMPORT, 0x20, PPMID));
        dcc.delivered();

        dcc.hubSays(PPMID, 0x15, ResponseCode.FILE_TRANSFER_SUCCESS);
        assertThat(dcc.delivered()).isEmpty();

        dcc.hubSays(IHD, 0x15, ResponseCode.FILE_TRANSFER_FAILURE);
        assertThat(dcc.delivered()).hasSize(1);
    }

    @Test
    void putsAMetersImageBeforeADisplays() {
        var dcc = DccHarness.of2019();
        dcc.request(dcc.displayUpdate(IMPORT, 0x15, PPMID));
        dcc.request(dcc.displayUpdate(IMPORT, 0x20, PPMID));
        dcc.request(dcc.meterUpdate(IMPORT, DccHarness.meterImage(0x20), ESME));
        dcc.delivered();

        dcc.hubSays(PPMID, 0x15, ResponseCode.FILE_TRANSFER_SUCCESS);
        assertThat(dcc.delivered())
                .singleElement()
                .satisfies(it -> assertThat(it.delivery().useCase()).isEqualTo(UseCase.CS05B));

        var receipt = new FirmwareReceiptAlert(
                AlertCode.FIRMWARE_VERIFIED,
                FirmwareReceiptAlert.DlmsForm.of(7, dcc.now),
                DccHarness.meterImage(0x20).sha256());
        dcc.alert(ESME, IMPORT, receipt);
        assertThat(dcc.delivered())
                .singleElement()
                .satisfies(it -> assertThat(it.delivery().useCase()).isEqualTo(UseCase.CS05C));
    }

    @Test
    void letsTheNextOneGoWhenTheFirstHasHadItsTime() {
        var dcc = DccHarness.of2019();
        dcc.request(dcc.displayUpdate(IMPORT, 0x15, PPMID));
        dcc.request(dcc.displayUpdate(IMPORT, 0x20, PPMID));
        dcc.delivered();

        dcc.pass(Duration.ofHours(24).minusSeconds(1));
        assertThat(dcc.delivered()).isEmpty();

        dcc.pass(Duration.ofSeconds(1));
        assertThat(dcc.delivered()).hasSize(1);
    }

    @Test
    void forwardsAtOnceUnderThatReading() {
        var dcc = DccHarness.of2019(Policy.IN_FLIGHT, "forward");

        dcc.request(dcc.displayUpdate(IMPORT, 0x15, PPMID));
        dcc.request(dcc.displayUpdate(GAS, 0x20, PPMID));

        assertThat(dcc.delivered()).hasSize(2);
    }

    @Test
    void tellsOfDevicesThatTheCspDoesNotTake() {
        var dcc = DccHarness.of2019();
        dcc.happen(new DccEvent.HubChanged(CommunicationsHub.of(HUB).unknownToCsp()));

        dcc.request(dcc.displayUpdate(IMPORT, 0x20, PPMID, IHD));

        assertThat(dcc.rejected(IMPORT)).isEmpty();
        assertThat(dcc.alerts(GAS)).contains(new DccAlert.DevicesRejected(List.of(PPMID, IHD), 0x20));
        assertThat(dcc.delivered()).isEmpty();
    }

    @Test
    void tellsOfAFailedDeliveryOnceAndTriesNoMore() {
        var dcc = DccHarness.of2019();
        dcc.happen(new DccEvent.HubChanged(CommunicationsHub.of(HUB).reachable(false)));
        dcc.request(dcc.displayUpdate(IMPORT, 0x20, PPMID));
        assertThat(dcc.alerts(GAS)).contains(new DccAlert.FirmwareDistributionFailure(HUB, List.of(PPMID), 0x20));

        dcc.happen(new DccEvent.HubChanged(CommunicationsHub.of(HUB))).pass(Duration.ofDays(40));
        assertThat(dcc.delivered()).isEmpty();
        assertThat(dcc.alerts(GAS)).isEmpty();

        dcc.request(dcc.displayUpdate(IMPORT, 0x20, PPMID));
        assertThat(dcc.delivered()).hasSize(1);
    }
}
