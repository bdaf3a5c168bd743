package io.hanproof.hub;

import static io.hanproof.hub.HubHarness.PPMID;
import static io.hanproof.hub.HubHarness.START;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.hanproof.lab.ApsFrame;
import io.hanproof.lab.DutyCycle;
import io.hanproof.lab.Recorder;
import io.hanproof.lab.VirtualTimeline;
import io.hanproof.lab.WanMessage;
import io.hanproof.lab.WanMessage.FirmwareDelivery;
import io.hanproof.lab.WanMessage.ImageResponseCode;
import io.hanproof.lab.WanMessage.ReadAlert;
import io.hanproof.lab.WanMessage.TransferAlert;
import io.hanproof.lab.WanMessage.UseCase;
import io.hanproof.octets.Eui64;
import io.hanproof.octets.Octets;
import io.hanproof.profile.Baseline;
import io.hanproof.profile.DeviceKind;
import io.hanproof.profile.Policies;
import io.hanproof.zcl.ZclStatus;
import io.hanproof.zcl.ota.ImageNotify;
import io.hanproof.zcl.ota.UpgradeEndResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class EmulatedHubTest {
    private static final int OTA = 0x0019;
    private static final int TIME = 0x000A;
    private static final String IMAGE = "FEFF BBAA 20000000";
    private static final String QUERY = "01 05 01  01 FEFF BBAA 10000000 0101";

    private final VirtualTimeline timeline = new VirtualTimeline(START);
    private final FakeRadio radio = new FakeRadio(HubHarness.HUB);
    private final Recorder recorder = new Recorder();
    private final List<WanMessage> dcc = new ArrayList<>();
    private final List<Octets> gbcs = new ArrayList<>();
    private final EmulatedHub hub = new EmulatedHub(
            radio,
            timeline,
            HubModel.of(HubHarness.HUB),
            Policies.DEFAULT,
            Baseline.BASELINE_2019,
            recorder,
            HubScripts.HONEST);

    EmulatedHubTest() {
        hub.listen(it -> {
            if (it instanceof WanMessage.Gbcs(var octets)) {
                gbcs.add(octets);
            } else {
                dcc.add(it);
            }
        });
        hub.join(PPMID, DeviceKind.PPMID, 1);
    }

    @Test
    void notifiesOverTheHan() {
        deliver();

        assertThat(radio.sent())
                .containsExactly(new ApsFrame(
                        HubHarness.HUB,
                        PPMID,
                        0x0109,
                        OTA,
                        0x7B,
                        1,
                        true,
                        true,
                        octets("09 01 00  03 64 FEFF BBAA 20000000")));
    }

    @Test
    void answersAQueryWithItsSequenceNumber() {
        deliver();
        radio.sent();

        radio.hear(PPMID, OTA, QUERY);

        assertThat(radio.said()).containsExactly(octets("19 05 02  00 FEFF BBAA 20000000 A0000000"));
    }

    @Test
    void answersNoImageWithTheStatusAlone() {
        radio.hear(PPMID, OTA, QUERY);

        assertThat(radio.said()).containsExactly(octets("19 05 02  98"));
    }

    @Test
    void servesABlock() {
        deliver();
        radio.sent();

        radio.hear(PPMID, OTA, "01 06 03  00 FEFF BBAA 20000000 00000000 08");

        assertThat(radio.said())
                .containsExactly(octets("19 06 05  00 FEFF BBAA 20000000 00000000 08 1EF1EE0B00013C00"));
    }

    @Test
    void endsATransferTellsTheDccAndReadsTheFirmwareBack() {
        deliver();
        radio.hear(PPMID, OTA, "01 07 06  00" + IMAGE);
        radio.sent();

        timeline.advance(Duration.ofMinutes(10));
        var read = radio.said();
        radio.hear(PPMID, OTA, "18 02 01  0200 00 23 20000000");

        assertThat(read).containsExactly(octets("08 02 00  0200"));
        assertThat(dcc)
                .containsExactly(
                        new TransferAlert(PPMID, 0x20, ImageResponseCode.FILE_TRANSFER_SUCCESS),
                        new ReadAlert(PPMID, Optional.of(0x20L)));
    }

    @Test
    void saysNowWithTwoEqualTimes() {
        deliver();
        radio.sent();

        radio.hear(PPMID, OTA, "01 07 06  00" + IMAGE);

        assertThat(radio.said()).containsExactly(octets("19 07 07" + IMAGE + "A091E830 A091E830"));
    }

    @Test
    void acknowledgesAFailureWithDefaultResponse() {
        deliver();
        radio.sent();

        radio.hear(PPMID, OTA, "01 07 06  96" + IMAGE);

        assertThat(radio.said()).containsExactly(octets("18 07 0B  06 00"));
    }

    @ParameterizedTest
    @CsvSource({"18 02 01  0200 86", "18 02 01  0200 00 23 FFFFFFFF", "08 02 0B  00 82"})
    void takesAnAnswerWithoutAVersionForAFailure(String answer) {
        deliver();
        radio.hear(PPMID, OTA, "01 07 06  00" + IMAGE);
        timeline.advance(Duration.ofMinutes(10));

        radio.hear(PPMID, OTA, answer);

        assertThat(dcc).last().isEqualTo(new ReadAlert(PPMID, Optional.empty()));
    }

    @Test
    void tellsTheTime() {
        radio.hear(PPMID, TIME, "00 09 00  0000 0100 0200");

        assertThat(radio.said()).containsExactly(octets("18 09 01  0000 00 E2 A091E830  0100 00 18 09  0200 86"));
    }

    @ParameterizedTest
    @CsvSource({
        "01 07 03 00 FEFF, 18 07 0B 03 80", // cut short
        "01 07 06 00 FEFF BBAA 20000000 00, 18 07 0B 06 80", // one octet too many
        "01 07 0A, 18 07 0B 0A 81", // no such command
        "09 07 01, 18 07 0B 01 81", // the client's command from the wrong side
        "05 4711 07 03, 18 07 0B 03 83", // a manufacturer's own
        "00 07 33, 18 07 0B 33 82", // no such global command
        "00 07 00 00, 18 07 0B 00 80" // half an attribute identifier
    })
    void refusesWhatItCannotTake(String heard, String said) {
        radio.hear(PPMID, OTA, heard);

        assertThat(radio.said()).containsExactly(octets(said));
    }

    @ParameterizedTest
    @CsvSource({"18 07 0B 00 81", "18 07 0B 00", "02 07 03", "01"})
    void staysSilentWhereAnAnswerWouldAnswerAnAnswer(String heard) {
        radio.hear(PPMID, OTA, heard);

        assertThat(radio.said()).isEmpty();
    }

    @Test
    void refusesNothingThatWasSentToEverybody() {
        radio.hear(new ApsFrame(PPMID, Eui64.BROADCAST, 0x0109, OTA, 1, 0xFF, false, false, octets("01 07 0A")));

        assertThat(radio.said()).isEmpty();
    }

    @Test
    void hearsOfTheDutyCycle() {
        deliver();
        radio.turn(DutyCycle.CRITICAL);
        radio.sent();

        radio.hear(PPMID, OTA, "01 06 03  00 FEFF BBAA 20000000 00000000 08");

        assertThat(radio.said()).containsExactly(octets("19 06 05  97 00000000 3C000000 0000"));
    }

    @Test
    void saysByOrderWhatItWouldNot() {
        hub.say(PPMID, new UpgradeEndResponse(HubHarness.NEW, 0, 0));
        hub.say(Eui64.BROADCAST, ImageNotify.toAll(100));
        hub.say(PPMID, OTA, octets("09 FF 0A"));

        assertThat(radio.sent())
                .extracting(ApsFrame::zcl, ApsFrame::destination, ApsFrame::acknowledged)
                .containsExactly(
                        tuple(octets("19 01 07" + IMAGE + "00000000 00000000"), PPMID, true),
                        tuple(octets("19 02 00  00 64"), Eui64.BROADCAST, false),
                        tuple(octets("09 FF 0A"), PPMID, true));
    }

    @Test
    void followsAScriptWithTheStateItHas() {
        deliver();
        hub.script(HubScripts.refusesQueries(ZclStatus.NOT_AUTHORIZED));
        radio.sent();

        radio.hear(PPMID, OTA, QUERY);
        hub.script(HubScripts.HONEST);
        radio.hear(PPMID, OTA, QUERY);

        assertThat(radio.said())
                .containsExactly(octets("19 05 02  7E"), octets("19 05 02  00 FEFF BBAA 20000000 A0000000"));
    }

    @Test
    void recordsWhatCrossesTheWan() {
        deliver();
        radio.hear(PPMID, OTA, "01 07 06  00" + IMAGE);

        assertThat(recorder.recording().size()).isEqualTo(3);
    }

    private void deliver() {
        hub.deliver(new FirmwareDelivery(UseCase.CS05C, Images.ppmid(0x20, 100), List.of(PPMID)));
    }

    private static Octets octets(String hex) {
        return Octets.hex(hex);
    }
}
