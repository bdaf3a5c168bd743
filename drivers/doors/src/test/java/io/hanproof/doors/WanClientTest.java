package io.hanproof.doors;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import io.hanproof.lab.BenchFault;
import io.hanproof.lab.Entry;
import io.hanproof.lab.Recorder;
import io.hanproof.lab.VirtualTimeline;
import io.hanproof.lab.WallTimeline;
import io.hanproof.lab.WanMessage;
import io.hanproof.lab.WanMessage.ImageResponseCode;
import io.hanproof.lab.WanMessage.ReadAlert;
import io.hanproof.lab.WanMessage.TransferAlert;
import io.hanproof.octets.Octets;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The client's side, against somebody's door that answers what a test wants. */
@Timeout(value = 60, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class WanClientTest {
    private static final String ALERT = """
            {"seq":%d,"at":"2026-01-01T02:00:00Z","alert":{"code":"0x8F8A","entity":"00DB1234567890A4",\
            "version":"00000020","responseCode":"fileTransferSuccess"},"message":"DF09"}""";
    private static final WanMessage GBCS = new WanMessage.Gbcs(Octets.hex("DF09"));
    private static final WanMessage SUCCESS =
            new TransferAlert(Home.DISPLAY, 0x20, ImageResponseCode.FILE_TRANSFER_SUCCESS);

    private final HttpServer server;
    private final List<String> asked = new CopyOnWriteArrayList<>();
    private final List<String> bodies = new CopyOnWriteArrayList<>();
    private final VirtualTimeline timeline = new VirtualTimeline(Home.START);
    private final Recorder recorder = new Recorder();
    private final List<WanMessage> alerts = new ArrayList<>();
    private int catchUps;

    WanClientTest() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.start();
    }

    @AfterEach
    void close() {
        server.stop(0);
    }

    private URI door() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
    }

    private void answers(int status, String body) {
        server.createContext("/", exchange -> {
            asked.add(exchange.getRequestMethod() + " " + exchange.getRequestURI());
            bodies.add(new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
            byte[] octets = body.getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(status, octets.length == 0 ? -1 : octets.length);
            exchange.getResponseBody().write(octets);
            exchange.close();
        });
    }

    private WanClient wan() {
        var wan = WanClient.lockstep(door(), Duration.ofMillis(700), timeline, recorder, () -> catchUps++);
        wan.listen(alerts::add);
        return wan;
    }

    private static String list(String... alerts) {
        return "{\"alerts\":[" + String.join(",", alerts) + "]}";
    }

    @Test
    void tellsOfEachAlertOnceAndInOrder() {
        String read = """
                {"seq":4,"at":"2026-01-01T01:59:59.5Z","alert":{"code":"0x8f8b","entity":"00db1234567890a4",\
                "responseCode":"firmwareReadFailure"}}""";
        answers(200, list(read, ALERT.formatted(2), ALERT.formatted(2), ALERT.formatted(9)));
        try (var wan = wan()) {
            wan.poll();
            wan.poll();
        }

        assertThat(alerts).containsExactly(GBCS, SUCCESS, new ReadAlert(Home.DISPLAY, Optional.empty()), GBCS, SUCCESS);
        assertThat(asked).containsExactly("GET /wan/v1/alerts?after=0&wait=0", "GET /wan/v1/alerts?after=9&wait=0");
        assertThat(Home.entries(recorder))
                .extracting(Entry::nanos)
                .containsExactly(
                        1_767_232_800_000_000_000L,
                        1_767_232_800_000_000_000L,
                        1_767_232_799_500_000_000L,
                        1_767_232_800_000_000_000L,
                        1_767_232_800_000_000_000L);
        assertThat(catchUps).isEqualTo(2);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
                    "0x8F8A"            | "0x8F89"            | 0x8F89 with fileTransferSuccess, which is of 0x8F8A
                    "0x8F8A"            | "0xFFFF"            | 0xFFFF with fileTransferSuccess, which is of 0x8F8A
                    fileTransferSuccess | firmwareReadFailure | 0x8F8A with firmwareReadFailure, which is of 0x8F8B
                    fileTransferSuccess | imageDiscarded      | 0x8F8A with imageDiscarded, which is of 0x8F89
                    "version":"00000020", | ``                | fileTransferSuccess without a version
                    """)
    void anAlertThatContradictsItselfIsRecordedAsItIs(String right, String wrong, String contradiction) {
        answers(200, list(ALERT.formatted(2).replace(right, wrong == null ? "" : wrong)));

        try (var wan = wan()) {
            wan.poll();
        }

        assertThat(alerts.getLast())
                .isInstanceOfSatisfying(
                        WanMessage.ContradictoryAlert.class,
                        it -> assertThat(it.contradiction()).isEqualTo(contradiction));
        assertThat(((Entry.Wan) Home.entries(recorder).getLast()).message()).isEqualTo(alerts.getLast());
    }

    @Test
    void aMessageOfADeviceNeedsNoWords() {
        answers(200, list("{\"seq\":2,\"at\":\"2026-01-01T02:00:00Z\",\"message\":\"df09\"}"));
        try (var wan = wan()) {
            wan.poll();
        }

        assertThat(alerts).containsExactly(GBCS);
        assertThat(Home.entries(recorder)).hasSize(1);
    }

    @Test
    void sendsACommandAndTellsWhatIsAnsweredAtOnce() {
        answers(200, "{\"responses\":[\"df09\"]}");
        try (var wan = wan()) {
            wan.send(Octets.hex("DD00"));
        }

        assertThat(asked).containsExactly("POST /wan/v1/gbcs");
        assertThat(bodies).containsExactly("{\"message\":\"DD00\"}");
        assertThat(alerts).containsExactly(GBCS);
        assertThat(Home.entries(recorder))
                .extracting(it -> ((Entry.Wan) it).message())
                .containsExactly(new WanMessage.Gbcs(Octets.hex("DD00")), GBCS);
        assertThat(catchUps).isEqualTo(1);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
                    {}                     | responses: is missing
                    {"responses":"DF09"}   | responses: needs an array
                    {"responses":[7]}      | responses[0]: needs a string
                    {"responses":["DF0"]}  | responses[0]: odd number of hex digits
                    """)
    void anAnswerToACommandThatIsNone(String body, String reason) {
        answers(200, body);

        try (var wan = wan()) {
            assertThatExceptionOfType(BenchFault.class)
                    .isThrownBy(() -> wan.send(Octets.hex("DD00")))
                    .withMessageContaining(reason);
        }
    }

    @Test
    void whatTheHubToldBeforeTheScenarioBelongsToAnother() {
        answers(200, list(ALERT.formatted(2), ALERT.formatted(3)));
        try (var wan = wan()) {
            wan.begin();
            wan.poll();
        }

        assertThat(alerts).isEmpty();
        assertThat(asked.getLast()).isEqualTo("GET /wan/v1/alerts?after=3&wait=0");
    }

    @Test
    void asksAtOnceAfterATurnAndWithinASecondWhileBlocksPass() {
        answers(200, list());
        try (var wan = wan()) {
            wan.turned(false);
            assertThat(asked).hasSize(1);
            for (int i = 0; i < 50; i++) {
                wan.turned(true);
                timeline.advance(Duration.ofMillis(18));
            }
            assertThat(asked).hasSize(1);
            timeline.advance(Duration.ofMillis(100));
            assertThat(asked).hasSize(2);
            timeline.advance(Duration.ofDays(1));
            assertThat(asked).hasSize(2);
        }
    }

    @Test
    void sendsAnImageAsTheTextSays() {
        answers(202, "{\"id\":\"1\"}");
        try (var wan = wan()) {
            wan.deliver(Home.update(Optional.of(Home.START.plusSeconds(60)), Home.DISPLAY, Home.SECOND));
        }

        assertThat(bodies.getFirst())
                .startsWith("{\"useCase\":\"CS05c\",\"image\":\"HvHuCwABPAAEAP7/u6og")
                .endsWith("\"targets\":[\"00DB1234567890A4\",\"00DB1234567890A5\"],"
                        + "\"activation\":\"2026-01-01T02:01:00Z\"}");
        assertThat(Home.entries(recorder)).hasSize(1);
        assertThat(catchUps).isEqualTo(1);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
                    "seq":2            | "seq":"2"            | alerts[0].seq: needs an integer
                    "seq":2,           | ``                   | alerts[0].seq: is missing
                    2026-01-01T02:00   | 2026-01-01T02:01     | is of 2026-01-01T02:01:00Z, and it is 2026-01-01T02:00:00Z
                    2026-01-01         | 0026-01-01           | alerts[0].at: is beyond all time
                    2026-01-01         | 2026-1-1             | alerts[0].at: needs an instant
                    "0x8F8A"           | "8F8A"               | alerts[0].alert.code: needs 0x and 4 hexadecimal digits, found 8F8A
                    "DF09"             | "DF0"                | alerts[0].message: odd number of hex digits
                    "DF09"             | 9                    | alerts[0].message: needs a string
                    "0x8F8A"           | 36746                | alerts[0].alert.code: needs a string
                    00DB1234567890A4   | 00DB1234567890       | alerts[0].alert.entity: needs 16 hexadecimal digits
                    "00000020"         | "20"                 | alerts[0].alert.version: needs 8 hexadecimal digits
                    fileTransferSuccess | success             | alerts[0].alert.responseCode: is no imageResponseCode
                    "alert":{          | "alert":7,"alarm":{  | alerts[0].alert: needs an object
                    {"seq"             | "seq"                | not a JSON object
                    """)
    void anAlertWithOneFieldWrong(String right, String wrong, String reason) {
        String body = list(ALERT.formatted(2)).replace(right, wrong == null ? "" : wrong);
        answers(200, body);

        try (var wan = wan()) {
            assertThatExceptionOfType(BenchFault.class).isThrownBy(wan::poll).withMessageContaining(reason);
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
                    200 | []                                   | not a JSON object
                    200 | ``                                   | not a JSON object
                    200 | {}                                   | alerts: is missing
                    204 | ``                                   | 200 expected, found 204
                    302 | ``                                   | 200 expected, found 302
                    400 | {"title":"Bad","detail":"no, thanks"} | 200 expected, found 400: no, thanks
                    409 | {"title":"Busy"}                     | 200 expected, found 409: Busy
                    500 | <html>                               | 200 expected, found 500
                    """)
    void anAnswerThatIsNone(int status, String body, String reason) {
        answers(status, body == null ? "" : body);

        try (var wan = wan()) {
            assertThatExceptionOfType(BenchFault.class)
                    .isThrownBy(wan::poll)
                    .withMessageStartingWith("WAN door " + door() + ", GET /wan/v1/alerts?after=0&wait=0: ")
                    .withMessageContaining(reason);
        }
    }

    @Test
    void anAnswerLongerThanTwoMebioctets() {
        answers(200, " ".repeat(2 * 1024 * 1024 + 1));

        try (var wan = wan()) {
            assertThatThrownBy(wan::poll).hasMessageContaining("the answer is longer than 2097152 octets");
        }
    }

    @Test
    void nobodyThere() {
        try (var wan = WanClient.lockstep(URI.create("http://127.0.0.1:1"), timeline, recorder, () -> {})) {
            assertThatThrownBy(wan::hub).isInstanceOf(BenchFault.class).hasMessageContaining("nobody listens there");
        }
    }

    @Test
    void somebodyWhoNeverAnswers() throws IOException {
        try (var silent = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
                var wan = WanClient.lockstep(
                        URI.create("http://127.0.0.1:" + silent.getLocalPort()),
                        Duration.ofMillis(300),
                        timeline,
                        recorder,
                        () -> {})) {
            assertThatThrownBy(wan::poll).hasMessageContaining("no answer within PT0.3S");
        }
    }

    @Test
    void aHubThatTellsWhatItIs() {
        answers(200, "{\"eui64\":\"00DB1234567890A2\",\"blocks\":2,\"blockOctets\":750000,\"certificate\":\"PEM\"}");

        try (var wan = wan()) {
            assertThat(wan.hub()).isEqualTo(new HubFacts(Home.HUB, 2, 750_000, Optional.of("PEM")));
        }
    }

    @Test
    void onTheWallADoorThatFailsEndsTheScenario() {
        var wall = new WallTimeline();
        answers(200, list());
        try (var wan = WanClient.wall(door(), wall, recorder)) {
            wan.begin();
            wall.advance(Duration.ofMillis(100));
            server.stop(0);

            assertThatThrownBy(() -> wall.advance(Duration.ofSeconds(30)))
                    .isInstanceOf(BenchFault.class)
                    .hasMessageContaining("WAN door");
        }
    }
}
