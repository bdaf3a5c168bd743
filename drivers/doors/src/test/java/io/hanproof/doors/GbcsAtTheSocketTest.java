package io.hanproof.doors;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.hanproof.lab.BenchFault;
import io.hanproof.octets.Eui64;
import io.hanproof.octets.Octets;
import io.hanproof.profile.DeviceKind;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** GBCS messages between a device and its hub, of which one or both are at the socket. */
@Timeout(value = 60, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class GbcsAtTheSocketTest extends AtTheSocket {
    private static final String HUB = "00DB1234567890A2";
    private static final String SAYS_GBCS = "\"version\":1,\"gbcs\":true";

    private final List<Octets> told = new ArrayList<>();

    /** The header of a command for that entity, and no more. */
    private static String command(String recipient) {
        return "DF0901" + "00000000000003E8" + "0890B3D51F30000002" + "08" + recipient + "00" + "020012";
    }

    private static String line(String message) {
        return "{\"type\":\"gbcs\",\"message\":\"%s\"}".formatted(message);
    }

    private static String heardAs(String message) {
        return "{\"type\":\"gbcs\",\"message\":\"%s\",\"at\":\"2026-01-01T02:00:00Z\"}".formatted(message);
    }

    private RawPeer taking(String join, String... inItsFirstTurn) {
        return peer(it -> {
            it.say(join.replace("\"version\":1", SAYS_GBCS));
            it.hear();
            for (String each : inItsFirstTurn) {
                it.say(each);
            }
            it.say(RawPeer.IDLE);
            it.answerEverything();
        });
    }

    @Test
    void aDeviceSpeaksWithAHubInThisProcess() throws IOException {
        try (var peer = taking(RawPeer.join(ADDRESS), line("df09"));
                var bench = socket.lockstep(han)) {
            bench.joined(NodeDescription.hub(Home.HUB, Home.HUB_ENDPOINT));
            bench.onGbcs(Home.HUB, told::add);
            var node = bench.awaitNode(DeviceKind.PPMID, PATIENCE);

            node.gbcs(Octets.hex(command(ADDRESS)));
            timeline.advance(Duration.ofMillis(1));

            assertThat(node.takesGbcs()).isTrue();
            assertThat(told).containsExactly(Octets.hex("DF09"));
            assertThat(peer.heard()).contains(heardAs(command(ADDRESS)));
            assertThat(bench.protocolErrors()).isEmpty();
        }
    }

    @Test
    void aHubSpeaksWithTheDeviceThatAMessageIsFor() throws IOException {
        String join = RawPeer.join(HUB).replace("PPMID", "HUB");
        var notes = new ArrayList<Note>();
        try (var peer = taking(join, line(command(ADDRESS)), line(command("00DB1234567890FF")), line("CAFE"));
                var bench = socket.lockstep(han)) {
            bench.onNote(notes::add);
            bench.joined(NodeDescription.otaClient(Home.DISPLAY, DeviceKind.PPMID, 1));
            bench.onGbcs(Home.DISPLAY, told::add);
            var hub = bench.awaitNode(DeviceKind.HUB, PATIENCE);

            hub.gbcs(Octets.hex("DF09"));
            timeline.advance(Duration.ofMillis(1));

            assertThat(told).containsExactly(Octets.hex(command(ADDRESS)));
            assertThat(peer.heard()).contains(heardAs("DF09"));
            assertThat(notes)
                    .extracting(Note::text)
                    .containsExactly(
                            "a GBCS message for nobody here: " + command("00DB1234567890FF"),
                            "a GBCS message for nobody here: CAFE");
        }
    }

    @Test
    void deviceAndHubMayBothBeAtTheSocket() throws IOException {
        try (var hub = taking(RawPeer.join(HUB).replace("PPMID", "HUB"));
                var bench = socket.lockstep(han)) {
            var unusedHub = bench.awaitNode(DeviceKind.HUB, PATIENCE);
            try (var device = taking(RawPeer.join(ADDRESS), line("DF09"))) {
                var unusedDevice = bench.awaitNode(DeviceKind.PPMID, PATIENCE);
                timeline.advance(Duration.ofMillis(1));

                assertThat(hub.heard()).contains(heardAs("DF09"));
                assertThat(device.heard()).noneMatch(it -> it.contains("\"gbcs\""));
            }
        }
    }

    @Test
    void aPeerThatDidNotSaySoIsNeverSentOne() throws IOException {
        try (var peer = RawPeer.joined(socket.address());
                var bench = socket.lockstep(han)) {
            var node = bench.awaitNode(DeviceKind.PPMID, PATIENCE);

            assertThat(node.takesGbcs()).isFalse();
            assertThatThrownBy(() -> node.gbcs(Octets.hex("DF09")))
                    .isInstanceOf(BenchFault.class)
                    .hasMessageContaining("did not say, as it joined, that it takes GBCS messages");
            timeline.advance(Duration.ofSeconds(1));
            assertThat(peer.heard()).noneMatch(it -> it.contains("\"gbcs\""));
        }
    }

    @Test
    void aMessageIsLostWhileTheNodeIsOffOrDoesNotHear() throws IOException {
        try (var peer = taking(RawPeer.join(ADDRESS), "{\"type\":\"radio\",\"on\":false}");
                var bench = socket.lockstep(han)) {
            var node = bench.awaitNode(DeviceKind.PPMID, PATIENCE);

            node.gbcs(Octets.hex("DF09"));
            timeline.advance(Duration.ofSeconds(1));
            han.power(Eui64.parse(ADDRESS), false);
            node.gbcs(Octets.hex("DF09"));
            timeline.advance(Duration.ofSeconds(1));
            assertThat(peer.heard()).noneMatch(it -> it.contains("\"gbcs\""));

            han.power(Eui64.parse(ADDRESS), true);
            node.gbcs(Octets.hex("DF09"));
            timeline.advance(Duration.ofSeconds(1));

            assertThat(peer.heard()).filteredOn(it -> it.contains("\"gbcs\"")).hasSize(1);
        }
    }
}
