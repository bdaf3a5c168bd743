package io.hanproof.evidence;

import static org.assertj.core.api.Assertions.assertThat;

import io.hanproof.lab.ApsFrame;
import io.hanproof.lab.Cursor;
import io.hanproof.lab.Delivery;
import io.hanproof.lab.Recorder;
import io.hanproof.lab.Recording;
import io.hanproof.octets.Decoded;
import io.hanproof.octets.Eui64;
import io.hanproof.octets.Octets;
import io.hanproof.pcapng.ZigBeeKey;
import io.hanproof.zcl.Cluster;
import io.hanproof.zcl.FrameType;
import io.hanproof.zcl.GlobalCommand;
import io.hanproof.zcl.ZclHeader;
import io.hanproof.zcl.ota.OtaCommand;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

@Timeout(300)
final class FrameCaptureTest {
    private static final String PROTOCOL = ":zbee_zcl_general.ota";
    private static final ZigBeeKey NETWORK_KEY = new ZigBeeKey(Octets.hex("C0C1C2C3C4C5C6C7C8C9CACBCCCDCECF"));
    private static final ZigBeeKey LINK_KEY = new ZigBeeKey(Octets.hex("A0A1A2A3A4A5A6A7A8A9AAABACADAEAF"));
    private static final ZigBeeKey WRONG_KEY = new ZigBeeKey(Octets.hex("00112233445566778899AABBCCDDEEFF"));
    private static final CaptureNetwork SEALED = network(NETWORK_KEY, LINK_KEY);

    @TempDir
    private Path folder;

    enum Sample {
        WHOLE_UPDATE,
        EVERY_COMMAND;

        Recording recording() {
            return switch (this) {
                case WHOLE_UPDATE -> SampleUpdate.whole();
                case EVERY_COMMAND -> SampleUpdate.everyCommand();
            };
        }
    }

    @ParameterizedTest
    @EnumSource
    void isReadAsZigBeeOtaWithTheRightCommands(Sample sample) throws Exception {
        var tshark = new Tshark(folder);
        var recording = sample.recording();

        var packets = decoded(tshark, capture(recording, CaptureNetwork.UNKNOWN));

        assertThat(packets).isEqualTo(expected(recording));
    }

    @ParameterizedTest
    @EnumSource
    void isReadWithTheExportedKeysWhenItIsSealed(Sample sample) throws Exception {
        var recording = sample.recording();
        var tshark = new Tshark(folder).withKeys(SEALED.keyTable());

        var packets = decoded(tshark, capture(recording, SEALED));

        assertThat(packets).isEqualTo(expected(recording));
    }

    @Test
    void isReadWithNoOtherKeyWhenItIsSealed() throws Exception {
        var recording = SampleUpdate.everyCommand();
        var tshark = new Tshark(folder);
        var capture = capture(recording, SEALED);

        var keyless = tshark.withKeys("").fields(capture, "frame.protocols");
        var wrongNetworkKey =
                tshark.withKeys(network(WRONG_KEY, LINK_KEY).keyTable()).fields(capture, "frame.protocols");
        var wrongLinkKey =
                tshark.withKeys(network(NETWORK_KEY, WRONG_KEY).keyTable()).fields(capture, "frame.protocols");

        for (var packets : List.of(keyless, wrongNetworkKey, wrongLinkKey)) {
            assertThat(packets)
                    .hasSize(recording.size())
                    .noneMatch(it -> it.getFirst().contains("ota"));
        }
        assertThat(wrongNetworkKey).noneMatch(it -> it.getFirst().contains("zbee_aps"));
        assertThat(wrongLinkKey).allMatch(it -> it.getFirst().contains("zbee_aps"));
    }

    @Test
    void tellsWhoSpoke() throws Exception {
        var tshark = new Tshark(folder);
        var recording = SampleUpdate.everyCommand();
        var known = new CaptureNetwork(0x1A2B, Map.of(SampleUpdate.PPMID, 0xC0DE), Optional.empty(), Map.of());

        var assumed = tshark.fields(capture(recording, CaptureNetwork.UNKNOWN), "zbee_nwk.src", "zbee_nwk.dst");
        var given = tshark.fields(capture(recording, known), "zbee_nwk.src", "zbee_nwk.dst", "wpan.dst_pan");

        assertThat(assumed.getFirst()).containsExactly("0x0000", "0x0001");
        assertThat(given.getFirst()).containsExactly("0x0000", "0xc0de", "0x1a2b");
    }

    @Test
    void saysInCommentsWhatNoFrameShows() throws Exception {
        var tshark = new Tshark(folder);
        var recorder = new Recorder();
        var hub = Eui64.parse("00DB1234567890A0");
        var ppmid = Eui64.parse("00DB1234567890A1");
        recorder.name(hub, "hub");
        recorder.name(ppmid, "ppmid");
        recorder.power(1_000_000_000L, ppmid, true);
        recorder.outcome(recorder.sent(2_000_000_007L, notify(hub, ppmid, true, true)), 3_000_000_000L, Delivery.LOST);
        recorder.outcome(recorder.sent(4_000_000_000L, notify(hub, ppmid, false, false)), 4, Delivery.LOST);
        recorder.sent(5_000_000_000L, notify(hub, Eui64.BROADCAST, false, false));
        recorder.power(6_000_000_000L, ppmid, false);

        var packets = tshark.fields(
                capture(recorder.recording(), CaptureNetwork.UNKNOWN), "frame.comment", "frame.time_epoch");

        assertThat(packets)
                .containsExactly(
                        List.of(
                                "frame 2;before it: #000001 1970-01-01T00:00:01.000Z ppmid Power on;"
                                        + "not acknowledged",
                                "2.000000007"),
                        List.of("frame 3;lost;without APS security", "4.000000000"),
                        List.of("frame 4;after it: #000005 1970-01-01T00:00:06.000Z ppmid Power off", "5.000000000"));
    }

