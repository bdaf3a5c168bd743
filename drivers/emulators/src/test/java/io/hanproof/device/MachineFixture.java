package io.hanproof.device;

import io.hanproof.device.Flash.Held;
import io.hanproof.device.Flash.Order;
import io.hanproof.image.Form;
import io.hanproof.lab.Machine.Step;
import io.hanproof.octets.Eui64;
import io.hanproof.octets.Octets;
import io.hanproof.profile.DeviceKind;
import io.hanproof.profile.Policies;
import io.hanproof.zcl.UtcTime;
import io.hanproof.zcl.ota.ImageBlockResponse;
import io.hanproof.zcl.ota.ImageId;
import io.hanproof.zcl.ota.OtaCommand;
import io.hanproof.zcl.ota.QueryNextImageResponse;
import io.hanproof.zcl.ota.UpgradeEndResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** States and events that the tests of the machine's parts begin with. */
final class MachineFixture {
    static final Instant NOW = Instant.parse("2026-01-01T02:00:00Z");
    static final Instant NEXT_POLL = NOW.plus(Duration.ofHours(20));
    static final long UTC = UtcTime.of(NOW).seconds();
    static final ImageId RUNNING = new ImageId(0xFFFE, 0xAABB, 0x10);
    static final ImageId OFFERED = new ImageId(0xFFFE, 0xAABB, 0x20);
    static final DisplayModel MODEL = DisplayModel.of(
            TestProfile.of(Form.GB, TestProfile.ALL), DeviceKind.PPMID, Eui64.parse("00DB1234567890A4"));
    static final DisplayModel CLOCKLESS = MODEL.withCapabilities(TestProfile.CLOCKLESS);
    static final Octets HASH = Octets.copyOf(new byte[32]);
    static final DisplayState IDLE = DisplayState.running(0x10, NEXT_POLL);
    static final DisplayMachine MACHINE = new DisplayMachine(MODEL, Policies.DEFAULT);
    static final DisplayMachine WITHOUT_CLOCK = new DisplayMachine(CLOCKLESS, Policies.DEFAULT);

    private MachineFixture() {}

    static Step<DisplayState, DisplayEffect> on(DisplayEvent event, DisplayState state) {
        return MACHINE.on(event, state, NOW);
    }

    static List<OtaCommand> sent(Step<DisplayState, DisplayEffect> step) {
        return step.effects().stream()
                .filter(it -> it instanceof DisplayEffect.Send)
                .map(it -> ((DisplayEffect.Send) it).command())
                .toList();
    }

    static DisplayState querying(boolean byItself) {
        return IDLE.with(new Phase.Querying(NOW, 1, byItself));
    }

    static DisplayState downloading(long offset, int failures) {
        return IDLE.with(new Phase.Downloading(
                Transfer.of(OFFERED, 100, 0, false), offset, Phase.Asked.Block.BLOCK, NOW, failures));
    }

    static DisplayState ending(Content content) {
        var held = new Held(OFFERED, 100, content, HASH, new Order.Unasked());
        return new DisplayState(IDLE.flash().withHeld(held), new Phase.Ending(NOW.plusSeconds(5), 1));
    }

    static DisplayEvent offer(ImageId image, long size) {
        return new DisplayEvent.Offered(new QueryNextImageResponse.Success(image, size));
    }

    static DisplayEvent block(long offset, int length) {
        var data = Octets.copyOf(new byte[length]);
        return new DisplayEvent.BlockArrived(new ImageBlockResponse.Success(OFFERED, offset, data));
    }

    static DisplayEvent ended(ImageId image, long currentTime, long upgradeTime) {
        return new DisplayEvent.EndAnswered(new UpgradeEndResponse(image, currentTime, upgradeTime));
    }

    static long nanos(Instant instant) {
        return instant.getEpochSecond() * 1_000_000_000L + instant.getNano();
    }

    static DisplayEvent told(long utc) {
        return new DisplayEvent.TimeTold(Optional.of(new UtcTime(utc)));
    }
}
