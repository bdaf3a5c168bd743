package io.hanproof.device;

import static io.hanproof.device.MachineFixture.IDLE;
import static io.hanproof.device.MachineFixture.MODEL;
import static io.hanproof.device.MachineFixture.NOW;
import static org.assertj.core.api.Assertions.assertThat;

import io.hanproof.gbcs.Certificates;
import io.hanproof.gbcs.Content;
import io.hanproof.gbcs.Counters;
import io.hanproof.gbcs.Cra;
import io.hanproof.gbcs.ElectricityFirmwareVersion;
import io.hanproof.gbcs.FirmwareVersion;
import io.hanproof.gbcs.GasFirmwareVersion;
import io.hanproof.gbcs.GbcsCheck;
import io.hanproof.gbcs.GbcsMessage;
import io.hanproof.gbcs.GroupingHeader;
import io.hanproof.gbcs.Keys;
import io.hanproof.gbcs.OtherInformation;
import io.hanproof.gbcs.ReadElectricityFirmwareVersion;
import io.hanproof.gbcs.ReadFirmwareVersion;
import io.hanproof.gbcs.ReadGasFirmwareVersion;
import io.hanproof.gbcs.ReadResponseCode;
import io.hanproof.gbcs.Role;
import io.hanproof.gbcs.Sealing;
import io.hanproof.gbcs.Usage;
import io.hanproof.lab.Machine.Step;
import io.hanproof.octets.Decoded;
import io.hanproof.octets.Eui64;
import io.hanproof.octets.OctetWriter;
import io.hanproof.octets.Octets;
import io.hanproof.profile.DeviceKind;
import io.hanproof.profile.Policies;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What devices answer when the DCC or their supplier asks which firmware they run. */
class QuestionsTest {
    private static final Keys KEYS = Keys.test();
    private static final Credentials CREDENTIALS =
            Credentials.of(KEYS.device(MODEL.address()), KEYS.supplier(Keys.IMPORT_SUPPLIER), KEYS.acb());

    private static DisplayMachine device(DeviceKind kind) {
        var model = new DisplayModel(
                kind, MODEL.address(), MODEL.identity(), 0x10, MODEL.capabilities(), MODEL.timing(), 48, Habits.USUAL);
        return new DisplayMachine(model.withCredentials(CREDENTIALS), Policies.DEFAULT);
    }

    private static Octets command(Eui64 from, long counter, OtherInformation other, Content question) {
        var header = new GroupingHeader(Cra.COMMAND, counter, from, MODEL.address(), other);
        var message = new GbcsMessage(header, question, Optional.empty(), Optional.empty());
        var device = KEYS.certificates(MODEL.address(), Role.DEVICE);
        var agreement = new Certificates(device).of(MODEL.address(), Usage.AGREEMENT);
        return Sealing.mac(message, KEYS.acb(), agreement.orElseThrow()).write();
    }

    private static Octets suppliers(long counter, Content question) {
        return command(Keys.IMPORT_SUPPLIER, counter, OtherInformation.of(question.useCase()), question);
    }

    private static Octets brokers(long counter, Content question) {
        var other = OtherInformation.of(question.useCase(), Keys.IMPORT_SUPPLIER, counter);
        return command(Keys.ACB, counter, other, question);
    }

    private static Step<DisplayState, DisplayEffect> ask(DisplayMachine device, DisplayState state, Octets command) {
        var opened = new Envelope(CREDENTIALS).open(command).orElseThrow();
        return device.on(opened, state, NOW);
    }

    private static List<Content> said(Step<DisplayState, DisplayEffect> step) {
        return step.effects().stream()
                .map(it -> ((DisplayEffect.Tell) it).content())
                .toList();
    }

    @Test
    void aMeterAnswersItsSupplierInItsOwnLanguage() {
        var electricity = ask(device(DeviceKind.ESME), IDLE, suppliers(7, ReadElectricityFirmwareVersion.of(7)));
        var gas = ask(device(DeviceKind.GSME), IDLE, suppliers(7, new ReadGasFirmwareVersion()));

        assertThat(said(electricity)).containsExactly(new ElectricityFirmwareVersion(7, Optional.of(0x10L), 0));
        assertThat(said(gas)).containsExactly(new GasFirmwareVersion(0, Optional.of(0x10L)));
    }

    @Test
    void aMetersAnswerIsForItsSupplierAndGuardedForIt() {
        var step = ask(device(DeviceKind.ESME), IDLE, suppliers(7, ReadElectricityFirmwareVersion.of(7)));

        var tell = (DisplayEffect.Tell) step.effects().getFirst();
        var octets = new Envelope(CREDENTIALS).seal(tell.header(), tell.content(), tell.seal());
        assertThat(((Decoded.Value<GbcsMessage>) GbcsMessage.read(octets))
                        .value()
                        .header()
                        .recipient())
                .isEqualTo(Keys.IMPORT_SUPPLIER);
        assertThat(GbcsCheck.check(
                        octets,
                        Certificates.of(KEYS.device(MODEL.address())),
                        KEYS.supplier(Keys.IMPORT_SUPPLIER),
                        Counters.NONE))
                .isEmpty();
    }

    @Test
    void countsForItsSupplierAndForTheBrokerApart() {
        var meter = device(DeviceKind.ESME);

        var high = ask(meter, IDLE, suppliers(7, ReadElectricityFirmwareVersion.of(7)));
        var again = ask(meter, high.state(), suppliers(7, ReadElectricityFirmwareVersion.of(7)));
        var low = ask(meter, high.state(), brokers(6, ReadElectricityFirmwareVersion.of(6)));

        assertThat(said(again)).isEmpty();
        assertThat(said(low)).hasSize(1);
    }

    @Test
    void aSwitchAnswersTheBrokerOnly() {
        var load = device(DeviceKind.HCALCS);

        assertThat(said(ask(load, IDLE, brokers(7, new ReadFirmwareVersion()))))
                .containsExactly(new FirmwareVersion(0x10, ReadResponseCode.READ_SUCCESS));
        assertThat(said(ask(load, IDLE, suppliers(8, new ReadFirmwareVersion()))))
                .isEmpty();
    }

    /** The payloads of the published error responses; of ECS52's with this invoke id. */
    @Test
    void aDeviceThatCannotReadItsFirmwareSaysSoInItsOwnLanguage() {
        assertThat(unread(DeviceKind.HCALCS, brokers(7, new ReadFirmwareVersion())))
                .isEqualTo(Octets.hex("3009 0404 00000000 0201 01"));
        assertThat(unread(DeviceKind.ESME, suppliers(0x3EA, ReadElectricityFirmwareVersion.of(0x3EA))))
                .isEqualTo(Octets.hex("DA 200003EA 00 00 01 00 01 01 01"));
        assertThat(unread(DeviceKind.GSME, suppliers(7, new ReadGasFirmwareVersion())))
                .isEqualTo(Octets.hex("0109 0101 0702 0006 08 00 01 0602 C0"));
    }

    private static Octets unread(DeviceKind kind, Octets command) {
        var opened = new Envelope(CREDENTIALS).open(command).orElseThrow();
        var step = DisplayScripts.cannotReadItsFirmware().of(device(kind)).on(opened, IDLE, NOW);
        return said(step).getFirst().write(new OctetWriter()).toOctets();
    }
}
