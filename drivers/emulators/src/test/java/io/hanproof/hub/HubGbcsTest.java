package io.hanproof.hub;

import static io.hanproof.hub.HubHarness.PPMID;
import static io.hanproof.hub.HubHarness.START;
import static org.assertj.core.api.Assertions.assertThat;

import io.hanproof.gbcs.AlertCode;
import io.hanproof.gbcs.Certificates;
import io.hanproof.gbcs.CosemDateTime;
import io.hanproof.gbcs.Counters;
import io.hanproof.gbcs.Cra;
import io.hanproof.gbcs.DeviceModel;
import io.hanproof.gbcs.DutyCycleAlert;
import io.hanproof.gbcs.GbcsCheck;
import io.hanproof.gbcs.GbcsMessage;
import io.hanproof.gbcs.GroupingHeader;
import io.hanproof.gbcs.HubFirmwareAlert;
import io.hanproof.gbcs.HubFirmwareAlert.ResponseCode;
import io.hanproof.gbcs.Identity;
import io.hanproof.gbcs.Keys;
import io.hanproof.gbcs.OtherInformation;
import io.hanproof.gbcs.ReadDeviceModel;
import io.hanproof.gbcs.ReadFirmwareVersion;
import io.hanproof.gbcs.ReadResponseCode;
import io.hanproof.gbcs.Sealing;
import io.hanproof.gbcs.UseCase;
import io.hanproof.lab.DutyCycle;
import io.hanproof.lab.Recorder;
import io.hanproof.lab.VirtualTimeline;
import io.hanproof.lab.WanMessage.FirmwareDelivery;
import io.hanproof.lab.WanMessage.Gbcs;
import io.hanproof.lab.WanMessage.ReadAlert;
import io.hanproof.octets.Decoded;
import io.hanproof.octets.Octets;
import io.hanproof.profile.Baseline;
import io.hanproof.profile.DeviceKind;
import io.hanproof.profile.Policies;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a hub says to the DCC in octets, and what it does upon the DCC's. */
final class HubGbcsTest {
    private static final int OTA = 0x0019;
    private static final String FETCHED = "01 07 06  00 FEFF BBAA 20000000";
    private static final Keys KEYS = Keys.test();

    private final VirtualTimeline timeline = new VirtualTimeline(START);
    private final FakeRadio radio = new FakeRadio(HubHarness.HUB);
    private final List<Octets> gbcs = new ArrayList<>();
    private final EmulatedHub hub = new EmulatedHub(
            radio,
            timeline,
            HubModel.of(HubHarness.HUB),
            Policies.DEFAULT,
            Baseline.BASELINE_2019,
            new Recorder(),
            HubScripts.HONEST);

    HubGbcsTest() {
        hub.listen(it -> {
            if (it instanceof Gbcs(var octets)) {
                gbcs.add(octets);
            }
        });
        hub.join(PPMID, DeviceKind.PPMID, 1);
    }

    @Test
    void signsItsAlertsAndCountsThem() {
        hub.deliver(new FirmwareDelivery(
                io.hanproof.lab.WanMessage.UseCase.CS05C, Images.ppmid(0x20, 100), List.of(PPMID)));
        radio.hear(PPMID, OTA, FETCHED);
        timeline.advance(Duration.ofMinutes(11));

        assertThat(gbcs)
                .hasSize(2)
                .allSatisfy(it -> assertThat(GbcsCheck.check(it, known())).isEmpty());
        assertThat(gbcs)
                .map(it -> message(it).header())
                .map(GroupingHeader::counter)
                .containsExactly(1L, 2L);
        assertThat(message(gbcs.getFirst()).content())
                .isEqualTo(new HubFirmwareAlert(
                        AlertCode.FIRMWARE_TRANSFERRED, START, PPMID, 0x20, ResponseCode.FILE_TRANSFER_SUCCESS));
        assertThat(message(gbcs.getLast()).content())
                .isEqualTo(new HubFirmwareAlert(
                        AlertCode.FIRMWARE_VERSION_READ,
                        START.plus(Duration.ofSeconds(630)),
                        PPMID,
                        0,
                        ResponseCode.FIRMWARE_READ_FAILURE));
    }

