package io.hanproof.dcc;

import static io.hanproof.dcc.DccHarness.HUB;
import static io.hanproof.dcc.DccHarness.IMPORT;
import static io.hanproof.dcc.DccHarness.PPMID;
import static io.hanproof.dcc.DccHarness.SWITCH;
import static org.assertj.core.api.Assertions.assertThat;

import io.hanproof.gbcs.ActivateFirmware;
import io.hanproof.gbcs.AlertCode;
import io.hanproof.gbcs.Certificates;
import io.hanproof.gbcs.Counters;
import io.hanproof.gbcs.Cra;
import io.hanproof.gbcs.FirmwareVersion;
import io.hanproof.gbcs.GbcsCheck;
import io.hanproof.gbcs.GbcsMessage;
import io.hanproof.gbcs.GroupingHeader;
import io.hanproof.gbcs.HubFirmwareAlert;
import io.hanproof.gbcs.HubFirmwareAlert.ResponseCode;
import io.hanproof.gbcs.Identity;
import io.hanproof.gbcs.OtherInformation;
import io.hanproof.gbcs.ReadFirmwareVersion;
import io.hanproof.gbcs.ReadResponseCode;
import io.hanproof.gbcs.Role;
import io.hanproof.gbcs.Sealing;
import io.hanproof.gbcs.SmkiCertificate;
import io.hanproof.gbcs.TestPki;
import io.hanproof.gbcs.UseCase;
import io.hanproof.octets.Decoded;
import io.hanproof.octets.Octets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class KeyRingTest {
    private static final TestPki PKI = new TestPki(1);
    private static final Identity BROKER = PKI.mint(FakeSeals.BROKER, Role.ACB);
    private static final Identity SUPPLIER = PKI.mint(IMPORT, Role.SUPPLIER);
    private static final Identity THE_HUB = PKI.mint(HUB, Role.HUB);
    private static final Identity THE_SWITCH = PKI.mint(SWITCH, Role.DEVICE);
    private static final KeyRing RING = new KeyRing(BROKER, certificates(BROKER, SUPPLIER, THE_HUB, THE_SWITCH));
    private static final Octets HASH = DccHarness.switchImage(0x20).sha256();

    @Test
    void knowsAHubsAlertFromOneOfAnotherKey() {
        var alert = new HubFirmwareAlert(
                AlertCode.FIRMWARE_TRANSFERRED, DccHarness.START, PPMID, 0x20, ResponseCode.FILE_TRANSFER_SUCCESS);
        var header = new GroupingHeader(Cra.ALERT, 1, HUB, FakeSeals.BROKER, OtherInformation.of(UseCase.CCS08));
        var right = Sealing.sign(header, alert, THE_HUB);
        var wrong = Sealing.sign(header, alert, PKI.mint(HUB, Role.HUB, 2));

        assertThat(RING.finding(right, right.write())).isEmpty();
        assertThat(RING.finding(wrong, wrong.write()))
                .hasValueSatisfying(it -> assertThat(it).startsWith("WRONG_SIGNATURE"));
    }

    @Test
    void putsTheMacOnThatADeviceExpectsAndTakesItsAnswer() {
        var header = new GroupingHeader(Cra.COMMAND, 7, FakeSeals.BROKER, SWITCH, OtherInformation.of(UseCase.CS08));

        var command = RING.command(header, new ReadFirmwareVersion());

        assertThat(GbcsCheck.check(command, Certificates.of(BROKER), THE_SWITCH, Counters.NONE))
                .isEmpty();
        var answer = Sealing.answer(
                header.response(),
                new FirmwareVersion(0x20, ReadResponseCode.READ_SUCCESS),
                THE_SWITCH,
                Certificates.of(BROKER));
        assertThat(RING.finding(read(answer), answer)).isEmpty();
        var spoilt = answer.with(answer.length() - 1, answer.u8(answer.length() - 1) ^ 1);
        assertThat(RING.finding(read(spoilt), spoilt))
                .hasValueSatisfying(it -> assertThat(it).startsWith("WRONG_MAC"));
    }

    @Test
    void addsItsMacToWhatTheSupplierSigned() {
        var header = new GroupingHeader(Cra.COMMAND, 9, IMPORT, SWITCH, OtherInformation.of(UseCase.CS06));
        var signed = Sealing.sign(header, new ActivateFirmware(HASH, 9, Optional.empty()), SUPPLIER);
        var forged = Sealing.sign(header, new ActivateFirmware(HASH, 9, Optional.empty()), THE_SWITCH);

        assertThat(RING.findingOfSigned(signed, signed.write())).isEmpty();
        assertThat(RING.findingOfSigned(forged, forged.write()))
                .hasValueSatisfying(it -> assertThat(it).startsWith("WRONG_SIGNATURE"));
        var both = Certificates.of(BROKER, SUPPLIER);
        assertThat(GbcsCheck.check(RING.withMac(signed), both, THE_SWITCH, Counters.NONE))
                .isEmpty();
    }

    private static List<SmkiCertificate> certificates(Identity... identities) {
        var all = new ArrayList<SmkiCertificate>();
        for (var each : identities) {
            all.addAll(each.certificates());
        }
        return all;
    }

    private static GbcsMessage read(Octets octets) {
        return ((Decoded.Value<GbcsMessage>) GbcsMessage.read(octets)).value();
    }
}
