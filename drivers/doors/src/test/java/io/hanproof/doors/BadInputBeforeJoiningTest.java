package io.hanproof.doors;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A peer may err as often as it likes before it has joined, and join then. */
@Timeout(value = 60, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class BadInputBeforeJoiningTest extends LockstepLines {
    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
                    "version":1,         | ``                  | version             | is missing
                    "version":1          | "version":"1"       | version             | needs an integer
                    "00DB1234567890A4"   | "00DB1234"          | eui64               | needs 16 hexadecimal digits
                    "00DB1234567890A4"   | "FFFFFFFFFFFFFFFF"  | eui64               | no address of a node
                    "PPMID"              | "ppmid"             | device              | needs one of
                    "PPMID"              | 4                   | device              | needs a string
                    "lockstep"           | "slow"              | time                | needs "lockstep" or "wall"
                    "time":"lockstep",   | ``                  | time                | is missing
                    "product":"raw 1",   | ``                  | product             | is missing
                    [{"endpoint"         | {"endpoint"         | ``                  | not a JSON object
                    "endpoint":1         | "endpoint":0        | endpoints[0].endpoint | needs an integer from 1 to 240
                    "profile":"0109"     | "profile":"0000"    | endpoints[0].profile  | not carried
                    "server":["0000"]    | "server":"0000"     | endpoints[0].server   | needs an array
                    "client":["0019"]    | "client":[25]       | endpoints[0].client[0] | needs a string
                    "client":["0019"]    | "client":["19"]     | endpoints[0].client[0] | needs 4 hexadecimal digits
                    "type":"join"        | "type":"idle","until":null | type         | join comes first
                    "type":"join"        | "type":"radio","on":true | type           | join comes first
                    "type":"join"        | "type":"note","text":"" | type            | join comes first
                    """)
    void beforeItHasJoined(String right, String wrong, String field, String reason) throws IOException {
        String good = RawPeer.join("00DB1234567890A4");
        String bad = good.replaceFirst(Pattern.quote(right), Matcher.quoteReplacement(wrong == null ? "" : wrong));
        assertThat(bad).isNotEqualTo(good);
        var peer = RawPeer.at(socket.address(), it -> {
            it.say(bad);
            it.hear();
            it.say(good);
            it.answerEverything();
        });

        expectOne(peer, 1, field == null ? "" : field, reason);
    }

    @Test
    void aFrameBeforeItHasJoined() throws IOException {
        var peer = RawPeer.at(socket.address(), it -> {
            it.say(FRAME);
            it.hear();
            it.say(RawPeer.join("00DB1234567890A4"));
            it.answerEverything();
        });

        expectOne(peer, 1, "type", "join comes first");
    }

    @Test
    void anEndpointTwice() throws IOException {
        String good = RawPeer.join("00DB1234567890A4");
        var peer = RawPeer.at(socket.address(), it -> {
            it.say(good.replaceFirst("\\[(\\{.*\\})\\]", "[$1,$1]"));
            it.hear();
            it.say(good);
            it.answerEverything();
        });

        expectOne(peer, 1, "endpoints", "found 1 twice");
    }
}
