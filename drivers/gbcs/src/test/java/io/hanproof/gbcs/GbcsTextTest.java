package io.hanproof.gbcs;

import static org.assertj.core.api.Assertions.assertThat;

import io.hanproof.octets.Eui64;
import io.hanproof.octets.Octets;
import java.util.Optional;
import org.junit.jupiter.api.Test;

final class GbcsTextTest {
    @Test
    void tellsTheHubsAlertFieldByField() {
        assertThat(GbcsText.of(Published.HUB_ALERT))
                .containsExactly(
                        "message: Firmware Transfer Alert",
                        "message code: 0x0128 (CCS08)",
                        "originator: 00DB1234567890A2",
                        "recipient: 90B3D51F30000002",
                        "originator counter: 4000",
                        "alert code: 0x8F8A (firmware transfer successful)",
                        "execution date-time: 2015-01-01T00:00:00Z",
                        "entity: 00DB1234567890A4",
                        "firmware version: 0x0123ABCD",
                        "response code: 0 (file transfer success)",
                        "signature: 15427D68095A6ACDB453E4E0EB04FD6163964A54812A6D0E38CE3D635A00559A"
                                + "E8676D0BB03B7FC043E7FE2AA9F43157DF5BE8EE520BBA8281F7B7636EDE3360",
                        "MAC: none");
    }

    @Test
    void tellsWhoAsksThroughTheBroker() {
        assertThat(GbcsText.of(Published.READ_VERSION))
                .contains(
                        "message: Read PPMID or HCALCS Firmware Version command",
                        "remote party: 90B3D51F30010000",
                        "remote party counter: 1000",
                        "signature: none",
                        "MAC: BDC5E70406017D96EE0F9759");
    }

    @Test
    void tellsACancellationFromAnActivation() {
        assertThat(GbcsText.of(Published.CANCEL)).contains("execution date-time: 9999-12-31T23:59:59Z (cancels)");
        assertThat(GbcsText.of(Published.ACTIVATE)).contains("execution date-time: at once");
    }

    @Test
    void tellsAPreCommand() {
        assertThat(GbcsText.of(Published.PRE_COMMAND))
                .startsWith("message: pre-command, Activate Firmware command")
                .endsWith("execution date-time: 2030-01-15T09:00:00Z");
        assertThat(GbcsText.of(Published.PRE_COMMAND.plus(Octets.hex("00"))))
                .isEqualTo(GbcsText.of(Published.PRE_COMMAND));
    }

    @Test
    void tellsWhatIsWrongWithOctetsThatAreNoMessage() {
        assertThat(GbcsText.of(Octets.NONE))
                .containsExactly("malformed: general-signing tag needs 1 octet at offset 0, 0 left");
        assertThat(GbcsText.of(Published.HUB_ALERT.slice(0, 70)))
                .containsExactly("malformed: content needs 43 octets at offset 34, 36 left");
    }

    @Test
    void marksWhatNoStandardDefines() {
        var header = new GroupingHeader(
                Cra.COMMAND, 1, Players.ACB.id(), Players.HUB.id(), OtherInformation.of(UseCase.CS08));
        var message = new GbcsMessage(header, new ReadDeviceModel(new Eui64(1)), Optional.empty(), Optional.empty());

        assertThat(GbcsText.of(message.write()))
                .contains(
                        "note: non-normative: the 2019 text gives this message no octets", "device: 0000000000000001");
    }
}
