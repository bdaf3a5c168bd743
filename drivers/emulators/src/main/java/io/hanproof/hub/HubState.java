package io.hanproof.hub;

import io.hanproof.lab.DutyCycle;
import io.hanproof.lab.WanMessage.FirmwareDelivery;
import io.hanproof.octets.Eui64;
import io.hanproof.profile.DeviceKind;
import io.hanproof.zcl.ota.HardwareVersion;
import io.hanproof.zcl.ota.ImageId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * All that a hub remembers.
 *
 * @param devices what is joined to its HAN, in order of joining
 * @param images what its blocks hold, oldest first
 * @param waiting images that may not be stored before a transfer has ended
 * @param taken devices that have taken an image, oldest first
 * @param questions devices that are being asked for their model
 * @param reported the firmware version that the DCC was last told of a device
 * @param serial the last number given to an image, a taking or a page
 */
public record HubState(
        Map<Eui64, Joined> devices,
        List<HeldImage> images,
        List<FirmwareDelivery> waiting,
        List<Taken> taken,
        List<Question> questions,
        Map<Eui64, Long> reported,
        DutyCycle dutyCycle,
        int serial) {
    public static final HubState EMPTY =
            new HubState(Map.of(), List.of(), List.of(), List.of(), List.of(), Map.of(), DutyCycle.NORMAL, 0);

    public HubState {
        devices = Collections.unmodifiableMap(new LinkedHashMap<>(devices));
        images = List.copyOf(images);
        waiting = List.copyOf(waiting);
        taken = List.copyOf(taken);
        questions = List.copyOf(questions);
        reported = Map.copyOf(reported);
    }

    /**
     * A device on the HAN.
     *
     * @param endpoint of its OTA client
     * @param hardware as it has told in Query Next Image Request; no attribute of the OTA cluster has it
     */
    public record Joined(DeviceKind kind, int endpoint, Optional<HardwareVersion> hardware) {}

    HubState with(Eui64 device, Joined joined) {
        var more = new LinkedHashMap<>(devices);
        more.put(device, joined);
        return new HubState(more, images, waiting, taken, questions, reported, dutyCycle, serial);
    }

    HubState withImages(List<HeldImage> others) {
        return new HubState(devices, others, waiting, taken, questions, reported, dutyCycle, serial);
    }

    HubState withWaiting(List<FirmwareDelivery> others) {
        return new HubState(devices, images, others, taken, questions, reported, dutyCycle, serial);
    }

    HubState withTaken(List<Taken> others) {
        return new HubState(devices, images, waiting, others, questions, reported, dutyCycle, serial);
    }

    HubState asking(Question question) {
        var more = new ArrayList<>(questions);
        more.add(question);
        return new HubState(devices, images, waiting, taken, more, reported, dutyCycle, serial);
    }

    HubState withoutQuestion(int gone) {
        var left = questions.stream().filter(it -> it.serial() != gone).toList();
        return new HubState(devices, images, waiting, taken, left, reported, dutyCycle, serial);
    }

    HubState reporting(Eui64 device, long fileVersion) {
        var more = new LinkedHashMap<>(reported);
        more.put(device, fileVersion);
        return withReported(more);
    }

    HubState withReported(Map<Eui64, Long> others) {
        return new HubState(devices, images, waiting, taken, questions, others, dutyCycle, serial);
    }

    HubState with(DutyCycle other) {
        return new HubState(devices, images, waiting, taken, questions, reported, other, serial);
    }

    HubState counted() {
        return new HubState(devices, images, waiting, taken, questions, reported, dutyCycle, serial + 1);
    }

    HubState with(int index, HeldImage image) {
        var changed = new ArrayList<>(images);
        changed.set(index, image);
        return withImages(changed);
    }

    HubState without(Predicate<HeldImage> gone) {
        var left = new ArrayList<>(images);
        left.removeIf(gone);
        return withImages(left);
    }

    HubState replacing(Taken one) {
        var changed = new ArrayList<>(taken);
        changed.replaceAll(it -> it.serial() == one.serial() ? one : it);
        return withTaken(changed);
    }

    HubState withoutTaken(int gone) {
        var left = new ArrayList<>(taken);
        left.removeIf(it -> it.serial() == gone);
        return withTaken(left);
    }

    /** The newest image of that identity which lists the device; {@link HeldImage#NONE} when there is none. */
    int indexOf(ImageId id, Eui64 device) {
        for (int i = images.size() - 1; i >= 0; i--) {
            var each = images.get(i);
            if (each.id().equals(id) && each.indexOf(device) != HeldImage.NONE) {
                return i;
            }
        }
        return HeldImage.NONE;
    }

    int indexOf(int imageSerial) {
        for (int i = 0; i < images.size(); i++) {
            if (images.get(i).serial() == imageSerial) {
                return i;
            }
        }
        return HeldImage.NONE;
    }

    /** Whether an image is crossing the HAN. */
    public boolean isTransferring() {
        for (var each : images) {
            if (each.isFetched()) {
                return true;
            }
        }
        return false;
    }

    /** Whether the duty cycle forbids transfers. */
    public boolean isSuspended() {
        return dutyCycle != DutyCycle.NORMAL;
    }
}
