package io.hanproof.doors;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.io.IOException;
import java.util.Set;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a node may not say is answered with an error and recorded; the connection stays, and the scenario goes on. */
@Timeout(value = 60, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class BadInputTest extends LockstepLines {
    @ParameterizedTest(name = "{0} becomes {1}")
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
                    "0901"             | "090"              | zcl                 | odd number of hex digits
                    "0901"             | "09XX"             | zcl                 | needs hexadecimal digits
                    "0901"             | 901                | zcl                 | needs a string
                    "0901"             | null               | zcl                 | needs a string
                    "0109"             | "0000"             | profile             | not carried
                    "0109"             | "109"              | profile             | needs 4 hexadecimal digits
                    "0109"             | 265                | profile             | needs a string
                    "0019"             | "00019"            | cluster             | needs 4 hexadecimal digits
                    "0019"             | "+019"             | cluster             | needs 4 hexadecimal digits
                    Endpoint":1,       | Endpoint":0,       | profile             | not carried
                    Endpoint":1,       | Endpoint":241,     | sourceEndpoint      | 0 to 240
                    Endpoint":1,       | Endpoint":1.0,     | sourceEndpoint      | needs an integer
                    Endpoint":1,       | Endpoint":"1",     | sourceEndpoint      | needs an integer
                    Endpoint":1,       | Endpoint":18446744073709551617, | sourceEndpoint | needs an integer
                    Endpoint":123      | Endpoint":0        | profile             | not carried
                    Endpoint":123      | Endpoint":241      | destinationEndpoint | needs 1 to 240
                    Endpoint":123      | Endpoint":255      | destinationEndpoint | or 255 in a broadcast
                    Endpoint":123      | Endpoint":-1       | destinationEndpoint | needs an integer
                    "00DB1234567890A2" | "00DB1234567890"   | to                  | needs 16 hexadecimal digits
                    "00DB1234567890A2" | "FFFFFFFFFFFFFFFF" | to                  | no address of a node
                    "00DB1234567890A2" | "Broadcast"        | to                  | needs 16 hexadecimal digits
                    "00DB1234567890A2" | "broadcast"        | apsSecurity         | false in a broadcast
                    "apsAck":true      | "apsAck":1         | apsAck              | needs true or false
                    "apsAck":true,     | ``                 | apsAck              | is missing
                    "apsSecurity":true,| ``                 | apsSecurity         | is missing
                    "to":"00DB1234567890A2", | ``           | to                  | is missing
                    ,"id":7            | ``                 | id                  | a delivery is due
                    "id":7             | "id":-1            | id                  | needs an integer
                    "id":7             | "id":2147483648    | id                  | needs an integer
                    "id":7             | "id":null          | id                  | needs an integer
                    "type":"frame"     | "type":"frames"    | type                | none that a node sends
                    "type":"frame"     | "type":7           | type                | needs a string
                    "type":"frame",    | ``                 | type                | is missing
                    "id":7             | "id":7,"id":8      | ``                  | not a JSON object
                    "id":7}            | "id":7             | ``                  | not a JSON object
                    "id":7}            | "id":7} {}         | ``                  | not a JSON object
                    """)
    void aFrameWithOneFieldWrong(String right, String wrong, String field, String reason) throws IOException {
        String line = FRAME.replaceFirst(Pattern.quote(right), wrong == null ? "" : wrong);
        assertThat(line).isNotEqualTo(FRAME);

        expectOne(RawPeer.joined(socket.address(), line), 2, field == null ? "" : field, reason);

        assertThat(recorder.recording().size()).isZero();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
                    {"type":"radio"}                                 | on    | is missing
                    {"type":"radio","on":"true"}                     | on    | needs true or false
                    {"type":"note"}                                  | text  | is missing
                    {"type":"note","text":["a"]}                     | text  | needs a string
                    {"type":"idle"}                                  | until | is missing
                    {"type":"idle","until":""}                       | until | needs an instant
                    {"type":"idle","until":"2026-01-01T02:00:00"}    | until | needs an instant
                    {"type":"idle","until":"2026-01-01T02:00:00+00:00"} | until | needs an instant
                    {"type":"idle","until":"2026-01-01T24:00:00Z"}   | until | needs an instant
                    {"type":"idle","until":"2026-01-01T23:59:60Z"}   | until | needs an instant
                    {"type":"idle","until":"2026-02-30T02:00:00Z"}   | until | needs an instant
                    {"type":"idle","until":"2026-01-01T02:00:00.1234567890Z"} | until | needs an instant
                    {"type":"idle","until":1767232800}               | until | needs a string
                    {"type":"idle","until":"2026-01-01T02:00:00Z"}   | until | needs an instant after
                    {"type":"idle","until":"2026-01-01T01:59:59.9Z"} | until | needs an instant after
                    {"type":"idle","until":"0001-01-01T00:00:00Z"}   | until | needs an instant after
                    {"type":"join","version":1,"eui64":"00DB1234567890A9","device":"IHD","time":"lockstep","product":"","endpoints":[{"endpoint":1,"profile":"0109","server":[],"client":[]}]} | type | has joined already
                    {"type":"gbcs","message":"DF09"}                 | type  | gbcs was not said in join
                    {"type":"gbcs"}                                  | message | is missing
                    {"type":"gbcs","message":"DF0"}                  | message | odd number of hex digits
                    {"type":"gbcs","message":"DG09"}                 | message | needs hexadecimal digits
                    {"type":"gbcs","message":["DF09"]}               | message | needs a string
                    {"type":"joined"}                                | type  | none that a node sends
                    {"type":"advance","to":"2026-01-01T02:00:01Z"}   | type  | none that a node sends
                    []                                               | ``    | not a JSON object
                    "idle"                                           | ``    | not a JSON object
                    null                                             | ``    | not a JSON object
                    idle                                             | ``    | not a JSON object
                    {}                                               | type  | is missing
                    """)
    void aLineThatIsNoMessage(String line, String field, String reason) throws IOException {
        expectOne(RawPeer.joined(socket.address(), line), 2, field == null ? "" : field, reason);
    }

    @Test
    void aBroadcastThatAsksForAnAcknowledgement() throws IOException {
        String line =
                FRAME.replace("00DB1234567890A2", "broadcast").replace("\"apsSecurity\":true", "\"apsSecurity\":false");

        expectOne(RawPeer.joined(socket.address(), line), 2, "apsAck", "false in a broadcast");
    }

    @Test
    void moreThan255OctetsOfZcl() throws IOException {
        String line = FRAME.replace("\"0901\"", "\"" + "AB".repeat(256) + "\"");

        expectOne(RawPeer.joined(socket.address(), line), 2, "zcl", "needs at most 255 octets, found 256");
    }

    @Test
    void aJoinThatSaysGbcsWithAWord() throws IOException {
        var peer = RawPeer.at(socket.address(), it -> {
            it.say(RawPeer.join("00DB1234567890A4").replace("\"version\":1", "\"version\":1,\"gbcs\":\"yes\""));
            it.hear();
            it.say(RawPeer.join("00DB1234567890A4"));
            it.hear();
            it.say(RawPeer.IDLE);
            it.answerEverything();
        });

        expectOne(peer, 1, "gbcs", "needs true or false");
    }

    @Test
    void moreThan4000OctetsOfGbcs() throws IOException {
        String line = "{\"type\":\"gbcs\",\"message\":\"" + "AB".repeat(4_001) + "\"}";

        expectOne(RawPeer.joined(socket.address(), line), 2, "message", "needs at most 4000 octets, found 4001");
    }

    @Test
    void anIdThatNamesAnotherFrameStill() throws IOException {
        var errors = errorsOf(RawPeer.joined(socket.address(), FRAME, FRAME));

        assertThat(errors).extracting(ProtocolError::line, ProtocolError::field).containsExactly(tuple(3, "id"));
        assertThat(recorder.recording().size()).isEqualTo(1);
    }

    @Test
    void anIdleBetweenTurnsAnswersNothing() throws IOException {
        var peer = RawPeer.at(socket.address(), it -> {
            it.say(RawPeer.join("00DB1234567890A4"));
            it.hear();
            it.say(RawPeer.IDLE + "\n" + RawPeer.IDLE);
            it.answerEverything();
        });

        var errors = errorsOf(peer);

        assertThat(errors).extracting(ProtocolError::field).containsExactly("type");
        assertThat(errors.getFirst().reason()).contains("none was sent");
    }

    @Test
    void unknownFieldsAreIgnored() throws IOException {
        var errors = errorsOf(RawPeer.joined(socket.address(), FRAME.replace("\"id\":7", "\"id\":7,\"rssi\":-40")));

        assertThat(errors).isEmpty();
        assertThat(recorder.recording().size()).isEqualTo(1);
    }

    @Test
    void lowerCaseIsReadAsUpperCase() throws IOException {
        var unused = han.join(Home.HUB, Set.of(123));

        var errors = errorsOf(RawPeer.joined(
                socket.address(),
                FRAME.replace("00DB1234567890A2", "00db1234567890a2").replace("0901", "abcd")));

        assertThat(errors).isEmpty();
    }

    @Test
    void anErrorIsNeverAnswered() throws IOException {
        var peer = RawPeer.joined(
                socket.address(),
                "{\"type\":\"error\",\"line\":1,\"field\":\"x\",\"reason\":\"y\"}",
                "{\"type\":\"error\",\"line\":\"?\"}");

        assertThat(errorsOf(peer)).isEmpty();
        assertThat(peer.heard()).noneMatch(it -> it.contains("\"type\":\"error\""));
    }
}
