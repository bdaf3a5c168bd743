package io.hanproof.steps.monitor;

import static org.assertj.core.api.Assertions.assertThat;

import io.hanproof.image.HeaderString;
import io.hanproof.image.OtaHeader;
import io.hanproof.lab.Recorder;
import io.hanproof.lab.WanMessage;
import io.hanproof.lab.WanMessage.FirmwareDelivery;
import io.hanproof.lab.WanMessage.ImageResponseCode;
import io.hanproof.lab.WanMessage.ReadAlert;
import io.hanproof.lab.WanMessage.TransferAlert;
import io.hanproof.lab.WanMessage.UseCase;
import io.hanproof.octets.Eui64;
import io.hanproof.octets.OctetWriter;
import io.hanproof.zcl.ZclStatus;
import io.hanproof.zcl.ota.ImageId;
import io.hanproof.zcl.ota.QueryNextImageResponse;
import io.hanproof.zcl.ota.UpgradeEndRequest;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class AlertRulesTest {
    private static final Eui64 OTHER = Eui64.parse("00A1B2C3D4E50002");
    private static final ImageId IMAGE = new ImageId(0xFFFE, 0xAABB, 0x20);
    private static final ImageResponseCode SUCCESS = ImageResponseCode.FILE_TRANSFER_SUCCESS;
    private static final ImageResponseCode FAILURE = ImageResponseCode.FILE_TRANSFER_FAILURE;

    private final Recorder recorder = new Recorder();
    private final RecordedHan han = new RecordedHan(recorder);

    @Test
    void aSuccessAndAFailureOfOneTransferContradictEachOther() {
        transfer();
        tell(SUCCESS);
        tell(FAILURE);

        assertThat(broken("one-outcome-per-transfer"))
                .containsExactly("reports fileTransferFailure of 00000020, and has reported fileTransferSuccess of the"
                        + " same transfer");
    }

    @Test
    void theOrderDoesNotMatter() {
        transfer();
        tell(FAILURE);
        tell(SUCCESS);

        assertThat(broken("one-outcome-per-transfer")).hasSize(1);
    }

    @Test
    void anImageThatFailedMayBeFetchedLater() {
        offer();
        end(ZclStatus.ABORT);
        tell(FAILURE);
        transfer();
        tell(SUCCESS);

        assertThat(broken("one-outcome-per-transfer")).isEmpty();
    }

    @Test
    void aTransferThatWasGivenUpMayEndAllTheSame() {
        offer();
        tell(FAILURE);
        end(ZclStatus.SUCCESS);
        tell(SUCCESS);

        assertThat(broken("one-outcome-per-transfer")).isEmpty();
    }

    @Test
    void aLateSuccessOfAnEarlierTransferIsNoContradiction() {
        transfer();
        offer();
        tell(FAILURE);
        tell(SUCCESS);

        assertThat(broken("one-outcome-per-transfer")).isEmpty();
    }

    @Test
    void anImageThatIsDeliveredAgainMayBeLost() {
        transfer();
        tell(SUCCESS);
        deliver(IMAGE, RecordedHan.PPMID);
        tell(FAILURE);

        assertThat(broken("one-outcome-per-transfer")).isEmpty();
    }

    @Test
    void anEndThatComesAgainIsNoOtherTransfer() {
        transfer();
        tell(SUCCESS);
        end(ZclStatus.SUCCESS);
        tell(SUCCESS);

        assertThat(broken("one-success-per-transfer")).containsExactly("reports the transfer of 00000020 again");
    }

    @Test
    void aDeliveryForAnotherDeviceOrOfAnotherImageExcusesNothing() {
        transfer();
        tell(SUCCESS);
        deliver(IMAGE, OTHER);
        deliver(IMAGE.withFileVersion(0x30), RecordedHan.PPMID);
        tell(SUCCESS);
        tell(FAILURE);

        assertThat(broken("one-success-per-transfer")).hasSize(1);
        assertThat(broken("one-outcome-per-transfer")).hasSize(1);
    }

    @Test
    void aTransferThatWasMadeAgainIsReportedAgain() {
        transfer();
        tell(SUCCESS);
        transfer();
        tell(SUCCESS);

        assertThat(broken("one-success-per-transfer")).isEmpty();
    }

    @Test
    void anAlertMayNotContradictItself() {
        recorder.wan(0, WanMessage.alert(0x8F8A, RecordedHan.PPMID, Optional.of(0x20L), FAILURE));

        assertThat(broken("alerts-agree-with-themselves"))
                .containsExactly("tells of 00A1B2C3D4E50001: 0x8F8A with fileTransferFailure, which is of 0x8F89");
    }

    @Test
    void aReadAlertIsTheDevicesToSend() {
        transfer();
        tell(SUCCESS);
        recorder.wan(0, new ReadAlert(RecordedHan.PPMID, Optional.of(0x20L)));

        assertThat(broken("leaves-activation-to-the-device")).containsExactly("reports what 00A1B2C3D4E50001 runs");
    }

    private void transfer() {
        offer();
        end(ZclStatus.SUCCESS);
    }

    private void offer() {
        han.toDevice(new QueryNextImageResponse.Success(IMAGE, 1000));
    }

    private void end(ZclStatus status) {
        han.toHub(new UpgradeEndRequest(status, IMAGE));
    }

    private void tell(ImageResponseCode code) {
        recorder.wan(0, new TransferAlert(RecordedHan.PPMID, IMAGE.fileVersion(), code));
    }

    private void deliver(ImageId image, Eui64 device) {
        var header = OtaHeader.of(image, HeaderString.of("update")).write(new OctetWriter());
        recorder.wan(0, new FirmwareDelivery(UseCase.CS05C, header.toOctets(), List.of(device)));
    }

    private List<String> broken(String rule) {
        return han.broken(AlertRules.ALL, rule);
    }
}
