package io.hanproof.doors;

import static org.assertj.core.api.Assertions.assertThat;

import io.hanproof.lab.ApsFrame;
import io.hanproof.lab.Delivery;
import io.hanproof.lab.DutyCycle;
import io.hanproof.octets.Octets;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A node of ours does what the HAN says, in the order of the text. */
@Timeout(value = 30, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class SocketNodeTest extends ScriptedHan {
    SocketNodeTest() throws IOException {}

    private static final String FRAME = """
            {"type":"frame","from":"00DB1234567890A2","to":"%s","profile":"%s","cluster":"0019","sourceEndpoint":123,\
            "destinationEndpoint":%d,"apsSecurity":false,"apsAck":false,"zcl":"0901","at":"2026-01-01T02:00:01Z"}""";

    @Test
    void joinsAsTheTextSays() throws InterruptedException {
        var han = han(1, JOINED);

        try (var node = join()) {
            node.run();

            assertThat(node.shortAddress()).isEqualTo(0x1A2B);
            assertThat(node.timeline().instant()).isEqualTo(Home.START);
        }
        han.join();

        assertThat(heard).containsExactly("""
                        {"type":"join","version":1,"eui64":"00DB1234567890A4","device":"PPMID","time":"lockstep",\
                        "product":"test 1","endpoints":[{"endpoint":1,"profile":"0109","server":["0000"],\
                        "client":["000A","0019"]}],"dutyCycle":true,"gbcs":true}""", NOTHING_TO_DO);
    }

    @Test
    void isToldTheStateOfItsDutyCycle() throws InterruptedException {
        var told = new ArrayList<DutyCycle>();
        var han = han(2, JOINED, """
                {"type":"advance","to":"2026-01-01T02:00:01Z","dutyCycle":"critical"}""");

        try (var node = join()) {
            node.radio().dutyCycle(told::add);
            node.run();
        }
        han.join();

        assertThat(told).containsExactly(DutyCycle.CRITICAL);
    }

    @Test
    void takesAndSendsGbcsMessages() throws InterruptedException {
        var told = new ArrayList<Octets>();
        var han = han(3, JOINED, """
                {"type":"gbcs","message":"df09","at":"2026-01-01T02:00:01Z"}""");

        try (var node = join()) {
            node.onGbcs(it -> {
                told.add(it);
                node.gbcs(Octets.hex("DD00"));
            });
            node.run();
        }
        han.join();

        assertThat(told).containsExactly(Octets.hex("DF09"));
        assertThat(heard.subList(1, 4))
                .containsExactly(NOTHING_TO_DO, "{\"type\":\"gbcs\",\"message\":\"DD00\"}", NOTHING_TO_DO);
    }

    @Test
    void runsItsTimersUpToAMessageBeforeTheMessage() throws InterruptedException {
        var happened = new ArrayList<String>();
        var han = han(2, JOINED, FRAME.formatted(Home.DISPLAY, "0109", 1));
        try (var node = join()) {
            var timeline = node.timeline();
            timeline.at(Home.START.plusSeconds(1), () -> happened.add("timer " + timeline.instant()));
            timeline.at(Home.START.plusSeconds(2), () -> happened.add("too late"));
            node.radio().listen(it -> {
                happened.add("frame " + timeline.instant());
                timeline.in(Duration.ZERO, () -> happened.add("what follows"));
            });

            node.run();
        }
        han.join();

        assertThat(happened)
                .containsExactly("timer 2026-01-01T02:00:01Z", "frame 2026-01-01T02:00:01Z", "what follows");
        assertThat(heard.subList(1, 3))
                .containsExactly(
                        "{\"type\":\"idle\",\"until\":\"2026-01-01T02:00:01Z\"}",
                        "{\"type\":\"idle\",\"until\":\"2026-01-01T02:00:02Z\"}");
    }

    @Test
    void hasNothingToDoWhilePowerIsOff() throws InterruptedException {
        var powers = new ArrayList<Boolean>();
        var han = han(
                4,
                JOINED,
                "{\"type\":\"power\",\"on\":false,\"at\":\"2026-01-01T02:00:01Z\"}",
                "{\"type\":\"advance\",\"to\":\"2026-01-01T02:00:02Z\"}",
                "{\"type\":\"power\",\"on\":true,\"at\":\"2026-01-01T02:00:03Z\"}");
        try (var node = join()) {
            node.timeline().at(Home.START.plusSeconds(9), () -> {});
            node.onPower(powers::add);

            node.run();
        }
        han.join();

        assertThat(powers).containsExactly(false, true);
        assertThat(heard.subList(1, 5))
                .containsExactly(
                        "{\"type\":\"idle\",\"until\":\"2026-01-01T02:00:09Z\"}",
                        NOTHING_TO_DO,
                        NOTHING_TO_DO,
                        "{\"type\":\"idle\",\"until\":\"2026-01-01T02:00:09Z\"}");
    }

    @Test
    void learnsWhatBecameOfItsFrames() throws InterruptedException {
        var deliveries = new ArrayList<Delivery>();
        var frame = new ApsFrame(Home.DISPLAY, Home.HUB, 0x0109, 0x0019, 1, 123, true, true, Octets.hex("0901"));
        var han = han(
                5,
                JOINED,
                "{\"type\":\"delivery\",\"id\":2,\"ok\":false,\"at\":\"2026-01-01T02:00:01Z\"}",
                "{\"type\":\"delivery\",\"id\":1,\"ok\":true,\"at\":\"2026-01-01T02:00:01Z\"}");
        try (var node = join()) {
            node.radio().confirm((sent, delivery) -> deliveries.add(delivery));
            node.radio().send(frame);
            node.radio().send(frame);

            node.run();
        }
        han.join();

        assertThat(deliveries).containsExactly(Delivery.LOST, Delivery.DELIVERED);
        assertThat(heard.get(1)).isEqualTo("""
                        {"type":"frame","to":"00DB1234567890A2","profile":"0109","cluster":"0019","sourceEndpoint":1,\
                        "destinationEndpoint":123,"apsSecurity":true,"apsAck":true,"zcl":"0901","id":1}""");
    }

    @ParameterizedTest
    @CsvSource({
        "00DB1234567890A4, 0109, 1, 1",
        "broadcast, 0109, 255, 1",
        "broadcast, 0109, 1, 1",
        "broadcast, 0109, 2, 0",
        "broadcast, 0104, 255, 0",
        "00DB1234567890A4, 0104, 1, 0"
    })
    void takesWhatIsForItsEndpointsAndProfiles(String to, String profile, int endpoint, int taken)
            throws InterruptedException {
        var frames = new ArrayList<ApsFrame>();
        var han = han(2, JOINED, FRAME.formatted(to, profile, endpoint));
        try (var node = join()) {
            node.radio().listen(frames::add);

            node.run();
        }
        han.join();

        assertThat(frames).hasSize(taken);
        assertThat(heard.subList(1, 3)).containsOnly(NOTHING_TO_DO);
    }

    @Test
    void whatIsHandedOverHappensWhenTimeComesToTheNodeThoughToTheSameInstant() throws InterruptedException {
        var happened = new ArrayList<Instant>();
        var han = han(2, JOINED, "{\"type\":\"advance\",\"to\":\"2026-01-01T02:00:00Z\"}");
        try (var node = join()) {
            node.post(() -> happened.add(node.timeline().instant()));

            node.run();
        }
        han.join();

        assertThat(happened).containsExactly(Home.START);
    }
}
