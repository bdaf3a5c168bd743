package io.hanproof.steps;

import io.hanproof.device.FirmwareImages;
import io.hanproof.gbcs.Keys;
import io.hanproof.image.ActivationDateTime;
import io.hanproof.image.Form;
import io.hanproof.image.HardwareRange;
import io.hanproof.image.ImageFile;
import io.hanproof.image.ImageWriter;
import io.hanproof.image.OtaImage;
import io.hanproof.lab.BenchFault;
import io.hanproof.octets.Octets;
import io.hanproof.profile.Baseline;
import io.hanproof.profile.DeviceKind;
import io.hanproof.profile.Profile;
import io.hanproof.profile.Profile.Firmware;
import io.hanproof.profile.Profile.Model;
import io.hanproof.zcl.ota.HardwareVersion;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** What the names of firmware, models and hardware stand for in this run. */
final class Firmwares {
    static final String INSTALLED = "0x10";
    static final String UPDATE = "0x20";
    static final String LATER = "0x30";

    private static final HardwareRange ANY = new HardwareRange(HardwareVersion.of(0), HardwareVersion.of(0xFFFF));
    /** Differs from any real code in one bit only, so that a comparison of less than all bits is found out. */
    private static final int ONE_BIT = 1;

    private final RunContext run;
    private final Optional<OtaImage> real;
    private boolean split;

    Firmwares(RunContext run) {
        this.run = run;
        this.real = run.image().map(Firmwares::read);
    }

    private static OtaImage read(Path file) {
        try {
            var inspection = ImageFile.inspect(Octets.copyOf(Files.readAllBytes(file)), Form.ZIGBEE);
            return inspection.image().orElseThrow(() -> new BenchFault(file + " is no whole OTA image"));
        } catch (IOException e) {
            throw new BenchFault(file + " cannot be read", e);
        }
    }

    /** Octets of the real image that takes the place of the update; 0 without one. */
    int realSize() {
        return real.map(it -> it.served().length()).orElse(0);
    }

    /** From now on these names are the parts of one upgrade. */
    void split(String first, String last) {
        split = true;
        List.of(first, last).forEach(this::firmware);
    }

    long version(String name) {
        if (real.isPresent() && name.equals(UPDATE)) {
            return real.get().id().fileVersion();
        }
        return firmware(name).fileVersion();
    }

    boolean isFirstPart(String name) {
        return firmware(name).role() == Profile.Role.FIRST_PART;
    }

    private Firmware firmware(String name) {
        if (split) {
            for (Firmware part : run.profile().split()) {
                if (part.name().equals(name)) {
                    return part;
                }
            }
        }
        try {
            return run.profile().firmware(name);
        } catch (IllegalArgumentException unnamed) {
            throw new BenchFault(
                    "%s, and what it does not name is not to be had".formatted(unnamed.getMessage()), unnamed);
        }
    }

    Model model(DeviceKind kind) {
        if (real.isPresent()) {
            var header = real.get().header();
            var hardware = header.hardware().map(HardwareRange::minimum).orElse(HardwareVersion.of(0x0101));
            return new Model(header.image().manufacturerCode(), header.image().imageType(), hardware);
        }
        return run.profile().model(kind);
    }

    HardwareVersion hardware(String name) {
        return run.profile().hardware(name);
    }

    /** The image of that name for that kind of device, for whatever hardware. */
    OtaImage image(String name, DeviceKind kind, Optional<Instant> activation) {
        if (real.isPresent() && name.equals(UPDATE)) {
            return dated(real.get(), activation);
        }
        return made(run.profile(), name, kind, ANY, activation);
    }

    OtaImage imageFor(String name, DeviceKind kind, HardwareRange hardware, Optional<Instant> activation) {
        return made(run.profile(), name, kind, hardware, activation);
    }

    private OtaImage dated(OtaImage image, Optional<Instant> activation) {
        return run.baseline() == Baseline.BASELINE_2019
                ? image.withActivation(activation.map(ActivationDateTime::at).orElse(ActivationDateTime.NOW))
                : image;
    }

    private OtaImage made(
            Profile profile, String name, DeviceKind kind, HardwareRange hardware, Optional<Instant> activation) {
        return FirmwareImages.make(run.keys(), profile, kind, firmware(name), hardware, activation, run.baseline());
    }

    /** As nobody writes it who wants it activated at once under the 2019 baseline, and as it may be left. */
    OtaImage imageWithoutDateTime(String name, DeviceKind kind) {
        return real.filter(it -> name.equals(UPDATE))
                .orElseGet(() -> FirmwareImages.make(
                        run.keys(),
                        run.profile(),
                        kind,
                        firmware(name),
                        ANY,
                        Optional.empty(),
                        Baseline.BASELINE_2020));
    }

    /** For hardware one revision above the device's and higher. */
    OtaImage imageForOtherHardware(String name, DeviceKind kind) {
        int own = model(kind).hardware().u16();
        return made(
                run.profile(),
                name,
                kind,
                new HardwareRange(HardwareVersion.of(own + 1), HardwareVersion.of(0xFFFF)),
                Optional.empty());
    }

    OtaImage imageForOtherModel(String name, DeviceKind kind) {
        Model own = model(kind);
        return madeFor(new Model(own.manufacturerCode(), own.imageType() ^ ONE_BIT, own.hardware()), name, kind);
    }

    OtaImage imageByOtherMaker(String name, DeviceKind kind) {
        Model own = model(kind);
        return madeFor(new Model(own.manufacturerCode() ^ ONE_BIT, own.imageType(), own.hardware()), name, kind);
    }

    private OtaImage madeFor(Model model, String name, DeviceKind kind) {
        return made(run.profile().withModel(kind, model), name, kind, ANY, Optional.empty());
    }

    /** An image of which exactly {@code served} octets are served. */
    OtaImage imageOf(int served, String name, DeviceKind kind) {
        OtaImage usual = image(name, kind, Optional.empty());
        var firmware = firmware(name);
        int size = firmware.size() + served - usual.served().length();
        return FirmwareImages.make(
                run.keys(),
                run.profile(),
                kind,
                new Firmware(firmware.name(), firmware.fileVersion(), firmware.role(), Optional.empty(), size),
                ANY,
                Optional.empty(),
                run.baseline());
    }

    /** Sound in all but that somebody else's supplier has signed it. */
    OtaImage imageAuthorisedByAnother(String name, DeviceKind kind) {
        var stranger = run.keys().supplier(kind == DeviceKind.GSME ? Keys.IMPORT_SUPPLIER : Keys.GAS_SUPPLIER);
        return FirmwareImages.makeAuthorisedBy(stranger, run.profile(), kind, firmware(name), ANY);
    }

    /** Ends in the signature that the supplier gave to another image. */
    OtaImage imageAuthorisedForAnother(String name, DeviceKind kind) {
        var image = image(name, kind, Optional.empty());
        var other = image(name.equals(UPDATE) ? LATER : UPDATE, kind, Optional.empty());
        return ImageWriter.gb(
                image.header(), image.manufacturerImage(), other.signature().orElseThrow());
    }

    /** Passes every check of the device and does not start there. */
    OtaImage unstartableImage(String name, DeviceKind kind) {
        return FirmwareImages.makeUnstartable(run.keys(), run.profile(), kind, firmware(name), ANY);
    }

    /** An image for a meter or a switch that asks to replace what the hub holds. */
    OtaImage forcedImage(String name, DeviceKind kind) {
        return FirmwareImages.makeForceReplace(run.keys(), run.profile(), kind, firmware(name), ANY);
    }
}
