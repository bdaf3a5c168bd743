package io.hanproof.doors;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.hanproof.image.ActivationDateTime;
import io.hanproof.lab.BenchFault;
import io.hanproof.lab.Recorder;
import io.hanproof.lab.VirtualTimeline;
import io.hanproof.lab.WanMessage;
import io.hanproof.lab.WanMessage.UseCase;
import io.hanproof.octets.Octets;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The server's side: what it takes, and how it says that it does not. */
@Timeout(value = 60, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class WanDoorTest {
    private static final String PROBLEM = "application/problem+json";

    /** CCS08_NA_NA_ALERT of the published test vectors. */
    private static final String TRANSFER_ALERT =
            "DF09030000000000000FA00800DB1234567890A20890B3D51F30000002000201282B30290203008F8A18"
                    + "0F32303135303130313030303030305A040800DB1234567890A404040123ABCD0201004015427D68095A"
                    + "6ACDB453E4E0EB04FD6163964A54812A6D0E38CE3D635A00559AE8676D0BB03B7FC043E7FE2AA9F43157"
                    + "DF5BE8EE520BBA8281F7B7636EDE3360";

    private final WanDoor door = WanDoor.open(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
    private final HttpClient client = HttpClient.newHttpClient();

    @AfterEach
    void close() {
        door.close();
        client.shutdownNow();
    }

    private HttpResponse<String> call(String method, String path, String body)
            throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(URI.create(door.uri() + path))
                .method(method, HttpRequest.BodyPublishers.ofString(body))
                .build();
        return client.send(request, HttpResponse.BodyHandlers.ofString());
    }

    private static String firmware() {
        var update = Home.update(Optional.empty(), Home.DISPLAY);
        return new WanFirmware(update, Optional.of(ActivationDateTime.NOW))
                .json()
                .toString();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
                    "useCase":"CS05c"   | "useCase":"CS05a"  | useCase
                    "useCase":"CS05c",  | ``                 | useCase
                    "useCase":"CS05c"   | "useCase":"CS05b"  | activation
                    "image":"           | "image":"?         | image
                    "image":"           | "picture":"        | image
                    ["00DB1234567890A4"] | []                | targets
                    ["00DB1234567890A4"] | ["A4"]            | targets
                    ["00DB1234567890A4"] | "00DB1234567890A4" | targets
                    "activation":"0"    | "activation":0     | activation
                    "activation":"0"    | "activation":"now" | activation
                    "activation":"0"    | "activation":"2026-01-01T02:00:00Z" | activation
                    "activation":"0"    | "activation":"1999-01-01T02:00:00Z" | activation
                    ,"activation":"0"   | ``                 | activation
                    {"useCase"          | "useCase"          | ``
                    """)
    void refusesFirmwareWithOneFieldWrong(String right, String wrong, String field) throws Exception {
        String body = firmware().replace(right, wrong == null ? "" : wrong);
        assertThat(body).isNotEqualTo(firmware());

        var answer = call("POST", "/wan/v1/firmware", body);

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.headers().firstValue("Content-Type")).contains(PROBLEM);
        assertThat(answer.body()).contains("\"field\":\"%s\"".formatted(field == null ? "" : field));
    }

    @ParameterizedTest
    @CsvSource({
        "GET, /, 404",
        "GET, /wan/v1, 404",
        "GET, /wan/v1/hub/, 404",
        "GET, /wan/v2/hub, 404",
        "GET, /wan/v1/firmware, 405",
        "DELETE, /wan/v1/alerts, 405",
        "POST, /wan/v1/hub, 405",
        "GET, /wan/v1/hub, 409",
        "GET, /wan/v1/alerts?after=x, 400",
        "GET, /wan/v1/alerts?after=-1, 400",
        "GET, /wan/v1/alerts?after=0&wait=61, 400",
        "GET, /wan/v1/alerts?wait=, 400"
    })
    void refusesWhatIsNotThere(String method, String path, int status) throws Exception {
        var answer = call(method, path, "");

        assertThat(answer.statusCode()).isEqualTo(status);
        assertThat(answer.headers().firstValue("Content-Type")).contains(PROBLEM);
        assertThat(answer.body()).contains("\"status\":" + status);
    }

    @Test
    void refusesFirmwareWhileItsHubIsOnNoHan() throws Exception {
        var answer = call("POST", "/wan/v1/firmware", firmware());

        assertThat(answer.statusCode()).isEqualTo(409);
        assertThat(answer.body()).contains("the hub is on no HAN at present");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
                    {}                              | is missing
                    {"message":7}                   | needs a string
                    {"message":"DD0"}               | odd number of hex digits
                    {"message":"DDXX"}              | needs hexadecimal digits
                    {"message":""}                  | is no GBCS command
                    {"message":"DD00"}              | is no GBCS command
                    {"message":"DF0902000000000000000100"} | is no GBCS command
                    """)
    void refusesWhatIsNoGbcsCommand(String body, String reason) throws Exception {
        var answer = call("POST", "/wan/v1/gbcs", body);

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.body()).contains("\"field\":\"message\"").contains(reason);
    }

    @Test
    void refusesACommandWhileItsHubIsOnNoHan() throws Exception {
        String command = "DF0901" + "00000000000003E8" + "0890B3D51F30000002" + "08" + Home.HUB + "00" + "020012";

        var answer = call("POST", "/wan/v1/gbcs", "{\"message\":\"%s\"}".formatted(command));

        assertThat(answer.statusCode()).isEqualTo(409);
    }

    @Test
    void takesBodiesOfTwoMebioctetsAndNoMore() throws Exception {
        var longest = call("POST", "/wan/v1/gbcs", "{" + " ".repeat(2 * 1024 * 1024 - 1));
        var longer = call("POST", "/wan/v1/gbcs", "{" + " ".repeat(2 * 1024 * 1024));

        assertThat(longest.statusCode()).isEqualTo(400);
        assertThat(longer.statusCode()).isEqualTo(413);
    }

    @Test
    void hasNoAlertsForWhoWaitsForOneInVain() throws Exception {
        var answer = call("GET", "/wan/v1/alerts?after=0&wait=1", "");

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body()).isEqualTo("{\"alerts\":[]}");
    }

    @Test
    void whoIsSlowKeepsNobodyWaiting() throws Exception {
        var slow = new ArrayList<Socket>();
        for (int i = 0; i < 20; i++) {
            var socket = new Socket(InetAddress.getLoopbackAddress(), door.uri().getPort());
            socket.getOutputStream()
                    .write("POST /wan/v1/gbcs HTTP/1.1\r\nHost: x\r\nContent-Length: 99\r\n\r\n{"
                            .getBytes(StandardCharsets.US_ASCII));
            slow.add(socket);
        }

        var answer = call("GET", "/wan/v1/alerts", "");

        assertThat(answer.statusCode()).isEqualTo(200);
        for (var each : slow) {
            each.close();
        }
    }

    @Test
    void theClientSaysWhyItsRequestWasRefused() {
        var wan = WanClient.lockstep(door.uri(), new VirtualTimeline(Home.START), new Recorder(), () -> {});
        try (wan) {
            assertThatExceptionOfType(BenchFault.class)
                    .isThrownBy(() -> wan.deliver(Home.update(Optional.empty(), Home.DISPLAY)))
                    .withMessage(
                            "WAN door %s, POST /wan/v1/firmware: 202 expected, found 409: the hub is on no HAN at present",
                            door.uri());
            assertThatExceptionOfType(BenchFault.class)
                    .isThrownBy(() -> wan.send(Octets.hex("DD00")))
                    .withMessageContaining("is no GBCS command");
        }
    }

    @Test
    void anImageForAMeterNeedsNoActivation() {
        var meter = new WanMessage.FirmwareDelivery(UseCase.CS05B, Octets.hex("1EF1EE0B"), List.of(Home.DISPLAY));

        var body = Json.octets(new WanFirmware(meter, Optional.empty()).json());

        assertThat(WanFirmware.read(Json.read(ByteBuffer.wrap(body))))
                .isEqualTo(new WanFirmware(meter, Optional.empty()));
    }

    @Test
    void aMessageIsToldWithTheWordsThatFollowIt() throws InterruptedException {
        var log = new AlertLog();
        var success = new WanMessage.TransferAlert(
                Home.DISPLAY, 0x123ABCD, WanMessage.ImageResponseCode.FILE_TRANSFER_SUCCESS);
        var alert = new WanMessage.Gbcs(Octets.hex(TRANSFER_ALERT));
        var other = new WanMessage.Gbcs(Octets.hex("DF09"));

        log.add(Home.START, alert);
        log.add(Home.START, success);
        log.add(Home.START, other);
        log.add(Home.START, success);
        log.add(Home.START, alert);
        log.add(Home.START, alert);

        var told = WanAlert.readAll(Json.read(ByteBuffer.wrap(Json.octets(log.after(0, 0)))));
        assertThat(told)
                .extracting(WanAlert::messages)
                .containsExactly(
                        List.of(alert, success), List.of(other), List.of(success), List.of(alert), List.of(alert));
    }

    @Test
    void alertsAreKeptInOrderAndTheOldestGoFirst() throws InterruptedException {
        var log = new AlertLog();
        for (int i = 0; i < 1_500; i++) {
            log.add(Home.START.plus(Duration.ofSeconds(i)), new WanMessage.ReadAlert(Home.DISPLAY, Optional.empty()));
        }

        var all = log.after(0, 0);
        var latest = log.after(1_499, 5);

        assertThat(all.get("alerts")).hasSize(1_000);
        assertThat(all.get("alerts").get(0).get("seq").asLong()).isEqualTo(501);
        assertThat(latest.toString())
                .isEqualTo("{\"alerts\":[{\"seq\":1500,\"at\":\"2026-01-01T02:24:59Z\",\"alert\":{\"code\":\"0x8F8B\","
                        + "\"entity\":\"00DB1234567890A4\",\"responseCode\":\"firmwareReadFailure\"}}]}");
    }
}
