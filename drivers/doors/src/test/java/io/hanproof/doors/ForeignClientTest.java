package io.hanproof.doors;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.hanproof.lab.Entry;
import io.hanproof.lab.Recorder;
import io.hanproof.lab.VirtualTimeline;
import io.hanproof.octets.Decoded;
import io.hanproof.octets.Octets;
import io.hanproof.profile.DeviceKind;
import io.hanproof.zcl.ZclHeader;
import io.hanproof.zcl.ota.OtaCommand;
import io.hanproof.zcl.ota.QueryNextImageRequest;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** The client that the README shows, in another language and with nothing of ours. */
@Timeout(value = 90, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class ForeignClientTest {
    private static final Path CLIENT = Path.of("src", "test", "python", "client.py");
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private static boolean hasPython() throws IOException, InterruptedException {
        try {
            var python = new ProcessBuilder("python3", "--version")
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start();
            return python.waitFor(30, TimeUnit.SECONDS) && python.exitValue() == 0;
        } catch (IOException none) {
            return false;
        }
    }

    /** What the client asks in each of two scenarios in which it is notified. */
    private static List<Octets> asked(String... arguments) throws IOException, InterruptedException {
        boolean demanded = "1".equals(System.getenv("HANPROOF_REQUIRE_TOOLS"));
        assumeTrue(demanded || hasPython(), "there is no python3 here");
        try (var socket = HanSocket.listen(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0))) {
            var command = new ArrayList<>(List.of(
                    "python3",
                    CLIENT.toString(),
                    socket.address().getAddress().getHostAddress(),
                    Integer.toString(socket.address().getPort())));
            command.addAll(List.of(arguments));
            var client = new ProcessBuilder(command).inheritIO().start();
            try {
                var asked = new ArrayList<>(notified(socket));
                asked.addAll(notified(socket));
                return asked;
            } finally {
                client.destroy();
                client.waitFor();
            }
        }
    }

    private static List<Octets> notified(HanSocket socket) {
        var timeline = new VirtualTimeline(Home.START);
        var recorder = new Recorder();
        var han = Home.han(timeline, recorder);
        var hub = Home.hub(han.join(Home.HUB, Set.of(Home.HUB_ENDPOINT)), timeline, recorder);
        try (var bench = socket.lockstep(han)) {
            bench.joined(NodeDescription.hub(Home.HUB, Home.HUB_ENDPOINT));
            var client = bench.awaitNode(DeviceKind.PPMID, PATIENCE);
            hub.join(client.address(), DeviceKind.PPMID, client.description().otaEndpoint());

            hub.deliver(Home.update(Optional.empty(), client.address()));
            timeline.advance(Duration.ofMinutes(5));

            assertThat(bench.protocolErrors()).isEmpty();
        }
        return queries(recorder);
    }

    private static List<Octets> queries(Recorder recorder) {
        var queries = new ArrayList<Octets>();
        for (var each : Home.entries(recorder)) {
            if (each instanceof Entry.Frame frame
                    && ZclHeader.read(frame.frame().zcl()) instanceof Decoded.Value<ZclHeader>(var header)
                    && OtaCommand.read(header, frame.frame().zcl()) instanceof Decoded.Value<OtaCommand>(var command)
                    && command instanceof QueryNextImageRequest) {
                queries.add(frame.frame().zcl());
            }
        }
        return queries;
    }

    @Test
    void asksForItsNextImageOnImageNotify() throws IOException, InterruptedException {
        var asked = asked();

        var query = Octets.hex("01 01 01 01 FEFF BBAA 10000000 0101");
        assertThat(asked).containsExactly(query, query);
    }

    @Test
    void neverAsksWhenItIsBrokenOnPurpose() throws IOException, InterruptedException {
        var asked = asked("broken");

        assertThat(asked).isEmpty();
    }

    @Test
    void fitsIntoThirtyLines() throws IOException {
        assertThat(Files.readAllLines(CLIENT)).hasSizeLessThanOrEqualTo(30);
    }
}
