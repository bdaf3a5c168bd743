package io.hanproof.dongle;

import io.hanproof.device.EmulatedDisplay;
import io.hanproof.device.FirmwareImages;
import io.hanproof.hub.EmulatedHub;
import io.hanproof.hub.HubModel;
import io.hanproof.hub.HubScripts;
import io.hanproof.image.HardwareRange;
import io.hanproof.lab.Entry;
import io.hanproof.lab.LinkBudget;
import io.hanproof.lab.Radio;
import io.hanproof.lab.Recorder;
import io.hanproof.lab.Recording;
import io.hanproof.lab.Seed;
import io.hanproof.lab.SimulatedHan;
import io.hanproof.lab.Timeline;
import io.hanproof.lab.VirtualTimeline;
import io.hanproof.lab.WanMessage.FirmwareDelivery;
import io.hanproof.lab.WanMessage.UseCase;
import io.hanproof.octets.Eui64;
import io.hanproof.profile.Baseline;
import io.hanproof.profile.DeviceKind;
import io.hanproof.profile.Policies;
import io.hanproof.profile.Profile;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** One whole update of a display of ours by a hub of ours, and what can be seen of it from the hub's place. */
final class Update {
    static final Instant START = Instant.parse("2026-01-01T00:00:00Z");
    static final long SEED = 42;
    private static final Eui64 HUB = DisplayTenant.HUB;
    private static final Eui64 PPMID = DisplayTenant.PPMID;

    /** A frame with the instant at which the hub sent it or had it. */
    record Seen(long nanos, io.hanproof.lab.ApsFrame frame) {}

    private Update() {}

    /** The hub has the image and offers it; time does the rest. */
    static EmulatedHub begin(Radio radio, Timeline timeline, Recorder recorder, Profile profile) {
        var hub = new EmulatedHub(
                radio,
                timeline,
                HubModel.of(HUB).withBlocks(2, Integer.MAX_VALUE),
                Policies.DEFAULT,
                Baseline.BASELINE_2019,
                recorder,
                HubScripts.HONEST);
        hub.join(PPMID, DeviceKind.PPMID, 1);
        var image = FirmwareImages.make(
                profile,
                DeviceKind.PPMID,
                profile.firmware("0x20"),
                new HardwareRange(DisplayTenant.HARDWARE, DisplayTenant.HARDWARE),
                Optional.empty(),
                Baseline.BASELINE_2019);
        hub.deliver(new FirmwareDelivery(UseCase.CS05C, image.file(), List.of(PPMID)));
        return hub;
    }

    /** The same update without any stick. */
    static Recording simulated(Profile profile, Duration howLong) {
        var timeline = new VirtualTimeline(START);
        var recorder = new Recorder();
        var han = new SimulatedHan(timeline, LinkBudget.band2400MHz(), recorder, Seed.derive(SEED, "han"));
        var radio = han.join(HUB, Set.of(0x7B));
        EmulatedDisplay display = DisplayTenant.settle(han, profile, SEED);
        begin(radio, timeline, recorder, profile);
        timeline.advance(howLong);
        if (display.state().flash().running() != 0x20) {
            throw new IllegalStateException("the update needs more time than " + howLong);
        }
        return recorder.recording();
    }

    /** Frames in the order of the instants that the hub knows; those that nobody had are those that it sent itself. */
    static List<Seen> fromTheHubsPlace(Recording recording) {
        return recording.entries().stream()
                .filter(Entry.Frame.class::isInstance)
                .map(Entry.Frame.class::cast)
                .map(it -> new Seen(
                        it.frame().source().equals(HUB) ? it.nanos() : settled(recording, it.number()), it.frame()))
                .sorted(Comparator.comparingLong(Seen::nanos))
                .toList();
    }

    private static long settled(Recording recording, int number) {
        return recording.cursor().to(number).settledNanos();
    }
}
