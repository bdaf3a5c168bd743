package io.hanproof.doors;

import static org.assertj.core.api.Assertions.assertThat;

import io.hanproof.lab.Recorder;
import io.hanproof.lab.SimulatedHan;
import io.hanproof.lab.VirtualTimeline;
import io.hanproof.profile.DeviceKind;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A HAN in lockstep, and the errors that one peer makes there until it has joined and had its turn. */
abstract class LockstepLines {
    static final Duration PATIENCE = Duration.ofSeconds(10);

    static final String FRAME = """
            {"type":"frame","to":"00DB1234567890A2","profile":"0109","cluster":"0019","sourceEndpoint":1,\
            "destinationEndpoint":123,"apsSecurity":true,"apsAck":true,"zcl":"0901","id":7}""";
    final HanSocket socket =
            HanSocket.listen(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), Duration.ofSeconds(10));
    final VirtualTimeline timeline = new VirtualTimeline(Home.START);
    final Recorder recorder = new Recorder();
    final SimulatedHan han = Home.han(timeline, recorder);

    @AfterEach
    void close() {
        socket.close();
    }

    /** The errors that the peer makes until it has joined and had its turn. */
    List<ProtocolError> errorsOf(RawPeer peer) throws IOException {
        try (peer;
                var bench = socket.lockstep(han)) {
            var node = bench.awaitNode(DeviceKind.PPMID, PATIENCE);
            node.catchUp(); // it is still there, and in step
            return bench.protocolErrors();
        }
    }

    void expectOne(RawPeer peer, int line, String field, String reason) throws IOException {
        var errors = errorsOf(peer);

        assertThat(errors).hasSize(1);
        assertThat(errors.getFirst().line()).isEqualTo(line);
        assertThat(errors.getFirst().field()).isEqualTo(field);
        assertThat(errors.getFirst().reason()).contains(reason);
        assertThat(peer.heard())
                .anyMatch(it -> it.startsWith(
                                "{\"type\":\"error\",\"line\":%d,\"field\":\"%s\",\"reason\":".formatted(line, field))
                        && it.contains(reason.replace("\"", "\\\"")));
    }

    @Test
    void untilIsNullWhilePowerIsOff() throws IOException {
        var peer = RawPeer.at(socket.address(), it -> {
            it.say(RawPeer.join("00DB1234567890A4"));
            it.hear();
            it.say(RawPeer.IDLE);
            it.hear();
            it.say("{\"type\":\"idle\",\"until\":\"2026-01-01T02:00:05Z\"}");
            it.say(RawPeer.IDLE);
            it.answerEverything();
        });
        try (peer;
                var bench = socket.lockstep(han)) {
            var node = bench.awaitNode(DeviceKind.PPMID, PATIENCE);

            han.power(node.address(), false);

            assertThat(bench.protocolErrors()).extracting(ProtocolError::field).containsExactly("until");
            assertThat(peer.heard().get(1))
                    .isEqualTo("{\"type\":\"power\",\"on\":false,\"at\":\"2026-01-01T02:00:00Z\"}");
        }
    }
}
