package io.hanproof.lab;

import static io.hanproof.lab.Hans.HUB;
import static io.hanproof.lab.Hans.IHD;
import static io.hanproof.lab.Hans.PPMID;
import static org.assertj.core.api.Assertions.assertThat;

import io.hanproof.duis.DccAlert;
import io.hanproof.duis.DeviceAlert;
import io.hanproof.duis.Incident;
import io.hanproof.duis.RejectionReason;
import io.hanproof.duis.RequestFault;
import io.hanproof.duis.RequestId;
import io.hanproof.duis.ServiceRequest;
import io.hanproof.duis.ServiceResponse;
import io.hanproof.duis.UserMessage;
import io.hanproof.gbcs.Cra;
import io.hanproof.octets.Eui64;
import io.hanproof.octets.Octets;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.LongStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the log says of the chain from supplier to device. */
class ChainLogTest {
    private static final long NOW = Timeline.toNanos(Instant.parse("2026-01-01T03:10:00Z"));
    private static final RequestId ID = new RequestId(Vectors.SUPPLIER, PPMID, 7);
    private static final Octets HASH = Octets.hex("ABCD");

    private final Recorder recorder = new Recorder();

    @BeforeEach
    void nameWhoTakesPart() {
        recorder.name(HUB, "hub");
        recorder.name(PPMID, "ppmid");
        recorder.name(Vectors.SUPPLIER, "supplier");
        recorder.name(Vectors.ACB, "dcc");
        recorder.name(Vectors.METER, "esme");
    }

    @Test
    void aCommandGoesToTheHubAndAnythingElseComesFromIt() {
        recorder.wan(NOW, new WanMessage.Gbcs(Vectors.COMMAND));
        recorder.wan(NOW, new WanMessage.Gbcs(Vectors.RESPONSE));
        recorder.wan(NOW, new WanMessage.Gbcs(Vectors.TRANSFER_ALERT));

        assertThat(line(1))
                .isEqualTo("#000001 2026-01-01T03:10:00.000Z dcc      > hub       Gbcs                    "
                        + "CS06 command (0x0012), supplier to esme, counter 1000, "
                        + "hash AA758690730934FF0685AA758690730934FF0685657788990011223344556677, at once");
        assertThat(line(2))
                .isEqualTo("#000002 2026-01-01T03:10:00.000Z hub      > dcc       Gbcs                    "
                        + "CS06 response (0x0012), esme to supplier, counter 1000, 0 success, version 0123ABCE");
        assertThat(line(3))
                .isEqualTo("#000003 2026-01-01T03:10:00.000Z hub      > dcc       Gbcs                    "
                        + "CCS08 alert (0x0128), hub to dcc, counter 4000, alert 0x8F8A firmware transfer successful, "
                        + "device ppmid, version 0123ABCD, 0 file transfer success");
    }

    @Test
    void aMessageThatSaysNotWhatItIsIsShownInOctets() {
        recorder.wan(NOW, new WanMessage.Gbcs(Octets.hex("CAFE")));

        assertThat(line(1)).contains("hub      ? dcc       Gbcs  ").endsWith("octets CAFE");
    }

    @Test
    void aMessageOfAnUnknownUseCaseStillHasADirection() {
        Octets unknown = Vectors.TRANSFER_ALERT.with(31, 0x7F);
        recorder.wan(NOW, new WanMessage.Gbcs(unknown));

        assertThat(line(1))
                .contains("hub      > dcc       Gbcs  ")
                .contains("Malformed, message code needs ")
                .endsWith("octets " + unknown.hex());
    }

