package io.hanproof.evidence;

import io.hanproof.device.DisplayModel;
import io.hanproof.device.DisplayScripts;
import io.hanproof.device.EmulatedDisplay;
import io.hanproof.device.FirmwareImages;
import io.hanproof.hub.EmulatedHub;
import io.hanproof.hub.HubModel;
import io.hanproof.hub.HubScripts;
import io.hanproof.image.HardwareRange;
import io.hanproof.lab.ApsFrame;
import io.hanproof.lab.Delivery;
import io.hanproof.lab.LinkBudget;
import io.hanproof.lab.Recorder;
import io.hanproof.lab.Recording;
import io.hanproof.lab.Seed;
import io.hanproof.lab.SimulatedHan;
import io.hanproof.lab.VirtualTimeline;
import io.hanproof.lab.WanMessage.FirmwareDelivery;
import io.hanproof.lab.WanMessage.UseCase;
import io.hanproof.octets.Eui64;
import io.hanproof.octets.Octets;
import io.hanproof.profile.Baseline;
import io.hanproof.profile.DeviceKind;
import io.hanproof.profile.Policies;
import io.hanproof.profile.ProfileCatalogue;
import io.hanproof.zcl.Cluster;
import io.hanproof.zcl.ZclStatus;
import io.hanproof.zcl.ota.HardwareVersion;
import io.hanproof.zcl.ota.ImageBlockRequest;
import io.hanproof.zcl.ota.ImageBlockResponse;
import io.hanproof.zcl.ota.ImageId;
import io.hanproof.zcl.ota.ImageNotify;
import io.hanproof.zcl.ota.ImagePageRequest;
import io.hanproof.zcl.ota.OtaCommand;
import io.hanproof.zcl.ota.OtaFrames;
import io.hanproof.zcl.ota.QueryNextImageRequest;
import io.hanproof.zcl.ota.QueryNextImageResponse;
import io.hanproof.zcl.ota.QuerySpecificFileRequest;
import io.hanproof.zcl.ota.QuerySpecificFileResponse;
import io.hanproof.zcl.ota.UpgradeEndRequest;
import io.hanproof.zcl.ota.UpgradeEndResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.Set;

/** Recordings of whole updates. */
final class SampleUpdate {
    static final Eui64 HUB = Eui64.parse("00DB1234567890A2");
    static final Eui64 PPMID = Eui64.parse("00DB1234567890A4");

    private static final Instant START = Instant.parse("2026-01-01T02:00:00Z");
    private static final long START_NANOS = START.getEpochSecond() * 1_000_000_000L;
    private static final ImageId IMAGE = new ImageId(0xFFFE, 0xAABB, 0x20);

    private SampleUpdate() {}

    /** A PPMID takes an image from the hub, loses power on the way, and runs it: the hub reads that and says so. */
    static Recording whole() {
        var timeline = new VirtualTimeline(START);
        var recorder = new Recorder();
        var han = new SimulatedHan(timeline, LinkBudget.band2400MHz(), recorder, Seed.derive(1, "han"));
        recorder.name(HUB, "hub");
        recorder.name(PPMID, "ppmid");
        var profile = ProfileCatalogue.shipped().read("ppmid-example");
        var hub = new EmulatedHub(
                han.join(HUB, Set.of(0x7B)),
                timeline,
                HubModel.of(HUB),
                Policies.DEFAULT,
                Baseline.BASELINE_2019,
                recorder,
                HubScripts.HONEST);
        hub.join(PPMID, DeviceKind.PPMID, 1);
        var display = new EmulatedDisplay(
                han.join(PPMID, Set.of(1)),
                timeline,
                Seed.derive(1, "display"),
                DisplayModel.of(profile, DeviceKind.PPMID, PPMID),
                Policies.DEFAULT,
                DisplayScripts.NONE);
        display.join(HUB);
        han.onPower(PPMID, display::power);
        var hardware = profile.model(DeviceKind.PPMID).hardware();
        var image = FirmwareImages.make(
                profile,
                DeviceKind.PPMID,
                profile.firmware("0x20"),
                new HardwareRange(hardware, hardware),
                Optional.empty(),
                Baseline.BASELINE_2019);
        hub.deliver(new FirmwareDelivery(UseCase.CS05C, image.file(), List.of(PPMID)));
        timeline.advance(Duration.ofSeconds(1));
        han.power(PPMID, false);
        timeline.advance(Duration.ofSeconds(20));
        han.power(PPMID, true);
        timeline.advance(Duration.ofHours(25));
        return recorder.recording();
    }

    /** Every command of the cluster, each in every form that a sender may choose. */
    static Recording everyCommand() {
        var commands = List.<OtaCommand>of(
                ImageNotify.of(100, IMAGE),
                new ImageNotify(50, OptionalInt.empty(), OptionalInt.empty(), OptionalLong.empty()),
                new QueryNextImageRequest(IMAGE, Optional.of(new HardwareVersion(1, 1))),
                new QueryNextImageRequest(IMAGE, Optional.empty()),
                new QueryNextImageResponse.Success(IMAGE, 750_000),
                new QueryNextImageResponse.Refused(ZclStatus.NO_IMAGE_AVAILABLE),
                ImageBlockRequest.of(IMAGE, 48, 48),
                new ImageBlockRequest(IMAGE, 96, 48, OptionalLong.of(PPMID.value()), OptionalInt.of(300)),
                new ImageBlockResponse.Success(IMAGE, 48, Octets.hex("A1A2A3")),
                new ImageBlockResponse.WaitForData(0, 60, OptionalInt.of(0)),
                new ImageBlockResponse.Refused(ZclStatus.ABORT),
                new ImagePageRequest(IMAGE, 0, 48, 1024, 50, OptionalLong.empty()),
                new UpgradeEndRequest(ZclStatus.SUCCESS, IMAGE),
                new UpgradeEndResponse(IMAGE, 0, 0xFFFF_FFFFL),
                new QuerySpecificFileRequest(PPMID.value(), IMAGE, 2),
                new QuerySpecificFileResponse.Success(IMAGE, 750_000),
                new QuerySpecificFileResponse.Refused(ZclStatus.NO_IMAGE_AVAILABLE));
        var recorder = new Recorder();
        recorder.name(HUB, "hub");
        recorder.name(PPMID, "ppmid");
        for (int i = 0; i < commands.size(); i++) {
            boolean fromHub = commands.get(i) instanceof OtaCommand.ToClient;
            var octets = OtaFrames.unicast(i, commands.get(i));
            int number = recorder.sent(START_NANOS + i * 1_000_000L, frame(fromHub, octets));
            recorder.outcome(number, START_NANOS + i * 1_000_000L, Delivery.DELIVERED);
        }
        return recorder.recording();
    }

    private static ApsFrame frame(boolean fromHub, Octets zcl) {
        return new ApsFrame(
                fromHub ? HUB : PPMID,
                fromHub ? PPMID : HUB,
                Cluster.SMART_ENERGY_PROFILE,
                Cluster.OTA.id(),
                fromHub ? 0x7B : 1,
                fromHub ? 1 : 0x7B,
                true,
                true,
                zcl);
    }
}
