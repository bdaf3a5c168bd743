package io.hanproof.bench;

import io.hanproof.device.DisplayModel;
import io.hanproof.device.EmulatedDisplay;
import io.hanproof.hub.EmulatedHub;
import io.hanproof.hub.HubModel;
import io.hanproof.hub.HubScripts;
import io.hanproof.image.HeaderString;
import io.hanproof.image.ImageWriter;
import io.hanproof.image.OtaHeader;
import io.hanproof.lab.LinkBudget;
import io.hanproof.lab.Recorder;
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
import io.hanproof.profile.Profile;
import io.hanproof.profile.ProfileCatalogue;
import io.hanproof.steps.monitor.Monitors;
import io.hanproof.zcl.ota.ImageId;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** One display's update from Image Notify to the hub's read-back, with the recorder and the standing rules on. */
@State(Scope.Thread)
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(java.util.concurrent.TimeUnit.SECONDS)
@Warmup(iterations = 5, time = 2)
@Measurement(iterations = 5, time = 2)
@Fork(
        value = 2,
        jvmArgsAppend = {"-Xms2g", "-Xmx2g", "-XX:+UseSerialGC"})
public class UpdateBenchmark {
    static final int BLOCK = 48;
    static final int BLOCKS = 15_625;
    private static final Instant START = Instant.parse("2026-01-01T00:00:00Z");
    private static final Eui64 HUB = Eui64.parse("00A1B2C3D4E50000");
    private static final Eui64 PPMID = Eui64.parse("00A1B2C3D4E50001");
    private static final int HEADER = 56;

    private Profile profile;
    private Octets image;

    @Setup
    public void prepare() {
        profile = ProfileCatalogue.shipped().read("ppmid-clockless");
        var model = profile.model(DeviceKind.PPMID);
        var id = new ImageId(model.manufacturerCode(), model.imageType(), 0x20);
        image = ImageWriter.zigbee(
                        OtaHeader.of(id, HeaderString.of("benchmark")),
                        Octets.copyOf(new byte[BLOCKS * BLOCK - HEADER - 6]))
                .file();
    }

    @Benchmark
    @OperationsPerInvocation(BLOCKS)
    public long blocks() {
        return update(true);
    }

    @Benchmark
    @OperationsPerInvocation(BLOCKS)
    public long blocksWithoutStandingRules() {
        return update(false);
    }

    private long update(boolean standingRules) {
        var timeline = new VirtualTimeline(START);
        var recorder = new Recorder();
        var han = new SimulatedHan(timeline, LinkBudget.band2400MHz(), recorder, Seed.derive(1, "han"));
        var hubRadio = han.join(HUB, Set.of(HubModel.of(HUB).endpoint()));
        var hub = new EmulatedHub(
                hubRadio,
                timeline,
                HubModel.of(HUB),
                Policies.DEFAULT,
                Baseline.BASELINE_2020,
                recorder,
                HubScripts.HONEST);
        var display = new EmulatedDisplay(
                han.join(PPMID, Set.of(1)),
                timeline,
                Seed.derive(1, "ppmid"),
                DisplayModel.of(profile, DeviceKind.PPMID, PPMID),
                Policies.DEFAULT,
                honest -> honest);
        display.join(HUB);
        hub.join(PPMID, DeviceKind.PPMID, 1);
        hub.deliver(new FirmwareDelivery(UseCase.CS05C, image, List.of(PPMID)));
        timeline.advance(Duration.ofHours(1));
        int frames = recorder.recording().size();
        if (frames < 2 * BLOCKS) {
            throw new IllegalStateException("the image was not transferred: %d frames".formatted(frames));
        }
        return standingRules ? Monitors.observe(DeviceKind.PPMID, recorder.recording()) : frames;
    }
}
