package io.hanproof.doors;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.hanproof.lab.ApsFrame;
import io.hanproof.lab.BenchFault;
import io.hanproof.lab.Radio;
import io.hanproof.octets.Octets;
import io.hanproof.profile.DeviceKind;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Nodes that share a HAN in lockstep: who may join, what they hear of each other, and when. */
@Timeout(value = 60, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class SharedHanTest extends AtTheSocket {
    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
                    "version":1          | "version":2        | version 1 needed, found 2
                    "time":"lockstep"    | "time":"wall"      | time "lockstep" needed, found "wall"
                    "00DB1234567890A4"   | "00DB1234567890A2" | eui64 00DB1234567890A2 is on the HAN already
                    "PPMID"              | "HUB"              | a HUB is on the HAN already
                    """)
    void oneWhoDoesNotFitIsRefused(String right, String wrong, String reason) throws Exception {
        try (var bench = socket.lockstep(han)) {
            bench.joined(NodeDescription.hub(Home.HUB, Home.HUB_ENDPOINT));
            var peer = peer(it -> {
                it.say(RawPeer.join(ADDRESS).replace(right, wrong));
                while (!it.hear().isEmpty()) {
                    // until the connection closes
                }
            });

            peer.join();

            assertThat(peer.heard())
                    .containsExactly(
                            "{\"type\":\"refused\",\"reason\":\"%s\"}".formatted(reason.replace("\"", "\\\"")));
            assertThatThrownBy(() -> bench.awaitNode(DeviceKind.PPMID, SHORT)).hasMessageContaining(reason);
        }
    }

    @Test
    void anAddressIsFreeAgainWhenItsNodeHasLeft() throws Exception {
        try (var bench = socket.lockstep(han)) {
            var first = peer(it -> {
                it.say(RawPeer.join(ADDRESS).replace("PPMID", "IHD"));
                it.hear();
                it.say("{\"type\":\"leave\"}");
            });
            assertThatThrownBy(() -> bench.awaitNode(DeviceKind.PPMID, SHORT)).hasMessageContaining("left the HAN");
            first.join();

            try (var second = RawPeer.joined(socket.address())) {
                assertThat(bench.awaitNode(DeviceKind.PPMID, PATIENCE).address())
                        .isEqualTo(Home.DISPLAY);
                assertThat(second.heard().getFirst())
                        .contains("\"type\":\"joined\"")
                        .contains("\"nodes\":[]");
            }
        }
    }

    @Test
    void nodesHearOfEachOther() throws Exception {
        try (var bench = socket.lockstep(han);
                var first = RawPeer.joined(socket.address())) {
            bench.joined(NodeDescription.hub(Home.HUB, Home.HUB_ENDPOINT));
            var one = bench.awaitNode(DeviceKind.PPMID, PATIENCE);
            var second = peer(it -> {
                it.say(RawPeer.join("00DB1234567890A5").replace("PPMID", "IHD"));
                it.hear();
                it.say(RawPeer.IDLE);
                it.hear();
                it.say("{\"type\":\"leave\"}");
            });

            var two = bench.awaitNode(DeviceKind.IHD, PATIENCE);
            assertThatThrownBy(two::catchUp).hasMessageContaining("left the HAN");
            second.join();
            bench.left(Home.HUB);
            one.catchUp();

            assertThat(second.heard().getFirst())
                    .contains(
                            "{\"eui64\":\"00DB1234567890A2\",\"shortAddress\":\"0000\",\"device\":\"HUB\",\"endpoints\":["
                                    + "{\"endpoint\":123,\"profile\":\"0109\",\"server\":[\"000A\",\"0019\"],\"client\":[\"0000\"]}]}")
                    .contains("{\"eui64\":\"00DB1234567890A4\"");
            assertThat(first.heard().get(1))
                    .startsWith("{\"type\":\"node\",\"on\":true,\"eui64\":\"00DB1234567890A5\"")
                    .endsWith("\"at\":\"2026-01-01T02:00:00Z\"}");
            assertThat(first.heard().get(2))
                    .startsWith("{\"type\":\"node\",\"on\":false,\"eui64\":\"00DB1234567890A2\"");
        }
    }

    @Test
    void aUnicastEndsInOneDeliveryAndABroadcastInNone() throws IOException {
        String frame = """
                {"type":"frame","to":"%s","profile":"0109","cluster":"0019","sourceEndpoint":1,\
                "destinationEndpoint":%d,"apsSecurity":false,"apsAck":%s,"zcl":"0901","id":%d}""";
        Radio hub = han.join(Home.HUB, Set.of(123));
        var arrived = new ArrayList<ApsFrame>();
        hub.listen(arrived::add);
        var peer = RawPeer.joined(
                socket.address(),
                frame.formatted(Home.HUB, 123, true, 1),
                frame.formatted(Home.HUB, 122, true, 2),
                frame.formatted("00DB1234567890FF", 123, true, 3),
                frame.formatted(Home.HUB, 123, false, 4),
                frame.formatted("broadcast", 255, false, 5));
        try (peer;
                var bench = socket.lockstep(han)) {
            var unused = bench.awaitNode(DeviceKind.PPMID, PATIENCE);

            timeline.advance(Duration.ofSeconds(10));

            assertThat(peer.heard().stream()
                            .filter(it -> it.contains("delivery"))
                            .sorted())
                    .satisfiesExactly(
                            it -> assertThat(it).contains("\"id\":1,\"ok\":true"),
                            it -> assertThat(it).contains("\"id\":2,\"ok\":false"),
                            it -> assertThat(it).contains("\"id\":3,\"ok\":false"));
            assertThat(arrived).hasSize(3);
            assertThat(bench.protocolErrors()).isEmpty();
        }
    }

    @Test
    void whileItsRadioIsOffNothingIsDeliveredToIt() throws IOException {
        Radio hub = han.join(Home.HUB, Set.of(123));
        var deliveries = new ArrayList<String>();
        hub.confirm((frame, delivery) -> deliveries.add(delivery.name()));
        var frame = new ApsFrame(Home.HUB, Home.DISPLAY, 0x0109, 0x0019, 123, 1, true, true, Octets.hex("0901"));
        try (var peer = RawPeer.joined(socket.address(), "{\"type\":\"radio\",\"on\":false}");
                var bench = socket.lockstep(han)) {
            var unused = bench.awaitNode(DeviceKind.PPMID, PATIENCE);
            hub.send(frame);
            timeline.advance(Duration.ofSeconds(10));

            assertThat(deliveries).containsExactly("LOST");
            assertThat(peer.heard()).noneMatch(it -> it.contains("\"frame\""));
        }
    }

    @Test
    void timersArePartsOfTheTimeline() throws IOException {
        var notes = new ArrayList<Note>();
        var peer = peer(it -> {
            it.say(RawPeer.join(ADDRESS));
            it.hear();
            it.say("{\"type\":\"idle\",\"until\":\"2026-01-01T02:00:05.000000001Z\"}");
            it.hear();
            it.say("{\"type\":\"note\",\"text\":\"five seconds\"}");
            it.say("{\"type\":\"idle\",\"until\":\"9999-12-31T23:59:59Z\"}");
            it.answerEverything();
        });
        try (peer;
                var bench = socket.lockstep(han)) {
            bench.onNote(notes::add);
            var unused = bench.awaitNode(DeviceKind.PPMID, PATIENCE);

            timeline.advance(Duration.ofDays(365));

            assertThat(notes)
                    .containsExactly(
                            new Note(Instant.parse("2026-01-01T02:00:05.000000001Z"), Home.DISPLAY, "five seconds"));
            assertThat(peer.heard()).hasSize(2);
        }
    }

    @Test
    void oneScenarioAtATime() {
        try (var bench = socket.lockstep(han)) {
            assertThatThrownBy(() -> socket.lockstep(han)).hasMessageContaining("one scenario at a time");
            assertThat(bench.protocolErrors()).isEmpty();
        }
    }

    @Test
    void whoComesTooLateForAScenarioWaitsForTheNext() throws Exception {
        try (var peer = RawPeer.joined(socket.address())) {
            try (var bench = socket.lockstep(han)) {
                assertThatThrownBy(() -> bench.awaitNode(DeviceKind.IHD, SHORT)).isInstanceOf(BenchFault.class);
            }
            assertThat(peer.heard()).hasSize(1); // it did join, and was let go with its scenario
        }
        try (var late = RawPeer.joined(socket.address())) {
            try (var bench = socket.lockstep(Home.han(timeline, recorder))) {
                assertThat(bench.protocolErrors()).isEmpty(); // its join may have come; nobody waited for it
            }
            try (var bench = socket.lockstep(Home.han(timeline, recorder))) {
                assertThat(bench.awaitNode(DeviceKind.PPMID, PATIENCE).address())
                        .isEqualTo(Home.DISPLAY);
                assertThat(late.heard()).hasSize(1);
            }
        }
    }
}
