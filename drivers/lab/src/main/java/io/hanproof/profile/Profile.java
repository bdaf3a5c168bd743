package io.hanproof.profile;

import io.hanproof.image.Form;
import io.hanproof.zcl.ota.HardwareVersion;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * One product under test, as its maker declares it: a device, or a Communications Hub together with the devices that
 * hanproof is to play for it.
 *
 * @param name equals the file's name
 * @param sha256 hash of the file as read, upper-case digits
 * @param models manufacturer, image type and hardware of each device kind that scenarios speak of; a device's own first
 * @param firmware what the names of whole firmware in scenarios stand for; one is installed
 * @param split the first and the last part of an upgrade that travels as two images; empty where there is none
 * @param hardware what the names of hardware versions in scenarios stand for; a name not listed stands for itself
 * @param store the image store of the hub: the one under test, or the one that serves the device under test
 * @param baseline absent when the run decides
 * @param bench what a run on real hardware has to know; the usual where the profile does not say
 */
public record Profile(
        String name,
        String sha256,
        DeviceKind device,
        Map<DeviceKind, Model> models,
        List<Firmware> firmware,
        List<Firmware> split,
        Map<String, HardwareVersion> hardware,
        Capabilities capabilities,
        Timing timing,
        Store store,
        Form form,
        Optional<Baseline> baseline,
        Policies policies,
        BenchSettings bench) {

    public Profile {
        models = Collections.unmodifiableMap(new LinkedHashMap<>(models));
        firmware = List.copyOf(firmware);
        split = List.copyOf(split);
        hardware = Collections.unmodifiableMap(new LinkedHashMap<>(hardware));
    }

    /** A product that no bench is told of. */
    public Profile(
            String name,
            String sha256,
            DeviceKind device,
            Map<DeviceKind, Model> models,
            List<Firmware> firmware,
            List<Firmware> split,
            Map<String, HardwareVersion> hardware,
            Capabilities capabilities,
            Timing timing,
            Store store,
            Form form,
            Optional<Baseline> baseline,
            Policies policies) {
        this(
                name,
                sha256,
                device,
                models,
                firmware,
                split,
                hardware,
                capabilities,
                timing,
                store,
                form,
                baseline,
                policies,
                BenchSettings.USUAL);
    }

    /**
     * What the Central Products List knows a product by: manufacturer code, model (the OTA image type) and hardware.
     */
    public record Model(int manufacturerCode, int imageType, HardwareVersion hardware) {}

    /**
     * One firmware that scenarios name.
     *
     * @param name as scenarios write it, {@code 0x20}
     * @param fileVersion what the name stands for in this product
     * @param role what it is to the product
     * @param image the real file; absent where hanproof makes one of {@code size} octets of Manufacturer Image
     */
    public record Firmware(String name, long fileVersion, Role role, Optional<Path> image, int size) {
        /** Six hundred blocks of 40 octets: long enough to be interrupted, short enough for a quick run. */
        public static final int USUAL_SIZE = 24_000;
    }

    /** What a firmware is to the product. */
    public enum Role {
        /** Runs on the device when a scenario begins. */
        INSTALLED,
        /** A whole update. */
        UPDATE,
        /** The first part of a split update: activating it only stores it. */
        FIRST_PART,
        /** The last part of a split update: refused unless the first part was activated. */
        LAST_PART
    }

    /**
     * What the product can do; what is not declared it cannot.
     *
     * @param pageRequest whether a device asks for pages, or a hub serves them
     * @param hardwareVersion whether its queries carry the hardware version
     * @param resume whether a download goes on where power cut it, rather than from the start
     * @param currentFileVersion whether a device can be asked for that attribute
     * @param splitImages whether an upgrade may travel as two images
     */
    public record Capabilities(
            boolean pageRequest,
            boolean ownClock,
            boolean subGhz,
            boolean hardwareVersion,
            boolean resume,
            boolean currentFileVersion,
            boolean splitImages) {
        /** The names that profiles and {@code @needs:} tags use, in the order of the components. */
        public static final List<String> NAMES = List.of(
                "page-request",
                "own-clock",
                "sub-ghz",
                "hardware-version",
                "resume",
                "current-file-version",
                "split-images");

        /** For a device that is to fetch block by block. */
        public Capabilities withoutPageRequest() {
            return new Capabilities(false, ownClock, subGhz, hardwareVersion, resume, currentFileVersion, splitImages);
        }

        /** @throws IllegalArgumentException when no capability has that name */
        public boolean has(String name) {
            return switch (name) {
                case "page-request" -> pageRequest;
                case "own-clock" -> ownClock;
                case "sub-ghz" -> subGhz;
                case "hardware-version" -> hardwareVersion;
                case "resume" -> resume;
                case "current-file-version" -> currentFileVersion;
                case "split-images" -> splitImages;
                default ->
                    throw new IllegalArgumentException(
                            "no capability is called %s: they are %s".formatted(name, String.join(", ", NAMES)));
            };
        }
    }

    /**
     * How long the product takes.
     *
     * @param reboot from activation until it answers again
     * @param readBackTolerance how far past an upper edge in time the hub may act
     * @param check from the last block to Upgrade End Request, at most
     * @param query from Image Notify to Query Next Image Request, at most
     * @param stall how long a download may stand still before it counts as given up
     */
    public record Timing(Duration reboot, Duration readBackTolerance, Duration check, Duration query, Duration stall) {
        /** What a profile that says nothing declares. Devices have been seen to check for half an hour. */
        public static final Timing USUAL = new Timing(
                Duration.ofMinutes(3),
                Duration.ofSeconds(5),
                Duration.ofMinutes(60),
                Duration.ofMinutes(5),
                Duration.ofMinutes(10));
    }

    /** How many images a hub holds at most, and how many octets each of them may have. */
    public record Store(int blocks, int blockOctets) {
        public static final Store USUAL = new Store(2, 750_000);
    }

    public Model model(DeviceKind kind) {
        Model found = models.get(kind);
        if (found == null) {
            throw new IllegalArgumentException("profile %s names no model for a %s".formatted(name, kind));
        }
        return found;
    }

    /** This profile with another model for one kind of device. */
    public Profile withModel(DeviceKind kind, Model model) {
        Map<DeviceKind, Model> other = new LinkedHashMap<>(models);
        other.put(kind, model);
        return with(other, firmware, split);
    }

    /** This profile with other whole firmware. */
    public Profile withFirmware(List<Firmware> other) {
        return with(models, other, split);
    }

    /** This profile with other parts of a split upgrade. */
    public Profile withSplit(List<Firmware> other) {
        return with(models, firmware, other);
    }

    private Profile with(Map<DeviceKind, Model> otherModels, List<Firmware> otherFirmware, List<Firmware> otherSplit) {
        return new Profile(
                name,
                sha256,
                device,
                otherModels,
                otherFirmware,
                otherSplit,
                hardware,
                capabilities,
                timing,
                store,
                form,
                baseline,
                policies,
                bench);
    }

    /** The whole firmware of that name. */
    public Firmware firmware(String called) {
        return named(called, firmware, "firmware");
    }

    /** The part of the split upgrade of that name. */
    public Firmware part(String called) {
        return named(called, split, "part of a split upgrade");
    }

    /** What runs on the device when a scenario begins. */
    public Firmware installed() {
        return firmware.stream()
                .filter(it -> it.role() == Role.INSTALLED)
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("profile %s has nothing installed".formatted(name)));
    }

    public HardwareVersion hardware(String called) {
        HardwareVersion bound = hardware.get(called);
        return bound == null ? HardwareVersion.parse(called) : bound;
    }

    private Firmware named(String called, List<Firmware> among, String what) {
        return among.stream()
                .filter(it -> it.name().equals(called))
                .findFirst()
                .orElseThrow(
                        () -> new IllegalArgumentException("profile %s names no %s %s".formatted(name, what, called)));
    }
}
