package io.hanproof.doors;

import static org.assertj.core.api.Assertions.assertThat;

import io.hanproof.hub.EmulatedHub;
import io.hanproof.lab.Recorder;
import io.hanproof.lab.SimulatedHan;
import io.hanproof.lab.VirtualTimeline;
import io.hanproof.octets.Eui64;
import io.hanproof.profile.DeviceKind;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(value = 60, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class LockstepTest {
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final Peers peers = new Peers();

    @AfterEach
    void hangUp() {
        peers.close();
    }

    private interface Story {
        void tell(VirtualTimeline timeline, SimulatedHan han, EmulatedHub hub);
    }

    /** A power cut half-way, a restart at the activation, and a time of waiting that two emulators must agree on. */
    private static final Story UPDATE = (timeline, han, hub) -> {
        hub.deliver(Home.update(Optional.of(Home.START.plus(Duration.ofHours(1))), Home.DISPLAY, Home.SECOND));
        timeline.advance(Duration.ofMillis(800));
        han.power(Home.DISPLAY, false);
        timeline.advance(Duration.ofMinutes(10));
        han.power(Home.DISPLAY, true);
        timeline.advance(Duration.ofDays(3));
    };

    private static Recorder inThisProcess(List<Eui64> displays, Story story) {
        var timeline = new VirtualTimeline(Home.START);
        var recorder = new Recorder();
        var han = Home.han(timeline, recorder);
        var hub = Home.hub(han.join(Home.HUB, Set.of(Home.HUB_ENDPOINT)), timeline, recorder);
        for (var each : displays) {
            var display = Home.display(han.join(each, Set.of(1)), timeline);
            display.onReceiver(on -> han.deaf(each, !on));
            han.onPower(each, display::power);
            hub.join(each, DeviceKind.PPMID, 1);
        }
        story.tell(timeline, han, hub);
        return recorder;
    }

    private Recorder atTheSocket(List<Eui64> displays, Story story) {
        var timeline = new VirtualTimeline(Home.START);
        var recorder = new Recorder();
        var han = Home.han(timeline, recorder);
        var hub = Home.hub(han.join(Home.HUB, Set.of(Home.HUB_ENDPOINT)), timeline, recorder);
        try (var bench = peers.socket().lockstep(han)) {
            bench.joined(NodeDescription.hub(Home.HUB, Home.HUB_ENDPOINT));
            for (var each : displays) {
                peers.ensureDisplay(each, TimeMode.LOCKSTEP);
                var node = bench.awaitNode(DeviceKind.PPMID, PATIENCE);
                hub.join(node.address(), DeviceKind.PPMID, node.description().otaEndpoint());
            }
            story.tell(timeline, han, hub);
            bench.check();
            assertThat(bench.protocolErrors()).isEmpty();
        }
        assertThat(peers.troubles()).isEmpty();
        return recorder;
    }

    @Test
    void aDisplayAtTheSocketDoesWhatItDoesInThisProcess() {
        var displays = List.of(Home.DISPLAY);

        var remote = Home.entries(atTheSocket(displays, UPDATE));

        assertThat(remote.size()).isGreaterThan(150);
        assertThat(remote.equals(Home.entries(inThisProcess(displays, UPDATE)))).isTrue();
    }

    @Test
    void twoDisplaysAtTheSocketDoWhatTheyDoInThisProcess() {
        var displays = List.of(Home.DISPLAY, Home.SECOND);

        var remote = Home.entries(atTheSocket(displays, UPDATE));

        assertThat(remote.size()).isGreaterThan(300);
        assertThat(remote.equals(Home.entries(inThisProcess(displays, UPDATE)))).isTrue();
    }

    @Test
    void aDisplayThatJoinsAgainForTheNextScenarioDoesTheSameOnceMore() {
        var displays = List.of(Home.DISPLAY);

        var recordings = List.of(
                Home.entries(atTheSocket(displays, UPDATE)),
                Home.entries(atTheSocket(displays, UPDATE)),
                Home.entries(atTheSocket(displays, UPDATE)));

        assertThat(recordings.getFirst().size()).isGreaterThan(150);
        assertThat(recordings.stream().allMatch(it -> it.equals(recordings.getFirst())))
                .isTrue();
    }
}
