package io.hanproof.lab;

import static io.hanproof.lab.Hans.HUB;
import static io.hanproof.lab.Hans.OTA;
import static io.hanproof.lab.Hans.PPMID;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import io.hanproof.lab.WanMessage.ImageResponseCode;
import io.hanproof.octets.Octets;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class FrameLogTest {
    private static final int TIME = 0x000A;
    private static final long NOW = Timeline.toNanos(Instant.parse("2026-01-01T03:10:00Z"));
    private static final String FROM_HUB = "#000001 2026-01-01T03:10:00.000Z hub   > ppmid  ";

    private final Recorder recorder = new Recorder();

    @BeforeEach
    void nameTheNodes() {
        recorder.name(HUB, "hub");
        recorder.name(PPMID, "ppmid");
    }

    static List<Arguments> commands() {
        return List.of(
                arguments("09 01 00 00 64", "ImageNotify", "jitter 100"),
                arguments("09 01 00 03 64 FEFF BBAA 20000000", "ImageNotify", "jitter 100, V20"),
                arguments("01 02 01 00 FEFF BBAA 10000000", "QueryNextImageRequest", "V10"),
                arguments("01 02 01 01 FEFF BBAA 10000000 0201", "QueryNextImageRequest", "V10, hardware 1.2"),
                arguments(
                        "19 02 02 00 FEFF BBAA 20000000 105E0000",
                        "QueryNextImageResponse",
                        "SUCCESS, V20, size 24080"),
                arguments("19 02 02 98", "QueryNextImageResponse", "NO_IMAGE_AVAILABLE"),
                arguments(
                        "01 03 03 00 FEFF BBAA 20000000 50000000 28",
                        "ImageBlockRequest",
                        "V20, offset 80, size up to 40"),
                arguments(
                        "01 03 03 02 FEFF BBAA 20000000 50000000 30 2C01",
                        "ImageBlockRequest",
                        "V20, offset 80, size up to 48, block period 300"),
                arguments(
                        "01 04 04 00 FEFF BBAA 20000000 00000000 20 0004 3200",
                        "ImagePageRequest",
                        "V20, offset 0, size up to 32, page of 1024 every 50 ms"),
                arguments(
                        "19 03 05 00 FEFF BBAA 20000000 50000000 02 0102",
                        "ImageBlockResponse",
                        "SUCCESS, V20, offset 80, size 2"),
                arguments(
                        "19 03 05 97 00000000 3C000000 0000",
                        "ImageBlockResponse",
                        "WAIT_FOR_DATA, current time 0, request time 60 (in 60 s), block period 0"),
                arguments("19 03 05 95", "ImageBlockResponse", "ABORT"),
                arguments("01 06 06 00 FEFF BBAA 20000000", "UpgradeEndRequest", "SUCCESS, V20"),
                arguments(
                        "19 06 07 FFFF FFFF FFFFFFFF 00000000 FFFFFFFF",
                        "UpgradeEndResponse",
                        "ANY, current time 0, upgrade time 4294967295 (when told)"),
                arguments(
                        "19 06 07 FEFF BBAA 20000000 00000000 00000000",
                        "UpgradeEndResponse",
                        "V20, current time 0, upgrade time 0 (now)"),
                arguments(
                        "19 06 07 FEFF BBAA 20000000 00D5E830 10D5E830",
                        "UpgradeEndResponse",
                        "V20, current time 820565248, upgrade time 820565264 (at 2026-01-01T06:47:44Z)"),
                arguments("19 09 09 98", "QuerySpecificFileResponse", "NO_IMAGE_AVAILABLE"),
                arguments("08 03 0B 03 95", "DefaultResponse", "ABORT, to ImageBlockRequest"),
                arguments("08 05 00 0200", "ReadAttributes", "CurrentFileVersion"),
                arguments(
                        "08 05 00 0200 0600 3412",
                        "ReadAttributes",
                        "CurrentFileVersion, ImageUpgradeStatus, attribute 1234"),
                arguments("18 05 01 0200 00 23 10000000", "ReadAttributesResponse", "CurrentFileVersion 0x10"),
                arguments(
                        "18 05 01 0600 00 30 03 0100 86",
                        "ReadAttributesResponse",
                        "ImageUpgradeStatus WAITING_TO_UPGRADE, FileOffset UNSUPPORTED_ATTRIBUTE"));
    }

    @ParameterizedTest(name = "{1} {2}")
    @MethodSource("commands")
    void aCommandIsShownByNameWithItsFieldsInWords(String zcl, String command, String fields) {
        recorder.sent(NOW, Hans.unicast(HUB, PPMID, Octets.hex(zcl)));

        String full = fields.replace("V10", "manufacturer FFFE, type AABB, version 00000010")
                .replace("V20", "manufacturer FFFE, type AABB, version 00000020")
                .replace("ANY", "manufacturer FFFF, type FFFF, version FFFFFFFF");
        assertThat(line(1)).isEqualTo(FROM_HUB + "%-22s  %s".formatted(command, full));
    }

    @Test
    void theTimeIsShownAsADate() {
        recorder.sent(NOW, frame(TIME, "18 05 01 0000 00 E2 00000000"));

        assertThat(line(1)).isEqualTo(FROM_HUB + "ReadAttributesResponse  Time 2000-01-01T00:00:00Z  cluster 000A");
    }

    @Test
    void aMalformedFrameIsShownWithTheReasonAndItsOctets() {
        recorder.sent(NOW, frame(OTA, "01 02 01 01 FEFF BBAA 10000000 02"));

        assertThat(line(1))
                .isEqualTo(FROM_HUB + "Malformed               hardware version needs 2 octets at offset 12, 1 left,"
                        + " octets 01020101FEFFBBAA1000000002");
    }

    @Test
    void aCommandOfAnotherClusterIsShownInOctets() {
        recorder.sent(NOW, frame(0x070B, "09 01 00 05"));

        assertThat(line(1)).isEqualTo(FROM_HUB + "Command 00              octets 09010005  cluster 070B");
    }

    @Test
    void aStringFromADeviceCannotBreakTheLine() {
        recorder.sent(NOW, frame(0x0000, "18 05 01 0400 00 42 03 410A42"));

        assertThat(line(1)).isEqualTo(FROM_HUB + "ReadAttributesResponse  ManufacturerName \"A?B\"  cluster 0000");
    }

    @Test
    void whatHappenedToAFrameIsNoted() {
        recorder.sent(NOW, new ApsFrame(HUB, PPMID, 0x0109, OTA, 1, 1, false, true, Octets.hex("19 03 05 95")));
        recorder.outcome(1, NOW, Delivery.LOST);
        recorder.sent(NOW, Hans.unicast(HUB, PPMID, Octets.hex("19 03 05 95")));
        recorder.outcome(2, NOW, Delivery.DELIVERED);
        recorder.outcome(2, NOW, Delivery.DELIVERED);

        assertThat(line(1)).endsWith("ImageBlockResponse      ABORT  without APS security  LOST");
        assertThat(line(2)).endsWith("ImageBlockResponse      ABORT  delivered 2 times");
    }

    @Test
    void everyEntryIsOneLineInColumns() throws IOException {
        recorder.wan(
                NOW, new WanMessage.FirmwareDelivery(WanMessage.UseCase.CS05C, Octets.hex("1EF1EE0B"), List.of(PPMID)));
        recorder.power(NOW + 1_000_000, PPMID, false);
        recorder.wan(
                NOW + 2_000_000, new WanMessage.TransferAlert(PPMID, 0x20, ImageResponseCode.FILE_TRANSFER_SUCCESS));
        recorder.wan(NOW + 3_000_000, new WanMessage.ReadAlert(PPMID, Optional.of(0x20L)));
        recorder.wan(NOW + 4_000_000, new WanMessage.ReadAlert(PPMID, Optional.empty()));
        recorder.sent(NOW + 86_400_000_000_000L, Hans.broadcast(HUB, 255, Octets.hex("19 01 00 00 64")));
        var text = new StringBuilder();

        new FrameLog(recorder.recording()).write(text);

        String hash = Octets.hex("1EF1EE0B").sha256().hex();
        assertThat(text.toString().lines())
                .containsExactly(
                        "#000001 2026-01-01T03:10:00.000Z dcc       > hub        FirmwareDelivery        "
                                + "CS05C for ppmid, 4 octets, SHA-256 " + hash,
                        "#000002 2026-01-01T03:10:00.001Z ppmid                  Power off",
                        "#000003 2026-01-01T03:10:00.002Z hub       > dcc        Alert 0x8F8A            "
                                + "fileTransferSuccess, device ppmid, version 00000020",
                        "#000004 2026-01-01T03:10:00.003Z hub       > dcc        Alert 0x8F8B            "
                                + "firmwareReadSuccess, device ppmid, version 00000020",
                        "#000005 2026-01-01T03:10:00.004Z hub       > dcc        Alert 0x8F8B            "
                                + "firmwareReadFailure, device ppmid",
                        "#000006 2026-01-02T03:10:00.000Z hub       > broadcast  ImageNotify             jitter 100");
    }

    private static ApsFrame frame(int cluster, String zcl) {
        return new ApsFrame(HUB, PPMID, 0x0109, cluster, 1, 1, true, true, Octets.hex(zcl));
    }

    private String line(int number) {
        return new FrameLog(recorder.recording()).line(number);
    }
}