    @ParameterizedTest
    @CsvSource({
        "HONEST, ''",
        "OTHER_KEYS, WRONG_SIGNATURE",
        "NONE, MISSING_SIGNATURE",
        "CUT_SHORT, MALFORMED",
        "OLD_COUNTER, COUNTER_NOT_HIGHER",
        "AS_A_SUPPLIER, WRONG_ROLE"
    })
    void aWrongSealIsFoundByItsName(Seal seal, String finding) {
        var sealing = new HubSeal(KEYS, HubHarness.HUB);
        var alert = AlertContent.of(new ReadAlert(PPMID, Optional.of(0x20L)), START);
        var earlier = message(sealing.alert(alert, Seal.HONEST)).header();

        var octets = sealing.alert(alert, seal);

        assertThat(GbcsCheck.check(octets, known(), KEYS.acb(), Counters.NONE.after(earlier)))
                .map(it -> it.code().name())
                .isEqualTo(finding.isEmpty() ? List.of() : List.of(finding));
    }

    @Test
    void answersWhatADeviceSaysThatItIs() {
        hub.send(ask(1, KEYS.acb()));
        var read = radio.said();
        radio.hear(PPMID, OTA, "18 01 01  0200 00 23 20000000  0700 00 21 FEFF  0800 00 21 BBAA");

        assertThat(read).containsExactly(Octets.hex("08 01 00  0200 0700 0800"));
        assertThat(GbcsCheck.check(gbcs.getFirst(), known(), KEYS.acb(), Counters.NONE))
                .isEmpty();
        assertThat(message(gbcs.getFirst()).content())
                .isEqualTo(new DeviceModel(PPMID, 0xFFFE, 0xAABB, 0, 0x20, ReadResponseCode.READ_SUCCESS));
    }

    @Test
    void answersWithTheHardwareThatADeviceHasToldInItsLastQueryThatTellsIt() {
        radio.hear(PPMID, OTA, "01 01 01  01 FEFF BBAA 10000000 0302");
        radio.hear(PPMID, OTA, "01 02 01  00 FEFF BBAA 10000000");

        hub.send(ask(1, KEYS.acb()));
        radio.hear(PPMID, OTA, "18 01 01  0200 00 23 20000000  0700 00 21 FEFF  0800 00 21 BBAA");

        assertThat(message(gbcs.getFirst()).content())
                .isEqualTo(new DeviceModel(PPMID, 0xFFFE, 0xAABB, 0x0203, 0x20, ReadResponseCode.READ_SUCCESS));
    }

    @ParameterizedTest
    @CsvSource({"18 01 01  0200 86  0700 86  0800 86", "08 01 0B  00 82"})
    void answersWithErrorValuesWhenTheDeviceRefuses(String refusal) {
        hub.send(ask(1, KEYS.acb()));
        radio.hear(PPMID, OTA, refusal);

        assertThat(message(gbcs.getFirst()).content())
                .isEqualTo(new DeviceModel(PPMID, 0, 0, 0, 0, ReadResponseCode.READ_FAILURE));
    }

    @Test
    void answersWithErrorValuesAfterThirtySecondsOfSilence() {
        hub.send(ask(1, KEYS.acb()));
        timeline.advance(Duration.ofSeconds(29));
        int before = gbcs.size();
        timeline.advance(Duration.ofSeconds(1));

        assertThat(before).isZero();
        assertThat(message(gbcs.getFirst()).content())
                .isEqualTo(new DeviceModel(PPMID, 0, 0, 0, 0, ReadResponseCode.READ_FAILURE));
    }

