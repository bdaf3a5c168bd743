package io.hanproof.dcc;

import static io.hanproof.dcc.DccHarness.ESME;
import static io.hanproof.dcc.DccHarness.GAS;
import static io.hanproof.dcc.DccHarness.GSME;
import static io.hanproof.dcc.DccHarness.HUB;
import static io.hanproof.dcc.DccHarness.IHD;
import static io.hanproof.dcc.DccHarness.IMPORT;
import static io.hanproof.dcc.DccHarness.NETWORK;
import static io.hanproof.dcc.DccHarness.PPMID;
import static io.hanproof.dcc.DccHarness.SWITCH;
import static org.assertj.core.api.Assertions.assertThat;

import io.hanproof.duis.RequestFault;
import io.hanproof.duis.RequestId;
import io.hanproof.duis.ServiceRequest.ActivateFirmware;
import io.hanproof.duis.ServiceRequest.ReadDeviceModel;
import io.hanproof.duis.ServiceRequest.ReadFirmwareVersion;
import io.hanproof.duis.ServiceRequest.SignedPreCommand;
import io.hanproof.duis.ServiceResponse;
import io.hanproof.gbcs.ActivateFirmwareAccepted;
import io.hanproof.gbcs.ActivateFirmwareResult;
import io.hanproof.gbcs.ActivateImageResponseCode;
import io.hanproof.gbcs.Cra;
import io.hanproof.gbcs.DeviceModel;
import io.hanproof.gbcs.FirmwareVersion;
import io.hanproof.gbcs.GbcsMessage;
import io.hanproof.gbcs.GroupingHeader;
import io.hanproof.gbcs.OtherInformation;
import io.hanproof.gbcs.PreCommand;
import io.hanproof.gbcs.ReadResponseCode;
import io.hanproof.gbcs.UseCase;
import io.hanproof.octets.Decoded;
import io.hanproof.octets.Eui64;
import io.hanproof.octets.Octets;
import io.hanproof.profile.Policy;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class CommandsTest {
    private static final Octets HASH = DccHarness.switchImage(0x20).sha256();

    @Test
    void readsALoadSwitchAndCorrectsTheInventory() {
        var dcc = DccHarness.of2019();
        dcc.request(new ReadFirmwareVersion(dcc.id(IMPORT), SWITCH));
        var command = message(dcc.sent().getFirst());
        assertThat(command.header().originator()).isEqualTo(FakeSeals.BROKER);
        assertThat(command.header().recipient()).isEqualTo(SWITCH);

        dcc.heard(
                FakeSeals.maced(command.header().response(), new FirmwareVersion(0x20, ReadResponseCode.READ_SUCCESS)));

        assertThat(dcc.answer(IMPORT)).isEqualTo(new ServiceResponse.DeviceFirmware(SWITCH, Optional.of(0x20L)));
        assertThat(dcc.inventory(SWITCH).firmwareVersion()).contains(0x20L);
    }

    @Test
    void keepsTheInventoryWhenADeviceCannotRead() {
        var dcc = DccHarness.of2019();
        dcc.request(new ReadFirmwareVersion(dcc.id(IMPORT), SWITCH));
        var command = message(dcc.sent().getFirst());

        dcc.heard(FakeSeals.maced(command.header().response(), new FirmwareVersion(0, ReadResponseCode.READ_FAILURE)));

        assertThat(dcc.answer(IMPORT)).isEqualTo(new ServiceResponse.DeviceFirmware(SWITCH, Optional.empty()));
        assertThat(dcc.inventory(SWITCH).firmwareVersion()).contains(0x10L);
    }

    /** As the published ECS52 and GCS38 commands do. */
    @Test
    void asksAMeterInItsOwnLanguageAndInItsSuppliersName() {
        var dcc = DccHarness.of2019();
        var electricity = dcc.id(IMPORT);
        var gas = dcc.id(GAS);

        dcc.request(new ReadFirmwareVersion(electricity, ESME)).request(new ReadFirmwareVersion(gas, GSME));

        assertThat(dcc.sent())
                .map(CommandsTest::message)
                .map(GbcsMessage::header)
                .containsExactly(
                        command(electricity, IMPORT, ESME, OtherInformation.of(UseCase.ECS52)),
                        command(gas, GAS, GSME, OtherInformation.of(UseCase.GCS38)));
    }

    private static GroupingHeader command(RequestId id, Eui64 originator, Eui64 recipient, OtherInformation other) {
        return new GroupingHeader(Cra.COMMAND, id.counter(), originator, recipient, other);
    }

    @Test
    void asksAMeterForSomebodyElseInItsOwnName() {
        var dcc = DccHarness.of2019();
        var id = dcc.id(NETWORK);

        dcc.request(new ReadFirmwareVersion(id, ESME));

        var header = message(dcc.sent().getFirst()).header();
        assertThat(header.originator()).isEqualTo(FakeSeals.BROKER);
        assertThat(header.other()).isEqualTo(OtherInformation.of(UseCase.ECS52, NETWORK, id.counter()));
    }

    /** As the published CS08 command does. */
    @Test
    void saysForWhomItAsksInItsOwnName() {
        var dcc = DccHarness.of2019();
        var version = dcc.id(IMPORT);
        var model = dcc.id(GAS);

        dcc.request(new ReadFirmwareVersion(version, SWITCH)).request(new ReadDeviceModel(model, PPMID));

        assertThat(dcc.sent())
                .map(it -> message(it).header().other())
                .containsExactly(
                        OtherInformation.of(UseCase.CS08, IMPORT, version.counter()),
                        OtherInformation.of(UseCase.CS08, GAS, model.counter()));
    }

    @Test
    void takesNoAnswerToAnotherQuestionNorAboutAnotherDevice() {
        var dcc = DccHarness.of2019();
        dcc.request(new ReadDeviceModel(dcc.id(IMPORT), PPMID));
        var header = message(dcc.sent().getFirst()).header().response();

        dcc.heard(FakeSeals.maced(header, new FirmwareVersion(0x20, ReadResponseCode.READ_SUCCESS)))
                .heard(FakeSeals.maced(
                        header, new DeviceModel(IHD, 0xFFFE, 0xAABB, 0x0101, 0x20, ReadResponseCode.READ_SUCCESS)));

        assertThat(dcc.told(IMPORT)).isEmpty();
        assertThat(dcc.notes()).containsExactly("response to no command", "response to no command");
        assertThat(dcc.inventory(IHD).firmwareVersion()).contains(0x10L);
    }

    @Test
    void tellsTwoSuppliersWithTheSameCounterApart() {
        var dcc = DccHarness.of2019(Policy.HCALCS_SUPPLIERS, "import-and-gas");
        var first = new RequestId(IMPORT, SWITCH, 7);
        var second = new RequestId(GAS, SWITCH, 7);
        dcc.request(new ActivateFirmware(first, SWITCH, HASH, Optional.empty()));
        var ofFirst = preCommand(dcc.answer(IMPORT));
        dcc.request(new ActivateFirmware(second, SWITCH, HASH, Optional.empty()));
        var ofSecond = preCommand(dcc.answer(GAS));
        dcc.request(new SignedPreCommand(first, FakeSeals.signed(ofFirst.header(), ofFirst.content())));
        dcc.request(new SignedPreCommand(second, FakeSeals.signed(ofSecond.header(), ofSecond.content())));

        dcc.heard(FakeSeals.signed(ofSecond.header().response(), new ActivateFirmwareAccepted()));

        assertThat(dcc.told(IMPORT)).isEmpty();
        assertThat(dcc.answer(GAS)).isEqualTo(new ServiceResponse.Accepted(List.of()));
    }

    @Test
    void saysSoWhenADeviceDoesNotAnswerAndIgnoresALateOne() {
        var dcc = DccHarness.of2019();
        dcc.request(new ReadFirmwareVersion(dcc.id(IMPORT), SWITCH));
        var command = message(dcc.sent().getFirst());

        dcc.pass(Duration.ofMinutes(1));
        assertThat(dcc.fault(IMPORT)).isEqualTo(RequestFault.NO_ANSWER);

        dcc.heard(
                FakeSeals.maced(command.header().response(), new FirmwareVersion(0x20, ReadResponseCode.READ_SUCCESS)));
        assertThat(dcc.told(IMPORT)).isEmpty();
        assertThat(dcc.notes()).containsExactly("response to no command");
    }

    @Test
    void readsADisplayThroughItsHubAndTellsAllItsSuppliers() {
        var dcc = DccHarness.of2019();
        dcc.request(new ReadDeviceModel(dcc.id(GAS), PPMID));
        var command = message(dcc.sent().getFirst());
        assertThat(command.header().recipient()).isEqualTo(HUB);

        dcc.heard(FakeSeals.maced(
                command.header().response(),
                new DeviceModel(PPMID, 0xFFFE, 0xAABB, 0x0101, 0x20, ReadResponseCode.READ_SUCCESS)));

        var answer = new ServiceResponse.DeviceModel(
                PPMID, Optional.of(new ServiceResponse.Model(0xFFFE, 0xAABB, 0x0101, 0x20)));
        assertThat(dcc.answer(GAS)).isEqualTo(answer);
        assertThat(dcc.answer(IMPORT)).isEqualTo(answer);
        assertThat(dcc.inventory(PPMID).firmwareVersion()).contains(0x20L);
    }

    @Test
    void activatesALoadSwitchByACommandThatItsSupplierSigned() {
        var dcc = DccHarness.of2019();
        var id = dcc.id(IMPORT);
        dcc.request(new ActivateFirmware(id, SWITCH, HASH, Optional.empty()));
        var preCommand = preCommand(dcc.answer(IMPORT));
        assertThat(preCommand.header().counter()).isEqualTo(id.counter());
        assertThat(dcc.sent()).isEmpty();

        dcc.request(new SignedPreCommand(id, FakeSeals.signed(preCommand.header(), preCommand.content())));
        var command = message(dcc.sent().getFirst());
        assertThat(command.mac()).isPresent();
        assertThat(command.signature()).contains(FakeSeals.signature(IMPORT));

        var result = new ActivateFirmwareResult(ActivateImageResponseCode.SUCCESS, 0x20);
        dcc.heard(FakeSeals.signed(command.header().response(), result));
        assertThat(dcc.answer(IMPORT)).isEqualTo(new ServiceResponse.DeviceFirmware(SWITCH, Optional.of(0x20L)));
        assertThat(dcc.inventory(SWITCH).firmwareVersion()).contains(0x20L);
    }

    @Test
    void passesAFutureDatedAcceptanceAndAFailureOn() {
        var dcc = DccHarness.of2019();
        var first = sign(dcc, Optional.of(dcc.now.plus(Duration.ofDays(3))));
        dcc.heard(FakeSeals.signed(first.header().response(), new ActivateFirmwareAccepted()));
        assertThat(dcc.answer(IMPORT)).isEqualTo(new ServiceResponse.Accepted(List.of()));

        var second = sign(dcc, Optional.empty());
        var failure = new ActivateFirmwareResult(ActivateImageResponseCode.HASH_MISMATCH, 0x10);
        dcc.heard(FakeSeals.signed(second.header().response(), failure));
        assertThat(dcc.answer(IMPORT)).isEqualTo(new ServiceResponse.DeviceFirmware(SWITCH, Optional.empty()));
        assertThat(dcc.inventory(SWITCH).firmwareVersion()).contains(0x10L);
    }

    @Test
    void takesNoCommandThatItsSenderHasNotSigned() {
        var dcc = DccHarness.of2019();
        var id = dcc.id(IMPORT);
        dcc.request(new ActivateFirmware(id, SWITCH, HASH, Optional.empty()));
        var preCommand = preCommand(dcc.answer(IMPORT));
        var byAnother = FakeSeals.signed(preCommand.header(), preCommand.content(), GAS);
        var right = FakeSeals.signed(preCommand.header(), preCommand.content());

        dcc.request(new SignedPreCommand(id, preCommand.write()));
        assertThat(dcc.fault(IMPORT)).isEqualTo(RequestFault.NOT_A_SIGNED_PRE_COMMAND);
        dcc.request(new SignedPreCommand(id, byAnother));
        assertThat(dcc.fault(IMPORT)).isEqualTo(RequestFault.NOT_A_SIGNED_PRE_COMMAND);
        dcc.request(new SignedPreCommand(new RequestId(IMPORT, SWITCH, 7), right));
        assertThat(dcc.fault(IMPORT)).isEqualTo(RequestFault.NOT_A_SIGNED_PRE_COMMAND);
        assertThat(dcc.sent()).isEmpty();
    }

    @Test
    void refusesWhatIsNotForTheDeviceNotTheSendersOrNotListed() {
        assertThat(faultOfActivation(IMPORT, PPMID, HASH)).isEqualTo(RequestFault.NOT_FOR_DEVICE);
        assertThat(faultOfActivation(GAS, SWITCH, HASH)).isEqualTo(RequestFault.NOT_RESPONSIBLE);
        assertThat(faultOfActivation(IMPORT, new Eui64(1), HASH)).isEqualTo(RequestFault.UNKNOWN_DEVICE);
        assertThat(faultOfActivation(IMPORT, SWITCH, HASH.sha256())).isEqualTo(RequestFault.HASH_NOT_LISTED);
    }

    private static RequestFault faultOfActivation(Eui64 user, Eui64 device, Octets hash) {
        var dcc = DccHarness.of2019();
        dcc.request(new ActivateFirmware(dcc.id(user), device, hash, Optional.empty()));
        return dcc.fault(user);
    }

    private static GbcsMessage sign(DccHarness dcc, Optional<Instant> execution) {
        var id = dcc.id(IMPORT);
        dcc.request(new ActivateFirmware(id, SWITCH, HASH, execution));
        var preCommand = preCommand(dcc.answer(IMPORT));
        dcc.request(new SignedPreCommand(id, FakeSeals.signed(preCommand.header(), preCommand.content())));
        return message(dcc.sent().getLast());
    }

    private static PreCommand preCommand(ServiceResponse.Answer answer) {
        return ((Decoded.Value<PreCommand>) PreCommand.read(((ServiceResponse.PreCommand) answer).message())).value();
    }

    private static GbcsMessage message(Octets octets) {
        return ((Decoded.Value<GbcsMessage>) GbcsMessage.read(octets)).value();
    }
}
