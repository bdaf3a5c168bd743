package io.hanproof.lab;

import static io.hanproof.lab.Hans.BLOCK_REQUEST;
import static io.hanproof.lab.Hans.HUB;
import static io.hanproof.lab.Hans.IHD;
import static io.hanproof.lab.Hans.PPMID;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.hanproof.duis.RejectionReason;
import io.hanproof.duis.RequestFault;
import io.hanproof.duis.RequestId;
import io.hanproof.duis.ServiceRequest;
import io.hanproof.duis.ServiceResponse;
import io.hanproof.lab.WanMessage.ImageResponseCode;
import io.hanproof.octets.Eui64;
import io.hanproof.octets.Octets;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class RecorderTest {
    private static final long NOW = 1_767_225_600_000_000_001L;

    private static final Eui64 USER = Eui64.parse("90B3D51F30010000");

    private final Recorder recorder = new Recorder();
    private final Recording recording = recorder.recording();

    @Test
    void aFrameIsReadBackWithEveryField() {
        var frame = new ApsFrame(PPMID, HUB, 0x0109, 0x070B, 0x01, 0x7B, false, true, BLOCK_REQUEST);

        int number = recorder.sent(NOW, frame);

        assertThat(number).isEqualTo(1);
        assertThat(recording.entry(1)).isEqualTo(new Entry.Frame(1, NOW, frame, Delivery.UNKNOWN));
    }

    @Test
    void theFirstOutcomeStandsAndDeliveriesAreCounted() {
        recorder.sent(NOW, Hans.unicast(HUB, PPMID, BLOCK_REQUEST));

        recorder.outcome(1, NOW + 5, Delivery.DELIVERED);
        recorder.outcome(1, NOW + 9, Delivery.DELIVERED);

        var cursor = recording.cursor().to(1);
        assertThat(cursor.delivery()).isEqualTo(Delivery.DELIVERED);
        assertThat(cursor.settledNanos()).isEqualTo(NOW + 5);
        assertThat(cursor.deliveries()).isEqualTo(2);
    }

    @Test
    void aLostFrameIsDeliveredToNobody() {
        recorder.sent(NOW, Hans.unicast(HUB, PPMID, BLOCK_REQUEST));

        recorder.outcome(1, NOW + 5, Delivery.LOST);

        var cursor = recording.cursor().to(1);
        assertThat(cursor.delivery()).isEqualTo(Delivery.LOST);
        assertThat(cursor.deliveries()).isZero();
    }

    @Test
    void aCursorReadsZclFieldsInPlace() {
        recorder.sent(NOW, Hans.broadcast(HUB, 255, BLOCK_REQUEST));

        var cursor = recording.cursor();
        assertThat(cursor.next()).isTrue();

        assertThat(cursor.kind()).isEqualTo(Cursor.Kind.FRAME);
        assertThat(cursor.number()).isEqualTo(1);
        assertThat(cursor.nanos()).isEqualTo(NOW);
        assertThat(cursor.source()).isEqualTo(HUB);
        assertThat(cursor.destination()).isEqualTo(Eui64.BROADCAST);
        assertThat(cursor.profile()).isEqualTo(0x0109);
        assertThat(cursor.cluster()).isEqualTo(0x0019);
        assertThat(cursor.sourceEndpoint()).isEqualTo(1);
        assertThat(cursor.destinationEndpoint()).isEqualTo(255);
        assertThat(cursor.zclLength()).isEqualTo(17);
        assertThat(cursor.u8(2)).isEqualTo(0x03);
        assertThat(cursor.u16(4)).isEqualTo(0xFFFE);
        assertThat(cursor.u32(12)).isEqualTo(80);
        assertThat(cursor.u64(8)).isEqualTo(0x50_0000_0020L);
        assertThat(cursor.octets(4, 2)).isEqualTo(Octets.hex("FEFF"));
        assertThat(cursor.next()).isFalse();
        assertThat(cursor.number()).isEqualTo(1);
    }

    @Test
    void aCursorDoesNotReadPastTheFrame() {
        recorder.sent(NOW, Hans.unicast(HUB, PPMID, Octets.hex("010703")));
        recorder.sent(NOW, Hans.unicast(HUB, PPMID, BLOCK_REQUEST));
        var cursor = recording.cursor().to(1);

        assertThatThrownBy(() -> cursor.u16(2))
                .isInstanceOf(IndexOutOfBoundsException.class)
                .hasMessage("2 octets at offset 2 of the 3 of frame 1");
        assertThatThrownBy(() -> cursor.u8(-1)).isInstanceOf(IndexOutOfBoundsException.class);
    }

    @Test
    void aCursorGoesOnWhenMoreIsRecorded() {
        var cursor = recording.cursor();
        assertThat(cursor.next()).isFalse();

        recorder.sent(NOW, Hans.unicast(HUB, PPMID, BLOCK_REQUEST));

        assertThat(cursor.next()).isTrue();
        assertThat(cursor.number()).isEqualTo(1);
    }

    @Test
    void entriesAreNumberedFromOne() {
        recorder.sent(NOW, Hans.unicast(HUB, PPMID, BLOCK_REQUEST));

        assertThatThrownBy(() -> recording.entry(0)).isInstanceOf(IndexOutOfBoundsException.class);
        assertThatThrownBy(() -> recording.entry(2))
                .isInstanceOf(IndexOutOfBoundsException.class)
                .hasMessage("entries are numbered 1 to 1, asked for 2");
    }

    @Test
    void aHundredThousandFramesOfEveryLengthAreReadBack() {
        for (int i = 0; i < 100_000; i++) {
            recorder.sent(NOW + i, Hans.unicast(HUB, PPMID, payload(i)));
        }

        assertThat(recording.size()).isEqualTo(100_000);
        var cursor = recording.cursor();
        for (int i = 0; i < 100_000; i++) {
            assertThat(cursor.next()).isTrue();
            assertThat(cursor.nanos()).isEqualTo(NOW + i);
            assertThat(cursor.zcl()).isEqualTo(payload(i));
        }
    }

    @ParameterizedTest
    @EnumSource
    void everyResponseCodeIsReadBack(ImageResponseCode code) {
        var alert = new WanMessage.TransferAlert(PPMID, 0x20, code);

        recorder.wan(NOW, alert);

        assertThat(recording.entry(1)).isEqualTo(new Entry.Wan(1, NOW, alert));
    }

    @Test
    void alertsAreReadBack() {
        var success = new WanMessage.TransferAlert(PPMID, 0xFFFF_FFFFL, ImageResponseCode.FILE_TRANSFER_SUCCESS);
        var read = new WanMessage.ReadAlert(PPMID, Optional.of(0x10L));
        var unread = new WanMessage.ReadAlert(IHD, Optional.empty());

        recorder.wan(NOW, success);
        recorder.wan(NOW + 1, read);
        recorder.wan(NOW + 2, unread);

        assertThat(recording.entries())
                .containsExactly(
                        new Entry.Wan(1, NOW, success),
                        new Entry.Wan(2, NOW + 1, read),
                        new Entry.Wan(3, NOW + 2, unread));
    }

    @Test
    void aDeliveryKeepsTheHashAndTheHeadOfItsImage() {
        byte[] image = new byte[1_000];
        image[0] = 0x1E;
        image[999] = 0x7F;
        var delivery =
                new WanMessage.FirmwareDelivery(WanMessage.UseCase.CS05C, Octets.copyOf(image), List.of(PPMID, IHD));

        recorder.wan(NOW, delivery);

        assertThat(recording.entry(1))
                .isEqualTo(new Entry.RecordedDelivery(
                        1,
                        NOW,
                        WanMessage.UseCase.CS05C,
                        List.of(PPMID, IHD),
                        1_000,
                        Octets.copyOf(image).sha256(),
                        Octets.copyOf(image, 0, 80)));
    }

    @Test
    void aGbcsMessageIsReadBackAsItStands() {
        var message = new WanMessage.Gbcs(Octets.hex("DF09020000000000000001"));
        var nothing = new WanMessage.Gbcs(Octets.NONE);

        recorder.wan(NOW, message);
        recorder.wan(NOW, nothing);

        assertThat(recording.entries()).containsExactly(new Entry.Wan(1, NOW, message), new Entry.Wan(2, NOW, nothing));
    }

    @Test
    void aUserMessageIsReadBackWithItsUserAndItsDirection() {
        var request = new ServiceRequest.ReadInventory(new RequestId(USER, PPMID, 7), PPMID);
        var refusal = new ServiceResponse(request.id(), new ServiceResponse.Refused(RequestFault.UNKNOWN_DEVICE));

        recorder.user(NOW, USER, true, request);
        recorder.user(NOW + 1, USER, false, refusal);

        assertThat(recording.entries())
                .containsExactly(
                        new Entry.User(1, NOW, USER, true, request), new Entry.User(2, NOW + 1, USER, false, refusal));
        assertThat(recording.cursor().to(2).kind()).isEqualTo(Cursor.Kind.USER);
        assertThat(recording.cursor().to(2).source()).isEqualTo(USER);
        assertThat(recording.nodes()).containsExactly(USER);
    }

    @Test
    void messagesOfEveryLengthAreReadBackBetweenFrames(@TempDir Path folder) throws IOException {
        var expected = new ArrayList<Entry>();
        for (int length = 1; length < 4_000_000; length = 3 * length + 1) {
            var message = new WanMessage.Gbcs(Octets.copyOf(new byte[length]).with(length - 1, 0x7F));
            var frame = Hans.unicast(HUB, PPMID, BLOCK_REQUEST);
            expected.add(new Entry.Wan(recorder.wan(NOW, message), NOW, message));
            expected.add(new Entry.Frame(recorder.sent(NOW, frame), NOW, frame, Delivery.UNKNOWN));
        }

        recording.write(folder.resolve("run"));

        assertThat(recording.entries()).isEqualTo(expected);
        assertThat(Recording.read(folder.resolve("run")).entries()).isEqualTo(expected);
        assertThat(recording.copy().entries()).isEqualTo(expected);
    }

    @Test
    void aRequestForFiftyThousandDevicesWithAnImageIsReadBack(@TempDir Path folder) throws IOException {
        var devices = IntStream.range(0, 50_000).mapToObj(Eui64::new).toList();
        String image = "QUJD".repeat(250_000);
        var id = new RequestId(USER, new Eui64(0x90B3_D51F_3000_0002L), Long.MAX_VALUE);
        var request = new ServiceRequest.UpdatePpmidFirmware(id, image, "00000020", devices);

        recorder.user(NOW, USER, true, request);
        recording.write(folder.resolve("run"));

        assertThat(recording.entries()).containsExactly(new Entry.User(1, NOW, USER, true, request));
        assertThat(Recording.read(folder.resolve("run")).entries()).isEqualTo(recording.entries());
    }

    @Test
    void aDeliveryForTenThousandDevicesIsReadBack() {
        var everybody = Collections.nCopies(10_000, PPMID);
        var delivery = new WanMessage.FirmwareDelivery(WanMessage.UseCase.CS05B, Octets.NONE, everybody);

        recorder.wan(NOW, delivery);

        assertThat(((Entry.RecordedDelivery) recording.entry(1)).targets()).isEqualTo(everybody);
    }

    @Test
    void whatIsTooLongForARecordIsRefused() {
        var frame = Hans.unicast(HUB, PPMID, Octets.copyOf(new byte[0x1_0000]));
        var message = new WanMessage.Gbcs(Octets.copyOf(new byte[1 << 26]));

        assertThatIllegalArgumentException()
                .isThrownBy(() -> recorder.sent(NOW, frame))
                .withMessage("a frame is recorded with 65535 octets at most, found 65536");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> recorder.wan(NOW, message))
                .withMessage("a message is recorded with 67108864 octets at most, found 67108865");
        assertThat(recording.size()).isZero();
    }

    @Test
    void aNodeIsCalledByItsNameOrByItsAddress() {
        recorder.name(PPMID, "ppmid");

        assertThat(recording.name(PPMID)).isEqualTo("ppmid");
        assertThat(recording.name(HUB)).isEqualTo("00DB1234567890A2");
    }

    @Test
    void aFileHoldsTheSameRecording(@TempDir Path folder) throws IOException {
        record();
        Path file = folder.resolve("run.recording");

        recording.write(file);
        var read = Recording.read(file);

        assertThat(read.entries()).isEqualTo(recording.entries());
        assertThat(read.nodes()).isEqualTo(recording.nodes());
        assertThat(read.name(PPMID)).isEqualTo("ppmid");
        read.write(folder.resolve("again"));
        assertThat(folder.resolve("again")).hasSameBinaryContentAs(file);
    }

    @Test
    void whatIsNoRecordingIsRefusedWithTheReason(@TempDir Path folder) throws IOException {
        Path file = Files.writeString(folder.resolve("notes.txt"), "These are notes.");

        assertThatThrownBy(() -> Recording.read(file))
                .isInstanceOf(IOException.class)
                .hasMessage(file + " is no recording of format 2: magic needs \"HANPROOF\" at offset 0, found something"
                        + " else");
    }

    @Test
    void aRecordingCutShortAnywhereIsRefused(@TempDir Path folder) throws IOException {
        record();
        Path whole = folder.resolve("whole");
        recording.write(whole);
        byte[] octets = Files.readAllBytes(whole);
        Path file = folder.resolve("cut");

        for (int length = 0; length < octets.length; length++) {
            Files.write(file, Arrays.copyOf(octets, length));
            assertThatThrownBy(() -> Recording.read(file)).isInstanceOf(IOException.class);
        }
    }

    @Test
    void aRecordingWithAnOctetChangedIsReadOrRefusedAndNeverBreaksAReader(@TempDir Path folder) throws IOException {
        record();
        Path whole = folder.resolve("whole");
        recording.write(whole);
        Octets octets = Octets.copyOf(Files.readAllBytes(whole));
        Path file = folder.resolve("changed");

        for (int at = 0; at < octets.length(); at++) {
            Files.write(file, octets.with(at, octets.u8(at) ^ 0xFF).toArray());
            try {
                assertThat(Recording.read(file).entries()).isNotEmpty();
            } catch (IOException e) {
                assertThat(e).hasMessageContaining("is no recording of format 2");
            }
        }
    }

    private void record() {
        recorder.name(PPMID, "ppmid");
        recorder.sent(NOW, Hans.unicast(HUB, PPMID, BLOCK_REQUEST));
        recorder.power(NOW + 1, PPMID, false);
        recorder.wan(NOW + 2, new WanMessage.ReadAlert(PPMID, Optional.of(0x10L)));
        recorder.wan(NOW + 3, new WanMessage.FirmwareDelivery(WanMessage.UseCase.CS05C, BLOCK_REQUEST, List.of(PPMID)));
        recorder.outcome(1, NOW + 4, Delivery.DELIVERED);
        recorder.wan(NOW + 5, new WanMessage.Gbcs(Octets.hex("DF09")));
        var id = new RequestId(USER, PPMID, 7);
        recorder.user(
                NOW + 6,
                USER,
                true,
                new ServiceRequest.UpdatePpmidFirmware(id, "QUJD", "00000020", List.of(PPMID, IHD)));
        recorder.user(
                NOW + 7,
                USER,
                false,
                new ServiceResponse(
                        id,
                        new ServiceResponse.Accepted(
                                List.of(new ServiceResponse.Rejected(IHD, RejectionReason.NOT_COMMISSIONED)))));
    }

    private static Octets payload(int seed) {
        byte[] octets = new byte[seed % 120];
        Arrays.fill(octets, (byte) seed);
        return Octets.copyOf(octets);
    }
}
