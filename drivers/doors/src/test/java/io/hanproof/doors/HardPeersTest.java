package io.hanproof.doors;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.hanproof.lab.BenchFault;
import io.hanproof.profile.DeviceKind;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Peers that are slow, silent, endless or gone: none keeps a scenario for longer than its limits. */
@Timeout(value = 60, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class HardPeersTest extends AtTheSocket {
    private RawPeer joinedThen(RawPeer.Script script) {
        return peer(it -> {
            it.say(RawPeer.join(ADDRESS));
            it.hear();
            it.say(RawPeer.IDLE);
            it.hear();
            script.play(it);
        });
    }

    /** The fault that the next message to that peer ends in. */
    private void expectFault(RawPeer peer, String message) throws IOException {
        try (peer;
                var bench = socket.lockstep(han)) {
            var node = bench.awaitNode(DeviceKind.PPMID, PATIENCE);

            assertThatExceptionOfType(BenchFault.class)
                    .isThrownBy(node::catchUp)
                    .withMessageContaining("node 00DB1234567890A4 (PPMID)")
                    .withMessageContaining(message);
        }
    }

    @Test
    void aNodeThatNeverBecomesIdle() throws IOException {
        expectFault(joinedThen(RawPeer::hear), "sent no idle within PT0.7S of wall time, at 2026-01-01T02:00:00Z");
    }

    @Test
    void aNodeThatStopsHalfWayThroughALine() throws IOException {
        var peer = joinedThen(it -> {
            it.send("{\"type\":\"id".getBytes(StandardCharsets.UTF_8));
            it.hear();
        });

        expectFault(peer, "sent no idle");
    }

    @Test
    void aNodeWhoseIdleIsWrong() throws IOException {
        var peer = joinedThen(it -> {
            it.say("{\"type\":\"idle\",\"until\":\"soon\"}");
            it.hear();
            it.hear();
        });

        expectFault(peer, "its last error: line 3: until: needs an instant as 2026-01-01T00:00:00.000Z, found soon");
    }

    @Test
    void aNodeThatSendsOctetsWithoutEndOrNewline() throws IOException {
        var peer = joinedThen(it -> {
            while (true) {
                it.send(new byte[65_536]);
            }
        });

        expectFault(peer, "sent no idle");
    }

    @Test
    void aNodeThatSaysValidThingsWithoutEnd() throws IOException {
        var peer = joinedThen(it -> {
            while (true) {
                it.say("{\"type\":\"note\",\"text\":\"and another thing\"}");
            }
        });

        expectFault(peer, "at 2026-01-01T02:00:00Z"); // too many lines or too long, whichever comes first
    }

    @Test
    void aNodeThatSaysNonsenseWithoutEndAndNeverReads() throws IOException {
        var peer = joinedThen(it -> {
            while (true) {
                it.say("x");
            }
        });

        expectFault(peer, "at 2026-01-01T02:00:00Z");
    }

    @Test
    void aNodeThatHangsUp() throws IOException {
        expectFault(joinedThen(RawPeer::hangUp), "hung up at 2026-01-01T02:00:00Z");
    }

    @Test
    void aNodeThatHangsUpHalfWayThroughALine() throws IOException {
        var peer = joinedThen(it -> {
            it.send("{\"type\":\"idle\"".getBytes(StandardCharsets.UTF_8));
            it.hangUp();
        });

        expectFault(peer, "hung up");
    }

    @Test
    void aNodeThatLeaves() throws IOException {
        expectFault(joinedThen(it -> it.say("{\"type\":\"leave\"}")), "left the HAN at 2026-01-01T02:00:00Z");
    }

    @Test
    void aNodeThatHangsUpWhileItHasNothingToDoIsMissedWhenTheScenarioChecks() throws Exception {
        var peer = peer(it -> {
            it.say(RawPeer.join(ADDRESS));
            it.hear();
            it.say(RawPeer.IDLE);
        });
        try (var bench = socket.lockstep(han)) {
            var unused = bench.awaitNode(DeviceKind.PPMID, PATIENCE);
            peer.join();
            timeline.advance(Duration.ofDays(1));

            assertThatThrownBy(bench::check).hasMessageContaining("hung up at 2026-01-02T02:00:00Z");
        }
    }

    @Test
    void nobodyComes() {
        try (var bench = socket.lockstep(han)) {
            assertThatExceptionOfType(BenchFault.class)
                    .isThrownBy(() -> bench.awaitNode(DeviceKind.PPMID, SHORT))
                    .withMessage("no PPMID joined at the HAN socket within PT0.3S");
        }
    }

    @Test
    void whoConnectsAndSaysNothingKeepsNobodyWaiting() throws IOException {
        try (var silent = peer(RawPeer::hear);
                var half = peer(it -> {
                    it.send("{\"type\":\"jo".getBytes(StandardCharsets.UTF_8));
                    it.hear();
                });
                var other = RawPeer.joined(socket.address());
                var bench = socket.lockstep(han)) {
            var node = bench.awaitNode(DeviceKind.PPMID, PATIENCE);

            assertThat(node.address()).isEqualTo(Home.DISPLAY);
            assertThat(bench.protocolErrors()).isEmpty();
            assertThat(silent.heard()).isEmpty();
            assertThat(half.heard()).isEmpty();
            assertThat(other.heard()).hasSize(1);
        }
    }

    @Test
    void aHundredWhoSayNothingKeepNobodyWaiting() throws IOException {
        var silent = new ArrayList<RawPeer>();
        for (int i = 0; i < 100; i++) {
            silent.add(peer(RawPeer::hear));
        }
        try (var other = RawPeer.joined(socket.address());
                var bench = socket.lockstep(han)) {
            assertThat(bench.awaitNode(DeviceKind.PPMID, PATIENCE).address()).isEqualTo(Home.DISPLAY);
            assertThat(other.heard()).hasSize(1);
        } finally {
            for (var each : silent) {
                each.close();
            }
        }
    }
}
