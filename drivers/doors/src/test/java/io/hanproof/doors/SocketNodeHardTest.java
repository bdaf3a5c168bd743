package io.hanproof.doors;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.hanproof.lab.BenchFault;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A HAN that refuses a node, closes, or says what it may not say. */
@Timeout(value = 30, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class SocketNodeHardTest extends ScriptedHan {
    SocketNodeHardTest() throws IOException {}

    /** What it answers after its first idle, which answers that it has joined. */
    private List<String> answersTo(int answers, String... lines) throws InterruptedException {
        var said = new ArrayList<>(List.of(lines));
        said.addFirst(JOINED);
        var han = han(1 + answers, said.toArray(String[]::new));
        try (var node = join()) {
            node.run();
        }
        han.join();
        return heard.subList(2, heard.size());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
                    []                                                       | ``
                    {"type":"advance"}                                       | to
                    {"type":"advance","to":"later"}                          | to
                    {"type":"advance","to":"2026-01-01T01:59:59.999999999Z"} | to
                    {"type":"power","on":1,"at":"2026-01-01T02:00:00Z"}      | on
                    {"type":"power","on":true,"at":"2026-01-01T01:00:00Z"}   | at
                    {"type":"delivery","id":1,"ok":true,"at":"2026-01-01T02:00:00Z"} | id
                    {"type":"delivery","id":1,"ok":"yes","at":"2026-01-01T02:00:00Z"} | ok
                    {"type":"node","on":true,"at":"2026-01-01T02:00:00Z"}    | eui64
                    {"type":"frame","from":"2"}                              | from
                    {"type":"joined","shortAddress":"1A2B","now":"2026-01-01T02:00:00Z","nodes":[]} | type
                    {"type":"idle","until":null}                             | type
                    {"type":"shutdown"}                                      | type
                    """)
    void aBadMessageIsAnsweredWithAnErrorAndStillGetsItsIdle(String line, String field) throws InterruptedException {
        var answers = answersTo(2, line);

        assertThat(answers).hasSize(2);
        assertThat(answers.getFirst())
                .startsWith("{\"type\":\"error\",\"line\":2,\"field\":\"%s\",\"reason\":"
                        .formatted(field == null ? "" : field));
        assertThat(answers.getLast()).isEqualTo(NOTHING_TO_DO);
        assertThat(complaints).hasSize(1);
    }

    @Test
    void anErrorIsNeverAnswered() throws InterruptedException {
        var answers = answersTo(
                1,
                "{\"type\":\"error\",\"line\":1,\"field\":\"zcl\",\"reason\":\"odd\"}",
                "{\"type\":\"advance\",\"to\":\"2026-01-01T02:00:00Z\"}");

        assertThat(answers).containsExactly(NOTHING_TO_DO);
        assertThat(complaints).containsExactly("the HAN does not understand this node: line 1: zcl: odd");
    }

    @Test
    void aNodeThatIsRefusedSaysWhy() throws InterruptedException {
        var han = han(0, "{\"type\":\"refused\",\"reason\":\"it is full\"}");

        assertThatExceptionOfType(BenchFault.class).isThrownBy(this::join).withMessageContaining("it is full");
        han.join();
    }

    @Test
    void aHanThatClosesBeforeItBegins() throws InterruptedException {
        var han = han(0);

        assertThatThrownBy(this::join).isInstanceOf(HanClosed.class).hasMessageContaining("before a scenario began");
        han.join();
    }

    @Test
    void noHanAtAll() throws IOException {
        server.close();

        var nowhere = new InetSocketAddress(InetAddress.getLoopbackAddress(), 1);
        assertThatThrownBy(() -> SocketNode.join(nowhere, NodeDescription.hub(Home.HUB, 1), TimeMode.WALL, "test 1"))
                .isInstanceOf(HanClosed.class);
    }

    @Test
    void whoIsThereMayTakeALongLineToTell() throws InterruptedException {
        String one = """
                {"eui64":"00DB1234567890A2","shortAddress":"0000","device":"HUB",\
                "endpoints":[{"endpoint":123,"profile":"0109","server":["0019"],"client":[]}]}""";
        var nodes = String.join(",", java.util.Collections.nCopies(400, one));
        var han = han(
                3,
                JOINED.replace("[]", "[" + nodes + "]"),
                "{\"type\":\"advance\",\"to\":\"2026-01-01T02:00:00Z\"}" + " ".repeat(8_192));
        try (var node = join()) {
            node.run();

            assertThat(node.neighbours()).hasSize(400);
            assertThat(node.neighbours().getFirst().node().otaEndpoint()).isEqualTo(123);
        }
        han.join();

        assertThat(heard.get(2)).contains("a line has at most 8192 octets");
    }
}
