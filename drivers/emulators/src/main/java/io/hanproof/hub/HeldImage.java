package io.hanproof.hub;

import io.hanproof.image.HardwareRange;
import io.hanproof.lab.WanMessage.UseCase;
import io.hanproof.octets.Eui64;
import io.hanproof.octets.Octets;
import io.hanproof.profile.DeviceKind;
import io.hanproof.zcl.ota.HardwareVersion;
import io.hanproof.zcl.ota.ImageId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * An image in one of the hub's blocks, with its part of the Upgrade Image List.
 *
 * @param serial tells it from every other image that the hub ever held
 * @param block the block it is in, counted from 0
 * @param kind what the devices are that it is for
 * @param octets what is served: the OTA header and the Manufacturer Image
 * @param activation when its devices are to activate it; empty for now, and for images activated by another way
 * @param started whether a block of it was ever served
 */
public record HeldImage(
        int serial,
        int block,
        DeviceKind kind,
        UseCase useCase,
        ImageId id,
        Octets octets,
        Optional<HardwareRange> hardware,
        Optional<Instant> activation,
        Instant arrived,
        boolean started,
        List<Target> targets) {
    static final int NONE = -1;

    public HeldImage {
        targets = List.copyOf(targets);
    }

    /** Where the device stands in the list; {@link #NONE} when it is not listed. */
    int indexOf(Eui64 device) {
        for (int i = 0; i < targets.size(); i++) {
            if (targets.get(i).device().value() == device.value()) {
                return i;
            }
        }
        return NONE;
    }

    public boolean isFetched() {
        for (var each : targets) {
            if (each.isFetching()) {
                return true;
            }
        }
        return false;
    }

    /** Same manufacturer and same model, as the Central Products List tells models apart. */
    boolean isForModelOf(ImageId other) {
        return id.manufacturerCode() == other.manufacturerCode() && id.imageType() == other.imageType();
    }

    boolean admits(HardwareVersion version) {
        return hardware.isEmpty() || hardware.get().admits(version);
    }

    HeldImage with(int index, Target target) {
        var changed = new ArrayList<>(targets);
        changed.set(index, target);
        return with(started || target.isFetching(), changed);
    }

    HeldImage in(int otherBlock) {
        return new HeldImage(
                serial, otherBlock, kind, useCase, id, octets, hardware, activation, arrived, started, targets);
    }

    HeldImage arrivedAt(Instant other) {
        return new HeldImage(serial, block, kind, useCase, id, octets, hardware, activation, other, started, targets);
    }

    private HeldImage with(boolean nowStarted, List<Target> others) {
        return new HeldImage(
                serial, block, kind, useCase, id, octets, hardware, activation, arrived, nowStarted, others);
    }
}
