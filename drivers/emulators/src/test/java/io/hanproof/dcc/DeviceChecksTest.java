package io.hanproof.dcc;

import static io.hanproof.dcc.DccHarness.GAS;
import static io.hanproof.dcc.DccHarness.HUB;
import static io.hanproof.dcc.DccHarness.IHD;
import static io.hanproof.dcc.DccHarness.IMPORT;
import static io.hanproof.dcc.DccHarness.PPMID;
import static io.hanproof.dcc.DccHarness.STRANGER;
import static io.hanproof.dcc.DccHarness.SWITCH;
import static org.assertj.core.api.Assertions.assertThat;

import io.hanproof.cpl.CplEntry;
import io.hanproof.dcc.InventoryDevice.Status;
import io.hanproof.duis.RejectionReason;
import io.hanproof.duis.ServiceResponse.Rejected;
import io.hanproof.octets.Eui64;
import io.hanproof.profile.Policy;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;

class DeviceChecksTest {
    private static final Eui64 UNKNOWN = Eui64.parse("00DB1234567890FF");

    @Test
    void letsADisplayThroughThatFailsNothing() {
        var dcc = DccHarness.of2019();

        dcc.request(dcc.displayUpdate(IMPORT, 0x20, PPMID));

        assertThat(dcc.rejected(IMPORT)).isEmpty();
        assertThat(dcc.delivered()).singleElement().satisfies(it -> {
            assertThat(it.hub()).isEqualTo(HUB);
            assertThat(it.delivery().targets()).containsExactly(PPMID);
        });
    }

    @Test
    void rejectsEachDeviceForItsReasonWhileTheOthersGoOn() {
        var dcc = DccHarness.of2019();

        dcc.request(dcc.displayUpdate(IMPORT, 0x20, UNKNOWN, SWITCH, PPMID));

        assertThat(dcc.rejected(IMPORT))
                .containsExactly(
                        new Rejected(UNKNOWN, RejectionReason.UNKNOWN_DEVICE),
                        new Rejected(SWITCH, RejectionReason.WRONG_DEVICE_TYPE));
        assertThat(dcc.delivered())
                .singleElement()
                .satisfies(it -> assertThat(it.delivery().targets()).containsExactly(PPMID));
    }

    @Test
    void rejectsADeviceThatIsNotCommissioned() {
        assertThat(reason(it -> it.with(Status.PENDING))).contains(RejectionReason.NOT_COMMISSIONED);
    }

    @Test
    void letsASuspendedDeviceBeUpdated() {
        assertThat(reason(it -> it.with(Status.SUSPENDED))).isEmpty();
    }

    @Test
    void rejectsAModelThatTheImageIsNotListedFor() {
        assertThat(reason(it -> it.withModel(DccHarness.MANUFACTURER, 0x1234)))
                .contains(RejectionReason.MODEL_NOT_LISTED);
        assertThat(reason(it -> it.withModel(0x1234, DccHarness.DISPLAY_MODEL)))
                .contains(RejectionReason.MODEL_NOT_LISTED);
    }

    @Test
    void rejectsHardwareThatTheImageIsNotListedFor() {
        assertThat(reason(it -> it.withHardware(0x0102))).contains(RejectionReason.MODEL_NOT_LISTED);
    }

    @Test
    void rejectsAPpmidOfAnOldGbcsVersionOrOfNone() {
        assertThat(reason(it -> it.withGbcs(Optional.of("3.2")))).contains(RejectionReason.NOT_UPGRADEABLE);
        assertThat(reason(it -> it.withGbcs(Optional.empty()))).contains(RejectionReason.NOT_UPGRADEABLE);
    }

    @Test
    void takesAnIhdWithoutARecordedVersionForNotUpgradeable() {
        var dcc = DccHarness.of2019();
        dcc.change(dcc.inventory(IHD).withFirmware(Optional.empty()));

        dcc.request(dcc.displayUpdate(IMPORT, 0x20, IHD));

        assertThat(dcc.rejected(IMPORT)).containsExactly(new Rejected(IHD, RejectionReason.NOT_UPGRADEABLE));
    }

