package io.hanproof.doors;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Lines that are too long, too slow, or no text. */
@Timeout(value = 60, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class BadLinesTest extends LockstepLines {
    @Test
    void anEmptyLine() throws IOException {
        expectOne(RawPeer.joined(socket.address(), ""), 2, "", "not a JSON object");
    }

    @Test
    void octetsThatAreNoUtf8() throws IOException {
        var peer = RawPeer.at(socket.address(), it -> {
            it.say(RawPeer.join("00DB1234567890A4"));
            it.hear();
            it.send("{\"type\":\"note\",\"text\":\"caf\u00e9\"}\n".getBytes(StandardCharsets.ISO_8859_1));
            it.say(RawPeer.IDLE);
            it.answerEverything();
        });

        expectOne(peer, 2, "", "not UTF-8");
    }

    @Test
    void whatOtherEncodingsLookLike() throws IOException {
        var peer = RawPeer.at(socket.address(), it -> {
            it.say(RawPeer.join("00DB1234567890A4"));
            it.hear();
            it.send("{}".getBytes(StandardCharsets.UTF_16BE));
            it.send(new byte[] {'\n'});
            it.say(RawPeer.IDLE);
            it.answerEverything();
        });

        expectOne(peer, 2, "", "not a JSON object");
    }

    @Test
    void aLineOf8192OctetsIsTakenAndOneMoreIsNot() throws IOException {
        String start = "{\"type\":\"note\",\"text\":\"";
        String longest = start + "x".repeat(8191 - start.length() - 2) + "\"}";

        expectOne(RawPeer.joined(socket.address(), longest, longest + " "), 3, "", "at most 8192 octets");
    }

    @ParameterizedTest
    @ValueSource(ints = {8_193, 65_537, 10_000_000})
    void anOverLongLineIsSkippedToItsNewline(int octets) throws IOException {
        expectOne(RawPeer.joined(socket.address(), "x".repeat(octets)), 2, "", "at most 8192 octets");
    }

    @Test
    void nestingThatNoParserShouldFollow() throws IOException {
        expectOne(RawPeer.joined(socket.address(), "[".repeat(8_000)), 2, "", "not a JSON object");
    }

    @Test
    void aLineThatComesOctetByOctetIsALine() throws IOException {
        var peer = RawPeer.at(socket.address(), it -> {
            for (byte octet : (RawPeer.join("00DB1234567890A4") + "\r\n").getBytes(StandardCharsets.UTF_8)) {
                it.send(new byte[] {octet});
            }
            it.hear();
            for (byte octet : (RawPeer.IDLE + "\n").getBytes(StandardCharsets.UTF_8)) {
                it.send(new byte[] {octet});
            }
            it.answerEverything();
        });

        assertThat(errorsOf(peer)).isEmpty();
    }
}