    @Test
    void anyMessageSaysWhetherItIsACommand() {
        assertThat(new WanMessage.Gbcs(Vectors.COMMAND).cra()).contains(Cra.COMMAND);
        assertThat(new WanMessage.Gbcs(Vectors.PRE_COMMAND).cra()).contains(Cra.COMMAND);
        assertThat(new WanMessage.Gbcs(Vectors.RESPONSE).cra()).contains(Cra.RESPONSE);
        assertThat(new WanMessage.Gbcs(Vectors.TRANSFER_ALERT).cra()).contains(Cra.ALERT);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "DF", "DF09", "DF0904", "DF0801", "DD", "DD000000000000", "DD00000000000084", "00"})
    void whatHasNoHeaderSaysNothing(String hex) {
        assertThat(new WanMessage.Gbcs(Octets.hex(hex)).cra()).isEmpty();
    }

    @Test
    void aRequestIsShownWithItsVariant() {
        List<Eui64> many = LongStream.range(0, 50_000).mapToObj(Eui64::new).toList();

        assertRequest(
                new ServiceRequest.UpdatePpmidFirmware(ID, "QUJD", "00000020", List.of(PPMID, IHD)),
                "SR 11.4",
                "version 00000020, image of 4 characters, 2 devices ppmid " + IHD);
        assertRequest(
                new ServiceRequest.UpdateFirmware(ID, "QUJD", "2\n0", many),
                "SR 11.1",
                "version 2?0, image of 4 characters, 50000 devices 0000000000000000 0000000000000001 0000000000000002"
                        + " 0000000000000003 0000000000000004 0000000000000005 0000000000000006 0000000000000007"
                        + " and 49992 more");
        assertRequest(new ServiceRequest.ReadFirmwareVersion(ID, PPMID), "SR 11.2", "read the version of ppmid");
        assertRequest(
                new ServiceRequest.ActivateFirmware(ID, PPMID, HASH, Optional.empty()),
                "SR 11.3",
                "activate on ppmid, hash ABCD, at once");
        assertRequest(
                new ServiceRequest.SignedPreCommand(ID, Vectors.PRE_COMMAND),
                "SR 11.3",
                "signed, Gbcs CS06 command (0x0012), supplier to esme, counter 1000, "
                        + "hash AA758690730934FF0685AA758690730934FF0685657788990011223344556677, at once, not signed");
        assertRequest(new ServiceRequest.ReadDeviceModel(ID, PPMID), "SR 11.5", "read the device model of ppmid");
        assertRequest(new ServiceRequest.ReadInventory(ID, PPMID), "SR 8.2", "inventory of ppmid");
        assertRequest(new ServiceRequest.UpdateInventory(ID, PPMID, 0x20), "SR 8.4", "ppmid has version 00000020");
        assertRequest(
                new ServiceRequest.DevicePrenotification(ID, PPMID, "PPMID", 0xFFFE, 0xAABB, 0x0101, 0x10),
                "SR 12.2",
                "PPMID ppmid manufacturer FFFE, type AABB, hardware 0101, version 00000010");
    }

    @Test
    void aResponseIsShownWithTheRequestThatItAnswers() {
        assertResponse(new ServiceResponse.Accepted(List.of()), "accepted");
        assertResponse(
                new ServiceResponse.Accepted(
                        List.of(new ServiceResponse.Rejected(PPMID, RejectionReason.NOT_COMMISSIONED))),
                "accepted but for ppmid (NOT_COMMISSIONED)");
        assertResponse(new ServiceResponse.Refused(RequestFault.NO_DEVICE), "refused: NO_DEVICE, no device is named");
        assertResponse(new ServiceResponse.DeviceFirmware(PPMID, Optional.empty()), "ppmid runs no version");
        assertResponse(
                new ServiceResponse.DeviceModel(
                        PPMID, Optional.of(new ServiceResponse.Model(0xFFFE, 0xAABB, 0x0101, 0x20))),
                "ppmid is manufacturer FFFE, type AABB, hardware 0101, version 00000020");
        assertResponse(new ServiceResponse.DeviceModel(PPMID, Optional.empty()), "ppmid is not to be read");
        assertResponse(
                new ServiceResponse.InventoryEntry(
                        PPMID, "PPMID", "Commissioned", 0xFFFE, 0xAABB, 0x0101, Optional.of(0x20L)),
                "PPMID ppmid Commissioned manufacturer FFFE, type AABB, hardware 0101, version 00000020");
    }

    @Test
    void anAlertIsShownWithItsNameAndWhatItSays() {
        assertAlert(
                new DccAlert.UpdateRequested(HASH, List.of(PPMID), Optional.of(Instant.EPOCH)),
                "UpdateRequested, hash ABCD, device ppmid, 1970-01-01T00:00:00Z");
        assertAlert(
                new DccAlert.FirmwareUpgradeRequested("PPMID", 0x20, List.of(PPMID)),
                "FirmwareUpgradeRequested, PPMID, version 00000020, device ppmid");
        assertAlert(
                new DccAlert.FirmwareTransfer(HUB, PPMID, 0x20, "fileTransferSuccess"),
                "FirmwareTransfer, fileTransferSuccess, device ppmid, version 00000020");
        assertAlert(
                new DccAlert.FirmwareRead(PPMID, Optional.of(0x20L)), "FirmwareRead, device ppmid, version 00000020");
        assertAlert(
                new DccAlert.PpmidFirmwareUpgrade(PPMID, 0x20, false),
                "PpmidFirmwareUpgrade, device ppmid, version 00000020, not activated");
        assertAlert(
                new DccAlert.FirmwareDistributionFailure(HUB, List.of(PPMID), 0x20),
                "FirmwareDistributionFailure, hub hub, version 00000020, device ppmid");
        assertAlert(new DccAlert.DevicesRejected(List.of(), 0x20), "DevicesRejected, version 00000020, no device");
        assertAlert(
                new DccAlert.FirmwareVersionMismatch(PPMID, Optional.empty(), 0x20),
                "FirmwareVersionMismatch, device ppmid runs 00000020, the inventory has no version");
    }

    @Test
    void whatADeviceSaysItselfIsDecoded() {
        assertToUser(
                new DeviceAlert(Vectors.METER, Vectors.RESPONSE),
                "DeviceAlert",
                "of esme, Gbcs CS06 response (0x0012), esme to supplier, counter 1000, 0 success, version 0123ABCE");
    }

    @Test
    void anIncidentIsShownWithWhatTheAuditTrailKeeps() {
        var sent = new Incident.Sent(Instant.EPOCH, Vectors.SUPPLIER, ID, HASH, 0x20);

        assertToUser(new Incident.Raised(PPMID), "Incident", "who sent firmware to ppmid");
        assertToUser(
                new Incident.Answered(PPMID, List.of(sent)),
                "IncidentAnswer",
                "ppmid was sent version 00000020, hash ABCD, by supplier at 1970-01-01T00:00:00Z in request 7");
    }

    private void assertRequest(ServiceRequest request, String command, String fields) {
        int number = recorder.user(NOW, Vectors.SUPPLIER, true, request);

        assertThat(line(number))
                .isEqualTo("#%06d 2026-01-01T03:10:00.000Z supplier > dcc       %-22s  request 7, %s"
                        .formatted(number, command, fields));
    }

    private void assertResponse(ServiceResponse.Answer answer, String fields) {
        assertToUser(new ServiceResponse(ID, answer), "Response", "to request 7, " + fields);
    }

    private void assertAlert(DccAlert alert, String fields) {
        assertToUser(alert, "DccAlert", fields);
    }

    private void assertToUser(UserMessage message, String command, String fields) {
        int number = recorder.user(NOW, Vectors.SUPPLIER, false, message);

        assertThat(line(number))
                .isEqualTo("#%06d 2026-01-01T03:10:00.000Z dcc      > supplier  %-22s  %s"
                        .formatted(number, command, fields));
    }

    private String line(int number) {
        return new FrameLog(recorder.recording()).line(number);
    }
}