    @Test
    void saysWhenAFrameIsLongerThanTheAirTakes() throws Exception {
        var tshark = new Tshark(folder);
        var recorder = new Recorder();
        recorder.sent(1_000_000_000L, frame(SampleUpdate.HUB, SampleUpdate.PPMID, "00".repeat(97)));
        recorder.sent(2_000_000_000L, frame(SampleUpdate.HUB, SampleUpdate.PPMID, "00".repeat(101)));

        var packets = tshark.fields(capture(recorder.recording(), CaptureNetwork.UNKNOWN), "frame.comment");

        assertThat(packets)
                .containsExactly(List.of("frame 1"), List.of("frame 2;126 octets, of which the air takes 125"));
    }

    @Test
    void holdsWhatHappenedEvenWhenNoFrameWasSent() throws IOException {
        var recorder = new Recorder();
        recorder.name(SampleUpdate.PPMID, "ppmid");
        recorder.power(1_000_000_000L, SampleUpdate.PPMID, true);

        var text = Files.readString(capture(recorder.recording(), CaptureNetwork.UNKNOWN), StandardCharsets.ISO_8859_1);

        assertThat(text)
                .contains("0001 is ppmid, 00DB1234567890A4")
                .contains("nothing crossed the HAN")
                .contains("#000001 1970-01-01T00:00:01.000Z ppmid Power on");
    }

    @Test
    void sealsWithTheNetworkKeyAloneWhereNoLinkKeyIsKnown() throws Exception {
        var recording = SampleUpdate.everyCommand();
        var network = new CaptureNetwork(0x1A2B, Map.of(), Optional.of(NETWORK_KEY), Map.of());
        var tshark = new Tshark(folder).withKeys(network.keyTable());

        var packets = tshark.fields(capture(recording, network), "frame.protocols", "frame.comment");

        assertThat(packets)
                .hasSize(recording.size())
                .allMatch(it -> it.getFirst().endsWith(PROTOCOL));
        assertThat(packets.getFirst().getLast()).isEqualTo("frame 1;had APS security, its link key is not known here");
    }

    private static ApsFrame notify(Eui64 from, Eui64 to, boolean secured, boolean acknowledged) {
        return new ApsFrame(from, to, 0x0109, 0x0019, 0x7B, 1, secured, acknowledged, Octets.hex("09 01 00 00 64"));
    }

    private static ApsFrame frame(Eui64 from, Eui64 to, String zcl) {
        return new ApsFrame(from, to, 0x0109, 0x0019, 0x7B, 1, true, true, Octets.hex(zcl));
    }

    private static CaptureNetwork network(ZigBeeKey networkKey, ZigBeeKey linkKey) {
        return new CaptureNetwork(0x1A2B, Map.of(), Optional.of(networkKey), Map.of(SampleUpdate.PPMID, linkKey));
    }

    private Path capture(Recording recording, CaptureNetwork network) throws IOException {
        Path file = folder.resolve("update.pcapng");
        try (OutputStream out = Files.newOutputStream(file)) {
            new FrameCapture(recording, network).write(out);
        }
        return file;
    }

    /** Of every packet: number of the frame, whether it was read as OTA, its command, whether it is malformed. */
    private static List<Packet> decoded(Tshark tshark, Path capture) throws Exception {
        return tshark
                .fields(capture, "frame.comment", "frame.protocols", "_ws.col.Info", "_ws.malformed", "zbee_nwk.src")
                .stream()
                .map(it -> new Packet(
                        it.get(0).split(";", -1)[0],
                        it.get(1).endsWith(PROTOCOL),
                        it.get(2),
                        it.get(3).isEmpty(),
                        it.get(4)))
                .toList();
    }

    private static List<Packet> expected(Recording recording) {
        var packets = new ArrayList<Packet>();
        for (var cursor = recording.cursor(); cursor.next(); ) {
            if (cursor.isFrame()) {
                packets.add(expected(cursor));
            }
        }
        return packets;
    }

    private static Packet expected(Cursor cursor) {
        if (!(ZclHeader.read(cursor.zcl()) instanceof Decoded.Value<ZclHeader>(var header))) {
            throw new IllegalStateException("frame %d has no ZCL header".formatted(cursor.number()));
        }
        boolean ota = header.frameType() == FrameType.CLUSTER && cursor.cluster() == Cluster.OTA.id();
        String name = ota ? otaName(header, cursor.zcl()) : globalName(header, cursor.zcl());
        return new Packet(
                "frame " + cursor.number(),
                ota,
                "%s: %s, Seq: %d".formatted(ota ? "ZCL OTA" : "ZCL", name, header.sequence()),
                true,
                cursor.source().equals(SampleUpdate.HUB) ? "0x0000" : "0x0001");
    }

    private static String otaName(ZclHeader header, Octets zcl) {
        if (!(OtaCommand.read(header, zcl) instanceof Decoded.Value<OtaCommand>(var command))) {
            throw new IllegalStateException("malformed: " + zcl);
        }
        return inWords(command.name());
    }

    private static String globalName(ZclHeader header, Octets zcl) {
        if (!(GlobalCommand.read(header, zcl) instanceof Decoded.Value<GlobalCommand>(var command))) {
            throw new IllegalStateException("malformed: " + zcl);
        }
        return inWords(command.name());
    }

    /** Image Block Response, of ImageBlockResponse. */
    private static String inWords(String name) {
        return name.replaceAll("(?<=[a-z])(?=[A-Z])", " ");
    }

    private record Packet(String comment, boolean ota, String info, boolean sound, String source) {}
}
