package io.hanproof.steps;

import io.hanproof.device.DisplayModel;
import io.hanproof.device.EmulatedDisplay;
import io.hanproof.lab.BenchFault;
import io.hanproof.lab.Recorder;
import io.hanproof.lab.Seed;
import io.hanproof.octets.Eui64;
import io.hanproof.octets.Octets;
import io.hanproof.profile.DeviceKind;
import io.hanproof.steps.HabitWords.DisplayHabit;
import io.hanproof.venue.Cast;
import io.hanproof.venue.Ground;
import io.hanproof.venue.Guest;
import io.hanproof.zcl.ota.HardwareVersion;
import io.hanproof.zcl.ota.ImageId;
import io.hanproof.zcl.ota.QueryNextImageRequest;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** The devices on the HAN of a scenario, by the names that sentences know them by. */
final class HanDevices {
    static final String FIRST = "PPMID";
    static final String SECOND = "second PPMID";

    private final RunContext run;
    private final long seed;
    private final Cast cast;
    private final Firmwares firmwares;
    private final Ground ground;
    private final Recorder recorder;
    private final HanHub hub;
    private final Map<String, Joined> here = new LinkedHashMap<>();
    private final GbcsWays gbcs;

    /**
     * @param emulated absent where the device is somebody else's
     * @param puppet present where it is ours to lead
     */
    private record Joined(
            DeviceKind kind,
            Guest.Place place,
            DisplayModel model,
            Optional<EmulatedDisplay> emulated,
            Optional<Puppet> puppet) {}

    HanDevices(
            RunContext run, long seed, Cast cast, Firmwares firmwares, Ground ground, Recorder recorder, HanHub hub) {
        this.run = run;
        this.seed = seed;
        this.cast = cast;
        this.firmwares = firmwares;
        this.ground = ground;
        this.recorder = recorder;
        this.hub = hub;
        this.gbcs = new GbcsWays(hub, ground, recorder);
    }

    /** The name of the device of a kind that a sentence names: whatever is judged goes by the name of the first. */
    static String named(String kind) {
        return WorldFactory.context().profile().device().name().equals(kind) ? FIRST : kind;
    }

    /** The name of the device of that kind. */
    static String display(DeviceKind kind) {
        return kind == DeviceKind.PPMID ? FIRST : kind.name();
    }

    /** As scenarios call it: a display is the PPMID, whatever its kind. */
    String called(String display) {
        var kind = kind(display);
        return display.equals(FIRST) && !kind.isDisplay() ? kind.name() : display;
    }

    DeviceKind kind(String display) {
        return joined(display).kind();
    }

    Eui64 address(String display) {
        return joined(display).place().address();
    }

    /** The name of the device with that address. */
    String nameOf(Eui64 address) {
        return here.entrySet().stream()
                .filter(it -> it.getValue().place().address().equals(address))
                .map(Map.Entry::getKey)
                .findFirst()
                .orElseThrow(() -> new BenchFault("nobody in this scenario has the address " + address));
    }

    EmulatedDisplay display(String display) {
        return emulated(joined(display), display);
    }

    private static EmulatedDisplay emulated(Joined joined, String display) {
        return joined.emulated()
                .orElseThrow(() -> new BenchFault(
                        "the %s is somebody else's: hanproof cannot tell it what to do".formatted(display)));
    }

    void joinDisplay(String firmware) {
        join(FIRST, judgedKind(), Make.running(firmwares.version(firmware)));
    }

    void joinDisplayWithHardware(String hardware) {
        join(FIRST, judgedKind(), Make.of(firmwares.hardware(hardware)));
    }

    void joinSecondDisplay() {
        join(SECOND, kind(FIRST), Make.usual());
    }

    /** The device of that kind, on the HAN from now on if it was not. */
    String ensure(DeviceKind kind) {
        String name = display(kind);
        if (!here.containsKey(name)) {
            join(name, kind, Make.usual());
        }
        return name;
    }

    private DeviceKind judgedKind() {
        return run.profile().device().isDevice() ? run.profile().device() : DeviceKind.PPMID;
    }

    /** How a device is to differ from what its profile says. */
    private record Make(Optional<Long> installed, Optional<HardwareVersion> hardware) {
        static Make usual() {
            return new Make(Optional.empty(), Optional.empty());
        }

        static Make running(long version) {
            return new Make(Optional.of(version), Optional.empty());
        }

        static Make of(HardwareVersion other) {
            return new Make(Optional.empty(), Optional.of(other));
        }

        DisplayModel change(DisplayModel model) {
            var running = installed.map(model::withInstalled).orElse(model);
            return hardware.map(running::withHardware).orElse(running);
        }
    }