    @Test
    void rejectsADeviceWithoutAHub() {
        assertThat(reason(it -> it.withHub(Optional.empty()))).contains(RejectionReason.NO_HUB);
    }

    @Test
    void rejectsADeviceBehindAHubThatDoesNotKnowTheOperation() {
        var dcc = DccHarness.of2019();
        dcc.happen(new DccEvent.HubChanged(CommunicationsHub.of(HUB).notUpdatingHanDevices()));

        dcc.request(dcc.displayUpdate(IMPORT, 0x20, PPMID));

        assertThat(dcc.rejected(IMPORT)).containsExactly(new Rejected(PPMID, RejectionReason.HUB_NOT_CAPABLE));
    }

    @Test
    void letsEitherSupplierOfTheHubUpdateADisplay() {
        var dcc = DccHarness.of2019();

        dcc.request(dcc.displayUpdate(GAS, 0x20, PPMID));

        assertThat(dcc.rejected(GAS)).isEmpty();
    }

    @Test
    void rejectsADeviceThatTheSenderIsNotResponsibleFor() {
        var dcc = DccHarness.of2019();

        dcc.request(dcc.displayUpdate(STRANGER, 0x20, PPMID));

        assertThat(dcc.rejected(STRANGER)).containsExactly(new Rejected(PPMID, RejectionReason.NOT_RESPONSIBLE));
        assertThat(dcc.delivered()).isEmpty();
    }

    @Test
    void rejectsWhileAnotherRequestIsInProgressUnderThatReading() {
        var dcc = DccHarness.of2019(Policy.IN_FLIGHT, "reject");
        dcc.request(dcc.displayUpdate(IMPORT, 0x15, PPMID)).told(IMPORT);

        dcc.request(dcc.displayUpdate(IMPORT, 0x20, PPMID));

        assertThat(dcc.rejected(IMPORT))
                .containsExactly(new Rejected(PPMID, RejectionReason.OTHER_REQUEST_IN_PROGRESS));
    }

    @Test
    void rejectsAProductWhoseEntryForTheImageHasBeenRemoved() {
        var dcc = DccHarness.of2019();
        var other = new CplEntry(
                DccHarness.MANUFACTURER,
                DccHarness.DISPLAY_MODEL,
                0x0102,
                0x20,
                Optional.of(DccHarness.displayImage(0x20).sha256()),
                "PPMID",
                CplEntry.Status.REMOVED,
                Optional.empty(),
                Optional.empty());
        dcc.happen(new DccEvent.CplChanged(DccHarness.cpl().plus(other)));
        dcc.change(dcc.inventory(PPMID).withHardware(0x0102));

        dcc.request(dcc.displayUpdate(IMPORT, 0x20, PPMID, IHD));

        assertThat(dcc.rejected(IMPORT)).containsExactly(new Rejected(PPMID, RejectionReason.REMOVED_FROM_CPL));
    }

    @Test
    void takesNoIhdUnderTheBaselineOf2020() {
        var dcc = DccHarness.of2020();

        dcc.request(dcc.displayUpdate(IMPORT, DccHarness.displayImage(0x20), IHD));

        assertThat(dcc.rejected(IMPORT)).containsExactly(new Rejected(IHD, RejectionReason.WRONG_DEVICE_TYPE));
    }

    @Test
    void updatesALoadSwitchByTheMetersRouteForItsImportSupplierOnly() {
        var dcc = DccHarness.of2019();

        dcc.request(dcc.meterUpdate(GAS, DccHarness.switchImage(0x20), SWITCH));
        assertThat(dcc.rejected(GAS)).containsExactly(new Rejected(SWITCH, RejectionReason.NOT_RESPONSIBLE));

        dcc.request(dcc.meterUpdate(IMPORT, DccHarness.switchImage(0x20), SWITCH));
        assertThat(dcc.rejected(IMPORT)).isEmpty();
    }

    private static Optional<RejectionReason> reason(UnaryOperator<InventoryDevice> change) {
        var dcc = DccHarness.of2019();
        dcc.change(change.apply(dcc.inventory(PPMID)));
        dcc.request(dcc.displayUpdate(IMPORT, 0x20, PPMID));
        return dcc.rejected(IMPORT).stream().map(Rejected::reason).findFirst();
    }
}
