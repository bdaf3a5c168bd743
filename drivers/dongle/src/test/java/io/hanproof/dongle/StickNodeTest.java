package io.hanproof.dongle;

import static org.assertj.core.api.Assertions.assertThat;

import io.hanproof.lab.ApsFrame;
import io.hanproof.lab.Recorder;
import io.hanproof.octets.Octets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class StickNodeTest {
    private static final Octets READ_FILE_VERSION = Octets.hex("18 01 00 0200");

    private final TestSticks sticks = TestSticks.with(new DisplayTenant(DisplayTenant.profile()));
    private final AddressBook book = new AddressBook();
    private final StickNode node = start();

    private StickNode start() {
        var line = TestSticks.inMemory(sticks.make(TestSticks.HUB));
        var settings = TestSticks.network(StickEndpoint.hub());
        return new StickNode(
                        book,
                        settings.endpoints(),
                        reason -> {},
                        hears -> new EmberStart(line, StickRole.FORM, settings, words -> {}, hears).start())
                .start();
    }

    @AfterEach
    void close() {
        node.close();
        sticks.close();
    }

    @Test
    void aFrameOfANodeThatIsNotKnownWaitsUntilItIs() {
        var bench = EmulatedBench.find(() -> (EmberTransport) node.transport()).orElseThrow();
        bench.attach();
        bench.begin(Update.SEED, Update.START, Optional.empty(), Optional.empty());
        var timeline = bench.timeline(Update.START, Duration.ofSeconds(20));
        var radio = new StickRadio(node, number -> true, timeline, new Recorder());
        node.lend(radio);
        var heard = new ArrayList<ApsFrame>();
        radio.listen(heard::add);
        radio.send(new ApsFrame(
                TestSticks.HUB, DisplayTenant.PPMID, 0x0109, 0x0019, 0x7B, 1, true, true, READ_FILE_VERSION));

        book.forget(DisplayTenant.PPMID);
        for (int i = 0; i < 50 && heard.isEmpty(); i++) { // the stick's answer comes on the wall's time
            timeline.advance(Duration.ofMillis(100));
            Waits.pause(Duration.ofMillis(20));
        }

        assertThat(heard).extracting(ApsFrame::source).containsExactly(DisplayTenant.PPMID);
        assertThat(book.nodes()).isEqualTo(List.of(DisplayTenant.PPMID));
    }
}
