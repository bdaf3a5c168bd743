package io.hanproof.doors;

import static org.assertj.core.api.Assertions.assertThat;

import io.hanproof.device.EmulatedDisplay;
import io.hanproof.lab.Entry;
import io.hanproof.lab.HubWan;
import io.hanproof.lab.Recorder;
import io.hanproof.lab.SimulatedHan;
import io.hanproof.lab.VirtualTimeline;
import io.hanproof.lab.WallTimeline;
import io.hanproof.lab.WanMessage;
import io.hanproof.lab.WanMessage.ImageResponseCode;
import io.hanproof.lab.WanMessage.ReadAlert;
import io.hanproof.lab.WanMessage.TransferAlert;
import io.hanproof.octets.Eui64;
import io.hanproof.profile.DeviceKind;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(value = 60, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class HubBehindTheDoorsTest {
    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final List<Eui64> DISPLAYS = List.of(Home.DISPLAY, Home.SECOND);

    private final Peers peers = new Peers();
    private final WanDoor door = WanDoor.open(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
    private final Recorder recorder = new Recorder();
    private final List<WanMessage> alerts = new ArrayList<>();

    @AfterEach
    void hangUp() {
        peers.close();
        door.close();
    }

    private interface Story {
        void tell(VirtualTimeline timeline, SimulatedHan han, HubWan wan);
    }

    private static final Story UPDATE = (timeline, han, wan) -> {
        var noon = Home.START.plus(Duration.ofHours(10));
        wan.deliver(Home.update(Optional.of(noon), Home.DISPLAY, Home.SECOND));
        timeline.advance(Duration.ofMillis(800));
        han.power(Home.SECOND, false);
        timeline.advance(Duration.ofMinutes(10));
        han.power(Home.SECOND, true);
        timeline.advance(Duration.ofDays(2));
    };

    private static EmulatedDisplay display(Eui64 address, SimulatedHan han) {
        var display = Home.display(han.join(address, Set.of(1)), han.timeline());
        display.onReceiver(on -> han.deaf(address, !on));
        han.onPower(address, display::power);
        return display;
    }

    private static Recorder inThisProcess(Story story) {
        var timeline = new VirtualTimeline(Home.START);
        var recorder = new Recorder();
        var han = Home.han(timeline, recorder);
        var hub = Home.hub(han.join(Home.HUB, Set.of(Home.HUB_ENDPOINT)), timeline, recorder);
        for (var each : DISPLAYS) {
            var unused = display(each, han);
            hub.join(each, DeviceKind.PPMID, 1);
        }
        story.tell(timeline, han, hub);
        return recorder;
    }

    private void throughTheDoors(Story story) {
        var timeline = new VirtualTimeline(Home.START);
        var han = Home.han(timeline, recorder);
        try (var bench = peers.socket().lockstep(han)) {
            var hub = bench.awaitNode(DeviceKind.HUB, PATIENCE);
            for (var each : DISPLAYS) {
                var unused = display(each, han);
                bench.joined(NodeDescription.otaClient(each, DeviceKind.PPMID, 1));
            }
            try (var wan = WanClient.lockstep(door.uri(), timeline, recorder, hub::catchUp)) {
                hub.onTurn(wan::turned);
                wan.listen(alerts::add);
                wan.begin();
                story.tell(timeline, han, wan);
            }
            assertThat(bench.protocolErrors()).isEmpty();
        }
        assertThat(peers.troubles()).isEmpty();
    }

    /** What crossed, and when; within one instant an alert stands behind the frames. */
    private static List<String> story(Recorder recorder) {
        var lines = new ArrayList<String>();
        for (var each : Home.entries(recorder)) {
            lines.add("%d %s".formatted(each.nanos(), each.toString().replaceFirst("number=\\d+, ", "")));
        }
        return lines.stream().sorted().toList();
    }

    private static Recorder forNobody() {
        return new Recorder();
    }

    @Test
    void aHubBehindTheDoorsDoesWhatItDoesInThisProcess() {
        peers.hub(TimeMode.LOCKSTEP, door, forNobody());

        throughTheDoors(UPDATE);

        assertThat(alerts.stream().filter(it -> !(it instanceof WanMessage.Gbcs)))
                .containsExactlyInAnyOrder(
                        new TransferAlert(Home.DISPLAY, 0x20, ImageResponseCode.FILE_TRANSFER_SUCCESS),
                        new TransferAlert(Home.SECOND, 0x20, ImageResponseCode.FILE_TRANSFER_SUCCESS),
                        new ReadAlert(Home.DISPLAY, Optional.of(0x20L)),
                        new ReadAlert(Home.SECOND, Optional.of(0x20L)));
        assertThat(story(recorder).equals(story(inThisProcess(UPDATE)))).isTrue();
    }

    @Test
    void alertsAndFramesStandInTheRecordingInOrderOfTime() {
        peers.hub(TimeMode.LOCKSTEP, door, forNobody());

        throughTheDoors(UPDATE);

        long last = Long.MIN_VALUE;
        for (Entry each : Home.entries(recorder)) {
            assertThat(each.nanos()).isGreaterThanOrEqualTo(last);
            last = each.nanos();
        }
    }

    @Test
    void theAlertsOfOneScenarioAreNotThoseOfTheNext() {
        peers.hub(TimeMode.LOCKSTEP, door, forNobody());
        throughTheDoors(UPDATE);
        alerts.clear();

        throughTheDoors((timeline, han, wan) -> timeline.advance(Duration.ofDays(1)));

        assertThat(alerts).isEmpty();
    }

    @Test
    void theHubTellsWhatItIs() {
        peers.hub(TimeMode.LOCKSTEP, door, forNobody());

        throughTheDoors((timeline, han, wan) ->
                assertThat(((WanClient) wan).hub()).isEqualTo(new HubFacts(Home.HUB, 2, 750_000, Optional.empty())));
    }

    @Test
    void onTheWallAnUpdateGoesThroughBothDoors() {
        peers.hub(TimeMode.WALL, door, forNobody());
        peers.ensureDisplay(Home.DISPLAY, TimeMode.WALL);
        var timeline = new WallTimeline();
        var han = Home.han(timeline, recorder);
        try (var bench = peers.socket().wall(han, timeline);
                var wan = WanClient.wall(door.uri(), timeline, recorder)) {
            var unusedHub = bench.awaitNode(DeviceKind.HUB, PATIENCE);
            var unusedDisplay = bench.awaitNode(DeviceKind.PPMID, PATIENCE);
            wan.listen(alerts::add);
            wan.begin();

            wan.deliver(Home.update(Optional.of(timeline.instant().plus(Duration.ofHours(1))), Home.DISPLAY));
            timeline.advanceUntil(() -> alerts.size() > 1, timeline.instant().plusSeconds(40));

            assertThat(alerts.stream().filter(it -> !(it instanceof WanMessage.Gbcs)))
                    .containsExactly(new TransferAlert(Home.DISPLAY, 0x20, ImageResponseCode.FILE_TRANSFER_SUCCESS));
            assertThat(bench.protocolErrors()).isEmpty();
        }
        assertThat(peers.troubles()).isEmpty();
    }
}
