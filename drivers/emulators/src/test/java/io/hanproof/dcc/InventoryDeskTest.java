package io.hanproof.dcc;

import static io.hanproof.dcc.DccHarness.IHD;
import static io.hanproof.dcc.DccHarness.IMPORT;
import static io.hanproof.dcc.DccHarness.NETWORK;
import static io.hanproof.dcc.DccHarness.PPMID;
import static io.hanproof.dcc.DccHarness.STRANGER;
import static org.assertj.core.api.Assertions.assertThat;

import io.hanproof.cpl.Cpl;
import io.hanproof.duis.RequestFault;
import io.hanproof.duis.ServiceRequest.DevicePrenotification;
import io.hanproof.duis.ServiceRequest.ReadInventory;
import io.hanproof.duis.ServiceRequest.UpdateInventory;
import io.hanproof.duis.ServiceResponse;
import io.hanproof.octets.Eui64;
import io.hanproof.profile.Policy;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class InventoryDeskTest {
    private static final Eui64 NEW = Eui64.parse("00DB1234567890EE");
    private static final ServiceResponse.Answer DONE = new ServiceResponse.Accepted(List.of());

    @Test
    void tellsWhatItKnowsOfADevice() {
        var dcc = DccHarness.of2019();

        dcc.request(new ReadInventory(dcc.id(NETWORK), PPMID));
        assertThat(dcc.answer(NETWORK))
                .isEqualTo(new ServiceResponse.InventoryEntry(
                        PPMID, "PPMID", "Commissioned", 0xFFFE, 0xAABB, 0x0101, Optional.of(0x10L)));

        dcc.request(new ReadInventory(dcc.id(NETWORK), NEW));
        assertThat(dcc.fault(NETWORK)).isEqualTo(RequestFault.UNKNOWN_DEVICE);
    }

    @Test
    void makesAnIhdUpgradeableThatItsSupplierRecordsAVersionFor() {
        var dcc = DccHarness.of2019();
        dcc.change(dcc.inventory(IHD).withFirmware(Optional.empty()).withGbcs(Optional.empty()));

        dcc.request(new UpdateInventory(dcc.id(STRANGER), IHD, 0x10));
        assertThat(dcc.fault(STRANGER)).isEqualTo(RequestFault.NOT_RESPONSIBLE);
        dcc.request(new UpdateInventory(dcc.id(IMPORT), IHD, 0x77));
        assertThat(dcc.fault(IMPORT)).isEqualTo(RequestFault.NOT_ON_CPL);
        dcc.request(new UpdateInventory(dcc.id(IMPORT), IHD, 0x10));
        assertThat(dcc.answer(IMPORT)).isEqualTo(DONE);

        dcc.request(dcc.displayUpdate(IMPORT, 0x20, IHD));
        assertThat(dcc.rejected(IMPORT)).isEmpty();
    }

    @Test
    void prenotifiesWhatTheCplLists() {
        var dcc = DccHarness.of2019();

        dcc.request(new DevicePrenotification(dcc.id(IMPORT), NEW, "IHD", 0xFFFE, 0xAABB, 0x0101, 0x10));
        assertThat(dcc.answer(IMPORT)).isEqualTo(DONE);
        assertThat(dcc.inventory(NEW).status()).isEqualTo(InventoryDevice.Status.PENDING);

        dcc.request(new DevicePrenotification(dcc.id(IMPORT), new Eui64(1), "IHD", 0xFFFE, 0xAABB, 0x0101, 0x77));
        assertThat(dcc.fault(IMPORT)).isEqualTo(RequestFault.NOT_ON_CPL);
    }

    @Test
    void knowsNoIhdAsAProductUnderTheBaselineOf2020() {
        var dcc = DccHarness.of2020();

        dcc.request(new DevicePrenotification(dcc.id(IMPORT), NEW, "IHD", 0xFFFE, 0xAABB, 0x0101, 0x77));

        assertThat(dcc.answer(IMPORT)).isEqualTo(DONE);
    }

    @Test
    void blocksNewDevicesOfARemovedVersionAndSuspendsIhdsUnderTheOtherReadingOnly() {
        for (var policy : List.of("block", "suspend")) {
            var dcc = DccHarness.of2019(Policy.IHD_REMOVAL, policy);

            dcc.happen(new DccEvent.CplChanged(without(0x10)));

            assertThat(dcc.inventory(IHD).status().text())
                    .isEqualTo(policy.equals("suspend") ? "Suspended" : "Commissioned");
            assertThat(dcc.inventory(PPMID).status().text()).isEqualTo("Suspended");
            dcc.request(new DevicePrenotification(dcc.id(IMPORT), NEW, "IHD", 0xFFFE, 0xAABB, 0x0101, 0x10));
            assertThat(dcc.fault(IMPORT)).isEqualTo(RequestFault.NOT_ON_CPL);
        }
    }

    @Test
    void liftsASuspensionWithTheEntry() {
        var dcc = DccHarness.of2019();

        dcc.happen(new DccEvent.CplChanged(without(0x10))).happen(new DccEvent.CplChanged(DccHarness.cpl()));

        assertThat(dcc.inventory(PPMID).status().text()).isEqualTo("Commissioned");
    }

    private static Cpl without(long version) {
        return DccHarness.cpl().changed(it -> it.firmwareVersion() == version ? it.removed() : it);
    }
}
