package io.hanproof.evidence;

import static org.assertj.core.api.Assertions.assertThat;

import io.hanproof.duis.DccAlert;
import io.hanproof.duis.DeviceAlert;
import io.hanproof.duis.RequestId;
import io.hanproof.duis.ServiceRequest;
import io.hanproof.duis.ServiceResponse;
import io.hanproof.gbcs.Certificates;
import io.hanproof.gbcs.Keys;
import io.hanproof.lab.Recorder;
import io.hanproof.lab.WanMessage;
import io.hanproof.octets.Eui64;
import io.hanproof.octets.Octets;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class GbcsMessagesTest {
    private static final long NOW = 1_767_237_000_123_000_000L;
    private static final Eui64 SUPPLIER = Eui64.parse("90B3D51F30010000");
    private static final Eui64 METER = Eui64.parse("00DB1234567890A0");
    private static final RequestId ID = new RequestId(SUPPLIER, METER, 7);

    /** CCS08_NA_NA_ALERT of the published test vectors. */
    private static final String TRANSFER_ALERT =
            "DF09030000000000000FA00800DB1234567890A20890B3D51F30000002000201282B30290203008F8A18"
                    + "0F32303135303130313030303030305A040800DB1234567890A404040123ABCD0201004015427D68095A"
                    + "6ACDB453E4E0EB04FD6163964A54812A6D0E38CE3D635A00559AE8676D0BB03B7FC043E7FE2AA9F43157"
                    + "DF5BE8EE520BBA8281F7B7636EDE3360";

    /** CS06_11.3_IMMEDIATE_SUCCESS_PRECOMMAND of the published test vectors. */
    private static final String PRE_COMMAND =
            "DF090100000000000003E80890B3D51F300100000800DB1234567890A0000200122830260420AA758690"
                    + "730934FF0685AA758690730934FF0685657788990011223344556677020203E8";

    private final Recorder recorder = new Recorder();

    @Test
    void aMessageOnTheWanIsWrittenAsOctetsAndInWords() throws IOException {
        recorder.power(NOW, METER, true);
        recorder.wan(NOW, new WanMessage.Gbcs(Octets.hex(TRANSFER_ALERT)));

        assertThat(text().lines())
                .startsWith(
                        "entry: 2",
                        "at: 2026-01-01T03:10:00.123Z",
                        "from: hub",
                        "to: dcc",
                        "carried by: SM WAN",
                        "layout: published",
                        "hex: " + TRANSFER_ALERT)
                .contains(
                        "  message code: 0x0128 (CCS08)",
                        "  originator counter: 4000",
                        "  alert code: 0x8F8A (firmware transfer successful)",
                        "  firmware version: 0x0123ABCD");
    }

    @Test
    void whatUsersSignAndAreToldIsWrittenToo() throws IOException {
        recorder.name(SUPPLIER, "supplier");
        recorder.user(NOW, SUPPLIER, true, new ServiceRequest.ReadInventory(ID, METER));
        recorder.user(
                NOW, SUPPLIER, false, new ServiceResponse(ID, new ServiceResponse.PreCommand(Octets.hex(PRE_COMMAND))));
        recorder.user(NOW, SUPPLIER, true, new ServiceRequest.SignedPreCommand(ID, Octets.hex(PRE_COMMAND)));
        recorder.user(NOW, SUPPLIER, false, new DeviceAlert(METER, Octets.hex(TRANSFER_ALERT)));
        recorder.user(NOW, SUPPLIER, false, new DccAlert.FirmwareRead(METER, Optional.empty()));

        assertThat(text().lines().filter(it -> it.matches("(entry|from|to|carried by|hex): .*")))
                .containsExactly(
                        "entry: 2",
                        "from: dcc",
                        "to: supplier",
                        "carried by: Service Response, pre-command",
                        "hex: " + PRE_COMMAND,
                        "entry: 3",
                        "from: supplier",
                        "to: dcc",
                        "carried by: Service Request 11.3, signed pre-command",
                        "hex: " + PRE_COMMAND,
                        "entry: 4",
                        "from: dcc",
                        "to: supplier",
                        "carried by: Device Alert",
                        "hex: " + TRANSFER_ALERT);
    }

    @Test
    void blocksAreSeparatedByAnEmptyLine() throws IOException {
        recorder.wan(NOW, new WanMessage.Gbcs(Octets.hex(TRANSFER_ALERT)));
        recorder.wan(NOW, new WanMessage.Gbcs(Octets.hex(TRANSFER_ALERT)));

        assertThat(text().split("\n\n")).hasSize(2).allMatch(it -> it.startsWith("entry: "));
    }

    @Test
    void anAlertWithoutAPublishedLayoutIsMarked() throws IOException {
        String readAlert = TRANSFER_ALERT.replace("008F8A", "008F8B").replace("0123ABCD020100", "0123ABCD020104");
        recorder.wan(NOW, new WanMessage.Gbcs(Octets.hex(readAlert)));

        assertThat(text()).contains("layout: non-normative\n", "0x8F8B");
    }

    @Test
    void octetsThatAreNoMessageAreWrittenWithTheReason() throws IOException {
        recorder.wan(NOW, new WanMessage.Gbcs(Octets.hex("CAFE")));

        assertThat(text()).contains("hex: CAFE\n  malformed: ");
    }

    @Test
    void aScenarioHasAFileWhenItHasMessages(@TempDir Path folder) throws IOException {
        var silent = SampleRun.results().getFirst();
        recorder.wan(NOW, new WanMessage.Gbcs(Octets.hex(TRANSFER_ALERT)));
        var telling = SampleRun.result(SampleRun.OUTSIDE, Verdict.PASS, "seen", Optional.of(recorder.recording()));
        var plan = List.of(SampleRun.INSIDE, SampleRun.OUTSIDE);

        Report.write(SampleRun.run(plan, List.of(silent, telling)), folder);

        String file = "gbcs/hub-example/OTA-07/outside/hardware-2.1.txt";
        assertThat(GbcsLogs.path(silent)).isEmpty();
        assertThat(GbcsLogs.path(telling)).contains(Path.of(file));
        assertThat(folder.resolve(file)).content().isEqualTo(text());
        assertThat(Files.readString(folder.resolve("verdicts.json"))).containsOnlyOnce("\"gbcs\": \"" + file + "\"");

        Report.write(SampleRun.run(plan, List.of(silent, SampleRun.results().get(1))), folder);

        assertThat(folder.resolve("gbcs")).doesNotExist();
    }

    @Test
    void theCertificatesToVerifyThemByStandBesideThem(@TempDir Path folder) throws IOException {
        recorder.wan(NOW, new WanMessage.Gbcs(Octets.hex(TRANSFER_ALERT)));
        var telling = SampleRun.result(SampleRun.OUTSIDE, Verdict.PASS, "seen", Optional.of(recorder.recording()));
        var supplier = new Keys(1).supplier(Keys.IMPORT_SUPPLIER);

        Report.write(
                SampleRun.run(List.of(SampleRun.OUTSIDE), List.of(telling)),
                folder,
                Captured.NONE,
                CaptureNetwork.UNKNOWN,
                Certificates.of(supplier));

        assertThat(folder.resolve("gbcs/certificates/90B3D51F30010000-signing.pem"))
                .content()
                .startsWith("-----BEGIN CERTIFICATE-----");
        assertThat(folder.resolve("gbcs/certificates")).isDirectoryContaining("glob:**-agreement.pem");
    }

    private String text() throws IOException {
        var out = new StringBuilder();
        new GbcsMessages(recorder.recording()).write(out);
        return out.toString();
    }
}