    private void join(String name, DeviceKind kind, Make make) {
        Optional<Guest> guest = ground.guest().filter(it -> !hub.isJudged());
        Joined joined = guest.map(it -> theirs(it, kind, make)).orElseGet(() -> ours(name, kind, make));
        var place = joined.place();
        hub.ifOurs().ifPresent(it -> it.join(place.address(), kind, place.endpoint()));
        here.put(name, joined);
        gbcs.open(name, place.address(), joined.emulated());
        recorder.name(place.address(), called(name).toLowerCase(Locale.ROOT).replace(' ', '-'));
    }

    private Joined theirs(Guest guest, DeviceKind kind, Make make) {
        var place = guest.device(kind, make.installed(), make.hardware());
        return new Joined(kind, place, make.change(model(kind, place.address())), Optional.empty(), Optional.empty());
    }

    private Joined ours(String name, DeviceKind kind, Make make) {
        var wished = new Eui64(hub.address().value() + 1 + here.size());
        var radio = ground.join(kind, wished, Cast.DEVICE_ENDPOINT);
        var address = radio.address();
        var model = make.change(model(kind, address));
        if (!run.profile().device().isDevice()) {
            model = model.withCapabilities(model.capabilities().withoutPageRequest());
        }
        var display = new EmulatedDisplay(
                radio, ground.timeline(), Seed.derive(seed, name), model, run.policies(), cast.displayMutation());
        display.join(hub.address());
        display.onReceiver(on -> ground.deaf(address, !on));
        ground.onPower(address, display::power);
        return new Joined(
                kind, new Guest.Place(address, Cast.DEVICE_ENDPOINT), model, Optional.of(display), puppet(display));
    }

    /** Behind a hub under test devices wait to be led; behind the DCC they go through updates by themselves. */
    private Optional<Puppet> puppet(EmulatedDisplay display) {
        return switch (run.profile().device()) {
            case HUB -> Optional.of(new Puppet(display, Gait.atRest()));
            case DCC -> Optional.of(new Puppet(display, Gait.free()));
            case PPMID, IHD, HCALCS, ESME, GSME -> Optional.empty();
        };
    }

    private DisplayModel model(DeviceKind kind, Eui64 address) {
        var model = DisplayModel.of(run.profile().withModel(kind, firmwares.model(kind)), kind, address);
        return hub.isJudged() ? model : cast.equipped(model);
    }

    /** @throws BenchFault where no GBCS message can come to the device, nor from it */
    void requireGbcs(String display) {
        gbcs.require(display, called(display));
    }

    /** Hands a command to a device that it is not for. */
    void misdirect(String display, Octets command) {
        requireGbcs(display);
        gbcs.misdirect(display, command);
    }

    /** Puts other firmware on a device by other means than the HAN. */
    void updateLocally(String display, String firmware) {
        var joined = joined(display);
        if (joined.emulated().isPresent()) {
            joined.emulated().get().updateLocally(firmwares.version(firmware));
        } else {
            ground.guest().orElseThrow().putBack(firmware);
        }
    }

    /** The name under which a device is known that a scenario calls by its kind. */
    String key(String called) {
        boolean first = !here.containsKey(called)
                && here.containsKey(FIRST)
                && here.get(FIRST).kind().name().equals(called);
        return first ? FIRST : called;
    }

    private Joined joined(String display) {
        Joined found = here.get(key(display));
        if (found == null) {
            throw new BenchFault("no %s has been named in this scenario".formatted(display));
        }
        return found;
    }

    /** What the device would ask for its next image with. */
    QueryNextImageRequest query(String display) {
        var joined = joined(display);
        var identity = joined.model().identity();
        var running = new ImageId(
                identity.manufacturerCode(),
                identity.imageType(),
                display(display).state().flash().running());
        boolean tells = joined.puppet().map(Puppet::tellsHardware).orElse(true);
        return new QueryNextImageRequest(
                running, tells ? Optional.of(identity.hardware()) : Optional.<HardwareVersion>empty());
    }

    void takeUp(String display, DisplayHabit habit) {
        puppet(display).takeUp(habit);
    }

    private Puppet puppet(String display) {
        return joined(display)
                .puppet()
                .orElseThrow(
                        () -> new BenchFault("the %s is under test: hanproof cannot change it".formatted(display)));
    }

    /** It leaves updates alone. */
    void rest(String display) {
        puppet(display).follow(Gait.atRest());
    }

    /** Lets a display go through the update by itself; one under test does so anyway. */
    void letGo(String display) {
        joined(display).puppet().ifPresent(it -> it.go(Gait.free()));
    }

    void fetchUpTo(String display, int octets) {
        joined(display).puppet().ifPresent(it -> it.go(Gait.upTo(octets)));
    }

    void fetchWithoutEnd(String display) {
        joined(display).puppet().ifPresent(it -> it.go(Gait.withoutEnd()));
    }

    void powerOn(String display) {
        ground.power(address(display), true);
    }
}
