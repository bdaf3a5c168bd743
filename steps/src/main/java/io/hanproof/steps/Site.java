package io.hanproof.steps;

import io.hanproof.dcc.DccEffect;
import io.hanproof.dcc.DccEvent;
import io.hanproof.dcc.DccState;
import io.hanproof.device.DisplayModel;
import io.hanproof.device.EmulatedDisplay;
import io.hanproof.gbcs.Certificates;
import io.hanproof.gbcs.Role;
import io.hanproof.gbcs.SmkiCertificate;
import io.hanproof.hub.EmulatedHub;
import io.hanproof.hub.EndForm;
import io.hanproof.hub.HubEffect;
import io.hanproof.hub.HubEvent;
import io.hanproof.hub.HubModel;
import io.hanproof.hub.HubScripts;
import io.hanproof.hub.HubState;
import io.hanproof.lab.BenchFault;
import io.hanproof.lab.HubWan;
import io.hanproof.lab.Machine.Mutation;
import io.hanproof.lab.Recorder;
import io.hanproof.lab.Recording;
import io.hanproof.lab.Seed;
import io.hanproof.lab.Timeline;
import io.hanproof.lab.WanMessage;
import io.hanproof.octets.Eui64;
import io.hanproof.octets.Octets;
import io.hanproof.profile.DeviceKind;
import io.hanproof.profile.Policies;
import io.hanproof.profile.Policy;
import io.hanproof.steps.HabitWords.DisplayHabit;
import io.hanproof.venue.Cast;
import io.hanproof.venue.Ground;
import io.hanproof.venue.Guest;
import io.hanproof.venue.Scene;
import io.hanproof.zcl.UtcTime;
import io.hanproof.zcl.ota.HardwareVersion;
import io.hanproof.zcl.ota.ImageId;
import io.hanproof.zcl.ota.QueryNextImageRequest;
import io.hanproof.zcl.ota.UpgradeEndResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.opentest4j.TestAbortedException;

/** One home: a hub, the devices on its HAN, and a recorder of all that crosses it. */
final class Site {
    static final String FIRST = "PPMID";
    static final String SECOND = "second PPMID";

    private static final Eui64 OUR_HUB = Eui64.parse("00A1B2C3D4E50000");
    /** Our own hub gives no transfer up: it is the device that is judged. */
    private static final Duration PATIENT = Duration.ofDays(30);

    private static final int SEQUENCES = 0x100;

    private final RunContext run;
    private final long seed;
    private final Cast cast;
    private final Firmwares firmwares;
    private final Recorder recorder = new Recorder();
    private final Ground ground;
    private final Instant start;
    private final Hub hub;
    private final Map<String, Joined> displays = new LinkedHashMap<>();
    private final Map<String, Consumer<Octets>> gbcsWays = new HashMap<>();
    private final List<Mutation<HubState, HubEvent, HubEffect>> hubHabits = new ArrayList<>();
    private int sequence = 0x80;

    /** @param emulated absent where the hub is somebody else's */
    private record Hub(Guest.Place place, HubWan wan, Optional<EmulatedHub> emulated) {}

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

    Site(RunContext run, long seed) {
        this.run = run;
        this.seed = seed;
        this.cast = new Cast(run.profile(), run.policies(), run.baseline(), run.misbehaviour(), run.keys());
        this.firmwares = new Firmwares(run);
        this.ground = run.venue().open(new Scene(run.profile(), seed, recorder));
        this.start = ground.timeline().instant();
        this.hub = ground.guest().filter(it -> judgesHub()).map(Site::theirs).orElseGet(this::ours);
        recorder.name(hub.place().address(), "hub");
    }

    private static Hub theirs(Guest guest) {
        return new Hub(guest.hub(), guest.wan(), Optional.empty());
    }

    private Hub ours() {
        var radio = ground.join(DeviceKind.HUB, OUR_HUB, HubModel.of(OUR_HUB).endpoint());
        var model = hubModel(radio.address());
        var emulated = new EmulatedHub(
                radio, timeline(), model, hubPolicies(), run.baseline(), recorder, run.keys(), cast.hubMutation());
        return new Hub(new Guest.Place(radio.address(), model.endpoint()), emulated, Optional.of(emulated));
    }

    private HubModel hubModel(Eui64 address) {
        if (!run.profile().device().isDevice()) {
            return cast.hubModel(address);
        }
        var store = run.profile().store();
        int room = Math.max(store.blockOctets(), firmwares.realSize());
        return HubModel.of(address).withBlocks(store.blocks(), room).withPages().withStall(PATIENT);
    }

    /** Our own hub offers to every device, whatever the device is to be judged by. */
    private Policies hubPolicies() {
        return judgesHub() ? run.policies() : run.policies().with(Policy.HARDWARE_VERSION, "optional");
    }

    boolean judgesHub() {
        return run.profile().device() == DeviceKind.HUB;
    }

    boolean judgesDcc() {
        return run.profile().device() == DeviceKind.DCC;
    }

    /** What makes the DCC under test wrong, if anything. */
    Mutation<DccState, DccEvent, DccEffect> dccMutation() {
        return cast.dccMutation();
    }

    Recorder recorder() {
        return recorder;
    }

    Instant start() {
        return start;
    }

    Timeline timeline() {
        return ground.timeline();
    }

    Recording recording() {
        return recorder.recording();
    }

    Ground ground() {
        return ground;
    }

    Eui64 hubAddress() {
        return hub.place().address();
    }

    /** Our hub, which is never the one under test unless that is emulated here. */
    EmulatedHub hub() {
        return hub.emulated()
                .orElseThrow(() -> new BenchFault("the hub is somebody else's: hanproof cannot tell it what to do"));
    }

