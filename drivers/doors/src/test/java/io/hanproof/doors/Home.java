package io.hanproof.doors;

import io.hanproof.device.DisplayModel;
import io.hanproof.device.DisplayScripts;
import io.hanproof.device.EmulatedDisplay;
import io.hanproof.device.FirmwareImages;
import io.hanproof.hub.EmulatedHub;
import io.hanproof.hub.HubModel;
import io.hanproof.hub.HubScripts;
import io.hanproof.image.Form;
import io.hanproof.image.HardwareRange;
import io.hanproof.lab.Entry;
import io.hanproof.lab.FrameTap;
import io.hanproof.lab.LinkBudget;
import io.hanproof.lab.Radio;
import io.hanproof.lab.Recorder;
import io.hanproof.lab.Seed;
import io.hanproof.lab.SimulatedHan;
import io.hanproof.lab.Timeline;
import io.hanproof.lab.WanMessage.FirmwareDelivery;
import io.hanproof.lab.WanMessage.UseCase;
import io.hanproof.octets.Eui64;
import io.hanproof.profile.Baseline;
import io.hanproof.profile.DeviceKind;
import io.hanproof.profile.Policies;
import io.hanproof.profile.Profile;
import io.hanproof.profile.Profile.Firmware;
import io.hanproof.profile.Profile.Role;
import io.hanproof.zcl.ota.HardwareVersion;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The emulators of one home, built the same way wherever their radios are. */
final class Home {
    static final Instant START = Instant.parse("2026-01-01T02:00:00Z");
    static final Eui64 HUB = Eui64.parse("00DB1234567890A2");
    static final Eui64 DISPLAY = Eui64.parse("00DB1234567890A4");
    static final Eui64 SECOND = Eui64.parse("00DB1234567890A5");
    static final int HUB_ENDPOINT = 0x7B;
    static final int SIZE = 4200;

    private static final HardwareVersion HARDWARE = new HardwareVersion(1, 1);

    private Home() {}

    static Profile profile() {
        return new Profile(
                "ppmid-test",
                "",
                DeviceKind.PPMID,
                Map.of(DeviceKind.PPMID, new Profile.Model(0xFFFE, 0xAABB, HARDWARE)),
                List.of(
                        new Firmware("0x10", 0x10, Role.INSTALLED, Optional.empty(), SIZE),
                        new Firmware("0x20", 0x20, Role.UPDATE, Optional.empty(), SIZE)),
                List.of(),
                Map.of(),
                new Profile.Capabilities(false, true, false, true, true, true, true),
                Profile.Timing.USUAL,
                Profile.Store.USUAL,
                Form.GB,
                Optional.empty(),
                Policies.DEFAULT);
    }

    static SimulatedHan han(Timeline timeline, Recorder recorder) {
        return new SimulatedHan(timeline, LinkBudget.band2400MHz(), recorder, Seed.derive(1, "han"));
    }

    static EmulatedHub hub(Radio radio, Timeline timeline, FrameTap tap) {
        return new EmulatedHub(
                radio, timeline, HubModel.of(HUB), Policies.DEFAULT, Baseline.BASELINE_2019, tap, HubScripts.HONEST);
    }

    static EmulatedDisplay display(Radio radio, Timeline timeline) {
        var display = new EmulatedDisplay(
                radio,
                timeline,
                Seed.derive(1, radio.address().toString()),
                DisplayModel.of(profile(), DeviceKind.PPMID, radio.address()),
                Policies.DEFAULT,
                DisplayScripts.NONE);
        display.join(HUB);
        return display;
    }

    /** The update of that display, to be activated now when there is no instant. */
    static FirmwareDelivery update(Optional<Instant> activation, Eui64... targets) {
        var profile = profile();
        var image = FirmwareImages.make(
                profile,
                DeviceKind.PPMID,
                profile.firmware("0x20"),
                new HardwareRange(HARDWARE, HARDWARE),
                activation,
                Baseline.BASELINE_2019);
        return new FirmwareDelivery(UseCase.CS05C, image.file(), List.of(targets));
    }

    /** Everything recorded, with its instants to the nanosecond. */
    static List<Entry> entries(Recorder recorder) {
        var entries = new ArrayList<Entry>();
        recorder.recording().entries().forEach(entries::add);
        return entries;
    }
}
