package io.hanproof.launcher;

import io.hanproof.evidence.PlannedScenario;
import io.hanproof.evidence.ScenarioResult;
import io.hanproof.evidence.Verdict;
import io.hanproof.lab.ApsFrame;
import io.hanproof.lab.Delivery;
import io.hanproof.lab.Recorder;
import io.hanproof.lab.Timeline;
import io.hanproof.lab.WanMessage.FirmwareDelivery;
import io.hanproof.lab.WanMessage.UseCase;
import io.hanproof.octets.Eui64;
import io.hanproof.octets.Octets;
import io.hanproof.zcl.AttributeValue;
import io.hanproof.zcl.Cluster;
import io.hanproof.zcl.DataType;
import io.hanproof.zcl.Direction;
import io.hanproof.zcl.ReadAttributesResponse;
import io.hanproof.zcl.ZclStatus;
import io.hanproof.zcl.ota.ImageBlockRequest;
import io.hanproof.zcl.ota.ImageBlockResponse;
import io.hanproof.zcl.ota.ImageId;
import io.hanproof.zcl.ota.OtaAttribute;
import io.hanproof.zcl.ota.OtaCommand;
import io.hanproof.zcl.ota.OtaFrames;
import io.hanproof.zcl.ota.QueryNextImageRequest;
import io.hanproof.zcl.ota.QueryNextImageResponse;
import io.hanproof.zcl.ota.UpgradeEndRequest;
import io.hanproof.zcl.ota.UpgradeEndResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Writes recordings by hand: each call is something that crosses, a second after the one before. */
final class Air {
    static final Instant START = Instant.parse("2026-01-01T00:00:00Z");
    static final Duration REBOOT = Duration.ofMinutes(3);

    private static final Eui64 HUB = Eui64.parse("00DB1234567890A2");
    private static final Eui64 PPMID = Eui64.parse("00DB1234567890A4");
    private static final int SMART_ENERGY = 0x0109;
    private static final int BLOCK = 40;
    private static final int BLOCKS = 3;

    private final Recorder recorder = new Recorder();
    private Duration now = Duration.ofHours(2);

    Air() {
        recorder.name(HUB, "hub");
        recorder.name(PPMID, "ppmid");
    }

    Duration now() {
        return now;
    }

    Air waits(Duration howLong) {
        now = now.plus(howLong);
        return this;
    }

    private long tick() {
        now = now.plusSeconds(1);
        return Timeline.toNanos(START.plus(now));
    }

    private static ImageId image(long version) {
        return new ImageId(0xFFFE, 0xAABB, version);
    }

    private Air crosses(Eui64 from, Eui64 to, Octets zcl, Delivery delivery) {
        long nanos = tick();
        int number =
                recorder.sent(nanos, new ApsFrame(from, to, SMART_ENERGY, Cluster.OTA.id(), 1, 1, true, true, zcl));
        recorder.outcome(number, nanos, delivery);
        return this;
    }

    private Air device(OtaCommand command) {
        return crosses(PPMID, HUB, OtaFrames.unicast(1, command), Delivery.DELIVERED);
    }

    private Air hub(OtaCommand command) {
        return crosses(HUB, PPMID, OtaFrames.unicast(1, command), Delivery.DELIVERED);
    }

    Air asks(long running) {
        return device(new QueryNextImageRequest(image(running), Optional.empty()));
    }

    Air offers(long version) {
        return hub(new QueryNextImageResponse.Success(image(version), (long) BLOCK * BLOCKS));
    }

    Air hasNone() {
        return hub(new QueryNextImageResponse.Refused(ZclStatus.NO_IMAGE_AVAILABLE));
    }

    Air asksForBlock(long version, long offset) {
        return device(ImageBlockRequest.of(image(version), offset, BLOCK));
    }

    Air servesBlock(long version, long offset) {
        return hub(new ImageBlockResponse.Success(image(version), offset, Octets.copyOf(new byte[BLOCK])));
    }

    /** All three blocks of it. */
    Air fetches(long version) {
        for (int block = 0; block < BLOCKS; block++) {
            asksForBlock(version, (long) block * BLOCK).servesBlock(version, (long) block * BLOCK);
        }
        return this;
    }

    Air ends(long version) {
        return device(new UpgradeEndRequest(ZclStatus.SUCCESS, image(version)));
    }

    /** @param in seconds from now */
    Air tellsToActivate(long version, long in) {
        return hub(new UpgradeEndResponse(image(version), 0, in));
    }

    Air tellsInVain(long version, long in) {
        var zcl = OtaFrames.unicast(1, new UpgradeEndResponse(image(version), 0, in));
        return crosses(HUB, PPMID, zcl, Delivery.LOST);
    }

    Air tellsToWait(long version) {
        return hub(new UpgradeEndResponse(image(version), 0, UpgradeEndResponse.WAIT));
    }

    Air downloads(long version, long activationIn) {
        return offers(version).fetches(version).ends(version).tellsToActivate(version, activationIn);
    }

    Air reads(long running) {
        var value = new AttributeValue.Number(DataType.UINT32, running);
        var answer = new ReadAttributesResponse(
                List.of(new ReadAttributesResponse.Held(OtaAttribute.CURRENT_FILE_VERSION.id(), value)));
        return crosses(PPMID, HUB, answer.frame(Direction.TO_SERVER, 1), Delivery.DELIVERED);
    }

    Air switches(boolean on) {
        recorder.power(tick(), PPMID, on);
        return this;
    }

    Air switchesHub(boolean on) {
        recorder.power(tick(), HUB, on);
        return this;
    }

    Air delivers() {
        recorder.wan(tick(), new FirmwareDelivery(UseCase.CS05C, Octets.copyOf(new byte[100]), List.of(PPMID)));
        return this;
    }

    /** Number of the latest entry. */
    int number() {
        return recorder.recording().size();
    }

    ScenarioResult result(Integer... decidedBy) {
        var scenario = new PlannedScenario(
                "DEV-08/a/b", "b", "device", List.of(), "", "", "", "file:///a.feature", 3, List.of(), "acme", 1);
        return new ScenarioResult(
                scenario,
                Verdict.PASS,
                "seen",
                now,
                Duration.ZERO,
                List.of(decidedBy),
                Map.of(),
                List.of(),
                "",
                Optional.of(recorder.recording()));
    }

    ScenarioCost cost(Integer... decidedBy) {
        return ScenarioCost.of(result(decidedBy), START, REBOOT);
    }
}