    @Test
    void answersNoCommandTwiceNorOneWithAWrongMac() {
        hub.send(ask(2, KEYS.acb()));
        hub.send(ask(2, KEYS.acb()));
        hub.send(ask(3, new Keys(7).acb()));

        assertThat(radio.said()).hasSize(1);
    }

    @Test
    void passesOnWhatIsForADeviceAndWhatTheDeviceSays() {
        var passed = new ArrayList<Octets>();
        hub.passOn(PPMID, passed::add);
        var header = new GroupingHeader(Cra.COMMAND, 5, Keys.ACB, PPMID, OtherInformation.of(UseCase.CS08));
        var device = Certificates.of(KEYS.device(PPMID));
        var command = Sealing.command(header, new ReadFirmwareVersion(), KEYS.acb(), KEYS.acb(), device);

        hub.send(command);
        hub.passUp(command);

        assertThat(passed).containsExactly(command);
        assertThat(gbcs).containsExactly(command);
    }

    @Test
    void tellsOfTheDutyCycle() {
        radio.turn(DutyCycle.LIMITED);
        radio.turn(DutyCycle.CRITICAL);
        radio.turn(DutyCycle.SUSPENDED);
        radio.turn(DutyCycle.CRITICAL);
        radio.turn(DutyCycle.LIMITED);
        radio.turn(DutyCycle.NORMAL);

        assertThat(gbcs)
                .allSatisfy(it -> assertThat(GbcsCheck.check(it, known(), KEYS.acb(), Counters.NONE))
                        .isEmpty());
        assertThat(gbcs)
                .map(it -> ((DutyCycleAlert) message(it).content()).alertCode())
                .containsExactly(
                        AlertCode.LIMITED_DUTY_CYCLE,
                        AlertCode.DUTY_CYCLE_8F22,
                        AlertCode.DUTY_CYCLE_8F24,
                        AlertCode.DUTY_CYCLE_8F25,
                        AlertCode.DUTY_CYCLE_8F23,
                        AlertCode.DUTY_CYCLE_8F21);
    }

    @Test
    void saysWhichMessageItCouldNotPassOn() {
        var passed = new ArrayList<Octets>();
        hub.passOn(PPMID, passed::add);
        var header = new GroupingHeader(Cra.COMMAND, 5, Keys.ACB, PPMID, OtherInformation.of(UseCase.CS08));
        var device = Certificates.of(KEYS.device(PPMID));
        radio.turn(DutyCycle.SUSPENDED);
        gbcs.clear();

        hub.send(Sealing.command(header, new ReadFirmwareVersion(), KEYS.acb(), KEYS.acb(), device));

        assertThat(passed).isEmpty();
        assertThat(GbcsCheck.check(gbcs.getFirst(), known(), KEYS.acb(), Counters.NONE))
                .isEmpty();
        assertThat(message(gbcs.getFirst()).content())
                .isEqualTo(new DutyCycleAlert(
                        UseCase.DBCH10,
                        AlertCode.MESSAGE_DISCARDED,
                        2,
                        CosemDateTime.of(START),
                        new DutyCycleAlert.DiscardedMessage(Keys.ACB, PPMID, Cra.COMMAND, 5)));
    }

    private static Octets ask(long counter, Identity acb) {
        var header =
                new GroupingHeader(Cra.COMMAND, counter, Keys.ACB, HubHarness.HUB, OtherInformation.of(UseCase.CS08));
        var known = Certificates.of(KEYS.hub(HubHarness.HUB));
        return Sealing.command(header, new ReadDeviceModel(PPMID), acb, acb, known);
    }

    private static Certificates known() {
        return Certificates.of(KEYS.hub(HubHarness.HUB), KEYS.acb(), KEYS.supplier(Keys.IMPORT_SUPPLIER));
    }

    private static GbcsMessage message(Octets gbcs) {
        return ((Decoded.Value<GbcsMessage>) GbcsMessage.read(gbcs)).value();
    }
}