    HubWan wan() {
        return hub.wan();
    }

    /**
     * What the hub's GBCS messages are to be checked with: what it told itself, or what was given for it.
     *
     * @throws TestAbortedException when there is neither
     */
    List<SmkiCertificate> hubCertificates() {
        var guest = ground.guest().filter(it -> judgesHub());
        var told = guest.map(Guest::certificates).orElse(Certificates.NONE).all();
        if (guest.isPresent() && told.isEmpty() && !run.keys().given().knows(hubAddress())) {
            throw new TestAbortedException(
                    "the certificate of the hub is not known: its WAN door tells none, and --keys has none");
        }
        return run.keys().knowing(new Certificates(told)).certificates(hubAddress(), Role.HUB);
    }

    Firmwares firmwares() {
        return firmwares;
    }

    void close() {
        ground.close();
    }

    /** A transaction sequence number for a command that a scenario orders; far from those that machines count. */
    int sequence() {
        sequence = (sequence + 1) % SEQUENCES;
        return sequence;
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
        return displays.entrySet().stream()
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
        if (!displays.containsKey(name)) {
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
        Optional<Guest> guest = ground.guest().filter(it -> !judgesHub());
        Joined joined = guest.map(it -> theirs(it, kind, make)).orElseGet(() -> ours(name, kind, make));
        var place = joined.place();
        hub.emulated().ifPresent(it -> it.join(place.address(), kind, place.endpoint()));
        displays.put(name, joined);
        gbcsWay(joined).ifPresent(it -> gbcsWays.put(name, it));
        recorder.name(place.address(), called(name).toLowerCase(Locale.ROOT).replace(' ', '-'));
    }

    private Joined theirs(Guest guest, DeviceKind kind, Make make) {
        var place = guest.device(kind, make.installed(), make.hardware());
        return new Joined(kind, place, make.change(model(kind, place.address())), Optional.empty(), Optional.empty());
    }

    private Joined ours(String name, DeviceKind kind, Make make) {
        var wished = new Eui64(OUR_HUB.value() + 1 + displays.size());
        var radio = ground.join(kind, wished, Cast.DEVICE_ENDPOINT);
        var address = radio.address();
        var model = make.change(model(kind, address));
        if (!run.profile().device().isDevice()) {
            model = model.withCapabilities(model.capabilities().withoutPageRequest());
        }
        var display = new EmulatedDisplay(
                radio, timeline(), Seed.derive(seed, name), model, run.policies(), cast.displayMutation());
        display.join(hubAddress());
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

    /** What takes GBCS messages for a device, where they come to it and what it sends to the hub. */
    private Optional<Consumer<Octets>> gbcsWay(Joined joined) {
        var address = joined.place().address();
        if (joined.emulated().isEmpty()) {
            return ground.guest()
                    .flatMap(guest -> hub.emulated().flatMap(it -> guest.gbcs(hubAddress(), address, it::passUp)))
                    .map(it -> passedOn(address, it));
        }
        var display = joined.emulated().get();
        if (hub.emulated().isPresent()) {
            display.onGbcs(hub.emulated().get()::passUp);
            return Optional.of(passedOn(address, display::gbcs));
        }
        var toHub = ground.guest().flatMap(it -> it.gbcs(address, hubAddress(), display::gbcs));
        toHub.ifPresent(display::onGbcs);
        return toHub.map(it -> display::gbcs);
    }

    private Consumer<Octets> passedOn(Eui64 device, Consumer<Octets> way) {
        hub.emulated().orElseThrow().passOn(device, way);
        return way;
    }

    private DisplayModel model(DeviceKind kind, Eui64 address) {
        var model = DisplayModel.of(run.profile().withModel(kind, firmwares.model(kind)), kind, address);
        return judgesHub() ? model : cast.equipped(model);
    }

    /** @throws BenchFault where no GBCS message can come to the device, nor from it */
    void requireGbcs(String display) {
        if (!gbcsWays.containsKey(display)) {
            throw new BenchFault("no GBCS message passes between the DCC and the %s here: frames of the OTA cluster do"
                    .formatted(called(display)));
        }
    }

    /** Hands a command to a device that it is not for. */
    void misdirect(String display, Octets gbcs) {
        recorder.wan(timeline().nanos(), new WanMessage.Gbcs(gbcs));
        requireGbcs(display);
        Optional.ofNullable(gbcsWays.get(display)).ifPresent(it -> it.accept(gbcs));
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
        boolean first = !displays.containsKey(called)
                && displays.containsKey(FIRST)
                && displays.get(FIRST).kind().name().equals(called);
        return first ? FIRST : called;
    }

    private Joined joined(String display) {
        Joined found = displays.get(key(display));
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

    /** Makes our hub do something unusual; a hub under test is left as it is. */
    void script(Mutation<HubState, HubEvent, HubEffect> habit) {
        if (judgesHub()) {
            throw new BenchFault("the hub is under test: hanproof cannot change it");
        }
        hubHabits.add(habit);
        followHabits();
    }

    /** Our hub gives that activation time, whatever stands in the image; its habits come on top. */
    void activatesAt(Instant when) {
        if (!judgesHub()) {
            long seconds = UtcTime.of(when).seconds();
            hubHabits.addFirst(
                    HubScripts.upgradeEnd(it -> new UpgradeEndResponse(it.image(), it.currentTime(), seconds)));
            followHabits();
        }
    }

    private void followHabits() {
        hub().script(machine -> {
            var changed = machine;
            for (var each : hubHabits) {
                changed = each.of(changed);
            }
            return changed;
        });
    }

    /** Our hub tells devices to wait for a further Upgrade End Response. */
    void holdBack() {
        script(HubScripts.activates(EndForm.WAIT));
    }
}
