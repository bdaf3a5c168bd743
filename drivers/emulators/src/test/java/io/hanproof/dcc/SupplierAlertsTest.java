package io.hanproof.dcc;

import static io.hanproof.dcc.DccHarness.ESME;
import static io.hanproof.dcc.DccHarness.GAS;
import static io.hanproof.dcc.DccHarness.GSME;
import static io.hanproof.dcc.DccHarness.HUB;
import static io.hanproof.dcc.DccHarness.IHD;
import static io.hanproof.dcc.DccHarness.IMPORT;
import static io.hanproof.dcc.DccHarness.PPMID;
import static io.hanproof.dcc.DccHarness.STRANGER;
import static io.hanproof.dcc.DccHarness.SWITCH;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import io.hanproof.duis.DccAlert;
import io.hanproof.duis.DeviceAlert;
import io.hanproof.duis.Incident;
import io.hanproof.gbcs.ActivateFirmwareAlert;
import io.hanproof.gbcs.ActivateFirmwareResult;
import io.hanproof.gbcs.ActivateImageResponseCode;
import io.hanproof.gbcs.AlertCode;
import io.hanproof.gbcs.Content;
import io.hanproof.gbcs.FirmwareActivationAlert;
import io.hanproof.gbcs.FirmwareReceiptAlert;
import io.hanproof.gbcs.HubFirmwareAlert;
import io.hanproof.gbcs.HubFirmwareAlert.ResponseCode;
import io.hanproof.image.ActivationDateTime;
import io.hanproof.octets.Eui64;
import io.hanproof.profile.Policy;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class SupplierAlertsTest {
    private static final List<MeterPoint> AFTER_CHANGE = List.of(
            new MeterPoint(HUB, ESME, DeviceType.ESME, STRANGER), new MeterPoint(HUB, GSME, DeviceType.GSME, GAS));

    @Test
    void tellsEachResponsibleSupplierOfTheRequest() {
        var dcc = DccHarness.of2019();
        var activation = DccHarness.START.plus(Duration.ofDays(2));
        var image = DccHarness.displayImage(0x20).withActivation(ActivationDateTime.at(activation));

        dcc.request(dcc.displayUpdate(IMPORT, image, PPMID, IHD));

        var alert = new DccAlert.UpdateRequested(image.sha256(), List.of(PPMID, IHD), Optional.of(activation));
        assertThat(dcc.alerts(IMPORT)).containsExactly(alert);
        assertThat(dcc.alerts(GAS)).containsExactly(alert);
        assertThat(dcc.alerts(STRANGER)).isEmpty();
    }

    @Test
    void leavesTheSenderOutUnderThatReading() {
        var dcc = DccHarness.of2019(Policy.FIRST_ALERT_TO, "others");

        dcc.request(dcc.displayUpdate(IMPORT, 0x20, PPMID));

        assertThat(dcc.alerts(IMPORT)).isEmpty();
        assertThat(dcc.alerts(GAS)).hasSize(1);
    }

    @Test
    void tellsTypeVersionAndDevicesUnderTheBaselineOf2020() {
        var dcc = DccHarness.of2020();

        dcc.request(dcc.displayUpdate(IMPORT, DccHarness.displayImage(0x20), PPMID));

        assertThat(dcc.alerts(GAS))
                .containsExactly(new DccAlert.FirmwareUpgradeRequested("PPMID", 0x20, List.of(PPMID)));
    }

    @Test
    void tellsOfALoadSwitchItsImportSupplierOrBoth() {
        for (var policy : List.of("import-only", "import-and-gas")) {
            var dcc = DccHarness.of2019(Policy.HCALCS_SUPPLIERS, policy);

            dcc.request(dcc.meterUpdate(IMPORT, DccHarness.switchImage(0x20), SWITCH));
            dcc.hubSays(SWITCH, 0x20, ResponseCode.FILE_TRANSFER_SUCCESS);

            assertThat(dcc.alerts(IMPORT)).hasSize(2);
            assertThat(dcc.alerts(GAS)).hasSize(policy.equals("import-only") ? 0 : 2);
        }
    }

    @Test
    void passesEveryOutcomeOfATransferOn() {
        var dcc = DccHarness.of2020();
        dcc.request(dcc.displayUpdate(IMPORT, DccHarness.displayImage(0x20), PPMID));
        dcc.effects.clear();

        dcc.hubSays(PPMID, 0x20, ResponseCode.FIRMWARE_IMAGE_DISCARDED);
        dcc.hubSays(PPMID, 0x20, ResponseCode.HARDWARE_VERSION_MISMATCH);
        dcc.hubSays(PPMID, 0x20, ResponseCode.FILE_TRANSFER_FAILURE);
        dcc.hubSays(PPMID, 0x20, ResponseCode.FILE_TRANSFER_SUCCESS);

        assertThat(dcc.alerts(GAS))
                .containsExactly(
                        new DccAlert.FirmwareTransfer(HUB, PPMID, 0x20, "imageDiscarded"),
                        new DccAlert.FirmwareTransfer(HUB, PPMID, 0x20, "hardwareVersionMismatch"),
                        new DccAlert.FirmwareTransfer(HUB, PPMID, 0x20, "fileTransferFailure"),
                        new DccAlert.FirmwareTransfer(HUB, PPMID, 0x20, "fileTransferSuccess"));
        assertThat(dcc.inventory(PPMID).firmwareVersion()).contains(0x10L);
    }

    @Test
    void tellsTheSuppliersThatWereRecordedWhoeverItIsByThen() {
        var dcc = DccHarness.of2019();
        dcc.request(dcc.displayUpdate(IMPORT, 0x20, PPMID));
        dcc.effects.clear();

        dcc.happen(new DccEvent.SuppliersChanged(HUB, AFTER_CHANGE));
        dcc.hubSays(PPMID, 0x20, ResponseCode.FILE_TRANSFER_SUCCESS);
        dcc.hubSays(PPMID, 0x20, ResponseCode.FIRMWARE_READ_SUCCESS);

        assertThat(dcc.alerts(IMPORT))
                .containsExactly(
                        new DccAlert.FirmwareTransfer(HUB, PPMID, 0x20, "fileTransferSuccess"),
                        new DccAlert.FirmwareRead(PPMID, Optional.of(0x20L)));
        assertThat(dcc.alerts(STRANGER)).isEmpty();
    }

    @Test
    void tellsAGainingSupplierOfTheUpdateThatItSentItself() {
        var dcc = DccHarness.of2019();
        dcc.request(dcc.displayUpdate(IMPORT, 0x15, PPMID));
        dcc.hubSays(PPMID, 0x15, ResponseCode.FILE_TRANSFER_SUCCESS);
        dcc.happen(new DccEvent.SuppliersChanged(HUB, AFTER_CHANGE));
        dcc.effects.clear();

        dcc.request(dcc.displayUpdate(STRANGER, 0x20, PPMID));
        dcc.hubSays(PPMID, 0x20, ResponseCode.FILE_TRANSFER_SUCCESS);
        dcc.hubSays(PPMID, 0x20, ResponseCode.FIRMWARE_READ_SUCCESS);

        assertThat(dcc.alerts(STRANGER)).hasSize(3);
        assertThat(dcc.alerts(IMPORT)).isEmpty();
        assertThat(dcc.inventory(PPMID).firmwareVersion()).contains(0x20L);
    }

    @Test
    void changesTheInventoryByTheThirdAlertOnly() {
        var dcc = DccHarness.of2019();
        dcc.request(dcc.displayUpdate(IMPORT, 0x15, PPMID));

        dcc.hubSays(PPMID, 0x15, ResponseCode.FILE_TRANSFER_SUCCESS);
        dcc.hubSays(PPMID, 0x10, ResponseCode.FIRMWARE_READ_SUCCESS);
        assertThat(dcc.inventory(PPMID).firmwareVersion()).contains(0x10L);

        dcc.hubSays(PPMID, 0, ResponseCode.FIRMWARE_READ_FAILURE);
        assertThat(dcc.inventory(PPMID).firmwareVersion()).contains(0x10L);

        dcc.hubSays(PPMID, 0x20, ResponseCode.FIRMWARE_READ_SUCCESS);
        assertThat(dcc.inventory(PPMID).firmwareVersion()).contains(0x20L);
    }

    @Test
    void takesThePpmidsOwnWordUnderTheBaselineOf2020() {
        var dcc = DccHarness.of2020();
        dcc.request(dcc.displayUpdate(IMPORT, DccHarness.displayImage(0x20), PPMID));
        dcc.effects.clear();

        dcc.alert(
                PPMID,
                FakeSeals.BROKER,
                new FirmwareActivationAlert(dcc.now, 0x20, FirmwareActivationAlert.ActivateImage.ACTIVATION_SUCCESS));

        assertThat(dcc.alerts(GAS)).containsExactly(new DccAlert.PpmidFirmwareUpgrade(PPMID, 0x20, true));
        assertThat(dcc.inventory(PPMID).firmwareVersion()).contains(0x20L);
    }

    @Test
    void passesADevicesOwnAlertToTheSupplierThatItIsFor() {
        var dcc = DccHarness.of2019();
        var receipt = new FirmwareReceiptAlert(
                AlertCode.FIRMWARE_VERIFIED,
                FirmwareReceiptAlert.DlmsForm.of(7, dcc.now),
                DccHarness.switchImage(0x20).sha256());
        var activated = new ActivateFirmwareAlert(
                AlertCode.FUTURE_DATED_ACTIVATION_ACTIONED,
                dcc.now,
                7,
                new ActivateFirmwareResult(ActivateImageResponseCode.SUCCESS, 0x20));
        var first = FakeSeals.signed(dcc.alertHeader(SWITCH, IMPORT, receipt), receipt);
        var second = FakeSeals.signed(dcc.alertHeader(SWITCH, IMPORT, activated), activated);

        dcc.heard(first).heard(second);

        assertThat(dcc.told(IMPORT)).containsExactly(new DeviceAlert(SWITCH, first), new DeviceAlert(SWITCH, second));
        assertThat(dcc.told(GAS)).isEmpty();
        assertThat(dcc.inventory(SWITCH).firmwareVersion()).contains(0x20L);
    }

    @Test
    void dropsAnAlertThatSomebodyElseSignedOrThatComesAgain() {
        var dcc = DccHarness.of2019();
        var content = new HubFirmwareAlert(
                AlertCode.FIRMWARE_TRANSFERRED, dcc.now, PPMID, 0x20, ResponseCode.FILE_TRANSFER_SUCCESS);
        var header = dcc.alertHeader(HUB, FakeSeals.BROKER, content);

        dcc.heard(FakeSeals.signed(header, content, PPMID));
        assertThat(dcc.told(IMPORT)).isEmpty();
        assertThat(dcc.notes()).containsExactly("wrong signature");

        dcc.heard(FakeSeals.signed(header, content)).heard(FakeSeals.signed(header, content));
        assertThat(dcc.told(IMPORT)).hasSize(1);
        assertThat(dcc.notes()).containsExactly("counter went back");
    }

    @Test
    void dropsWhatIsNoMessageAndWhatComesFromNobodyBehindTheHub() {
        var dcc = DccHarness.of2019();
        var stranger = Eui64.parse("00DB1234567890FF");
        var content = new HubFirmwareAlert(
                AlertCode.FIRMWARE_TRANSFERRED, dcc.now, PPMID, 0x20, ResponseCode.FILE_TRANSFER_SUCCESS);
        var octets = FakeSeals.signed(dcc.alertHeader(stranger, FakeSeals.BROKER, content), content);

        dcc.heard(octets).heard(octets.slice(0, octets.length() - 70));

        assertThat(dcc.told(IMPORT)).isEmpty();
        assertThat(dcc.notes()).hasSize(2).contains("unknown originator").anyMatch(it -> it.startsWith("malformed"));
    }

    /** Every one of these is signed by whom it is from. */
    @ParameterizedTest
    @MethodSource("pretended")
    void takesNoAlertThatIsAnothersToSend(Eui64 from, Content content) {
        var dcc = DccHarness.of2020();
        dcc.request(dcc.displayUpdate(IMPORT, DccHarness.displayImage(0x20), PPMID));
        dcc.effects.clear();

        dcc.alert(from, FakeSeals.BROKER, content);

        assertThat(dcc.notes()).containsExactly("alert that is another's to send");
        assertThat(dcc.told(IMPORT)).isEmpty();
        assertThat(dcc.inventory(PPMID).firmwareVersion()).contains(0x10L);
        assertThat(dcc.inventory(SWITCH).firmwareVersion()).contains(0x10L);
    }

    private static Stream<Arguments> pretended() {
        var now = DccHarness.START;
        var transferred = new HubFirmwareAlert(
                AlertCode.FIRMWARE_TRANSFERRED, now, PPMID, 0x20, ResponseCode.FILE_TRANSFER_SUCCESS);
        var activated =
                new FirmwareActivationAlert(now, 0x20, FirmwareActivationAlert.ActivateImage.ACTIVATION_SUCCESS);
        var actioned = new ActivateFirmwareAlert(
                AlertCode.FUTURE_DATED_ACTIVATION_ACTIONED,
                now,
                7,
                new ActivateFirmwareResult(ActivateImageResponseCode.SUCCESS, 0x20));
        var receipt = new FirmwareReceiptAlert(
                AlertCode.FIRMWARE_VERIFIED,
                new FirmwareReceiptAlert.GbzForm(now),
                DccHarness.displayImage(0x20).sha256());
        return Stream.of(
                arguments(PPMID, transferred),
                arguments(HUB, activated),
                arguments(SWITCH, activated),
                arguments(PPMID, actioned),
                arguments(PPMID, receipt));
    }

    @Test
    void tellsAnAffectedSupplierWhoSentAnImageAndNobodyElse() {
        var dcc = DccHarness.of2019();
        var request = dcc.displayUpdate(IMPORT, 0x20, PPMID);
        dcc.request(request);
        dcc.effects.clear();

        dcc.happen(new DccEvent.IncidentRaised(GAS, PPMID)).happen(new DccEvent.IncidentRaised(STRANGER, PPMID));

        assertThat(dcc.told(GAS))
                .containsExactly(new Incident.Answered(
                        PPMID,
                        List.of(new Incident.Sent(
                                DccHarness.START,
                                IMPORT,
                                request.id(),
                                DccHarness.displayImage(0x20).sha256(),
                                0x20))));
        assertThat(dcc.told(STRANGER)).containsExactly(new Incident.Answered(PPMID, List.of()));
    }
}
