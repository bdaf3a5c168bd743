package io.hanproof.doors;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.hanproof.lab.ApsFrame;
import io.hanproof.lab.BenchFault;
import io.hanproof.lab.Radio;
import io.hanproof.lab.Recorder;
import io.hanproof.lab.SimulatedHan;
import io.hanproof.lab.WallTimeline;
import io.hanproof.octets.Octets;
import io.hanproof.profile.DeviceKind;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** In real time nodes speak when they like, and hanproof listens when time passes. */
@Timeout(value = 60, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class WallTest {
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final HanSocket socket =
            HanSocket.listen(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), Duration.ofSeconds(2));
    private final WallTimeline timeline = new WallTimeline();
    private final SimulatedHan han = Home.han(timeline, new Recorder());

    @AfterEach
    void close() {
        socket.close();
    }

    private static String join() {
        return RawPeer.join("00DB1234567890A4").replace("lockstep", "wall");
    }

    private RawPeer joinedThen(RawPeer.Script script) {
        return RawPeer.at(socket.address(), it -> {
            it.say(join());
            it.hear();
            script.play(it);
        });
    }

    @Test
    void framesAndDeliveriesPassWithoutIdle() throws Exception {
        Radio hub = han.join(Home.HUB, Set.of(123));
        var arrived = new ArrayList<ApsFrame>();
        hub.listen(it -> {
            arrived.add(it);
            hub.send(new ApsFrame(Home.HUB, it.source(), 0x0109, 0x0019, 123, 1, true, true, Octets.hex("1901020098")));
        });
        var peer = joinedThen(it -> {
            it.say("""
                    {"type":"frame","to":"00DB1234567890A2","profile":"0109","cluster":"0019","sourceEndpoint":1,\
                    "destinationEndpoint":123,"apsSecurity":true,"apsAck":true,"zcl":"0101","id":0}""");
            it.hear();
            it.hear();
            it.say("{\"type\":\"note\",\"text\":\"done\"}");
            it.hear();
        });
        try (peer;
                var bench = socket.wall(han, timeline)) {
            var notes = new ArrayList<Note>();
            bench.onNote(notes::add);
            var unused = bench.awaitNode(DeviceKind.PPMID, PATIENCE);

            boolean done = timeline.advanceUntil(
                    () -> !notes.isEmpty(), timeline.instant().plus(PATIENCE));

            assertThat(done).isTrue();
            assertThat(arrived).hasSize(1);
            assertThat(peer.heard().subList(1, 3))
                    .anyMatch(it -> it.startsWith("{\"type\":\"delivery\",\"id\":0,\"ok\":true"))
                    .anyMatch(it -> it.contains("\"zcl\":\"1901020098\""));
        }
    }

    @Test
    void idleIsForLockstep() throws Exception {
        try (var peer = joinedThen(it -> {
                    it.say(RawPeer.IDLE);
                    it.hear();
                    it.hear();
                });
                var bench = socket.wall(han, timeline)) {
            var unused = bench.awaitNode(DeviceKind.PPMID, PATIENCE);

            timeline.advanceUntil(
                    () -> !bench.protocolErrors().isEmpty(), timeline.instant().plus(PATIENCE));

            assertThat(bench.protocolErrors().getFirst().toString())
                    .isEqualTo("00DB1234567890A4, line 2: type: idle is for lockstep");
            assertThat(peer.heard()).hasSizeLessThanOrEqualTo(2);
        }
    }

    @Test
    void aNodeThatHangsUpEndsTheScenario() throws Exception {
        try (var peer = joinedThen(RawPeer::hangUp);
                var bench = socket.wall(han, timeline)) {
            assertThatExceptionOfType(BenchFault.class)
                    .isThrownBy(() -> {
                        var unused = bench.awaitNode(DeviceKind.PPMID, PATIENCE);
                        timeline.advance(PATIENCE);
                    })
                    .withMessageMatching("node 00DB1234567890A4 \\(PPMID\\) hung up at .*");
            assertThat(peer.heard()).hasSize(1);
        }
    }

    @Test
    void aNodeThatSaysThingsWithoutEndWaitsForTheTimeline() throws Exception {
        var peer = joinedThen(it -> {
            while (true) {
                it.say("{\"type\":\"note\",\"text\":\"and another thing\"}");
            }
        });
        try (peer;
                var bench = socket.wall(han, timeline)) {
            var notes = new ArrayList<Note>();
            bench.onNote(notes::add);
            var unused = bench.awaitNode(DeviceKind.PPMID, PATIENCE);

            timeline.advanceUntil(() -> notes.size() > 1_000, timeline.instant().plus(PATIENCE));

            assertThat(notes).hasSizeGreaterThan(1_000);
        }
    }

    @Test
    void aNodeThatNeverReadsEndsTheScenario() throws Exception {
        var peer = joinedThen(it -> {
            while (true) {
                it.say("x"); // each is answered with an error, until no answer fits between the two any more
            }
        });
        try (peer;
                var bench = socket.wall(han, timeline)) {
            var unused = bench.awaitNode(DeviceKind.PPMID, PATIENCE);

            assertThatThrownBy(() -> timeline.advance(Duration.ofSeconds(50)))
                    .isInstanceOf(BenchFault.class)
                    .hasMessageContaining("did not read what it was sent within PT2S");
        }
    }

    @Test
    void nobodyComes() {
        try (var bench = socket.wall(han, timeline)) {
            assertThatThrownBy(() -> bench.awaitNode(DeviceKind.HUB, Duration.ofMillis(200)))
                    .hasMessage("no HUB joined at the HAN socket within PT0.2S");
        }
    }
}
