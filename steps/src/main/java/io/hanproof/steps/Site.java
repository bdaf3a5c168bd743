package io.hanproof.steps;

import io.hanproof.device.DisplayEffect;
import io.hanproof.device.DisplayEvent;
import io.hanproof.device.DisplayMisbehaviours;
import io.hanproof.device.DisplayModel;
import io.hanproof.device.DisplayState;
import io.hanproof.device.EmulatedDisplay;
import io.hanproof.hub.EmulatedHub;
import io.hanproof.hub.EndForm;
import io.hanproof.hub.HubEffect;
import io.hanproof.hub.HubEvent;
import io.hanproof.hub.HubMisbehaviours;
import io.hanproof.hub.HubModel;
import io.hanproof.hub.HubScripts;
import io.hanproof.hub.HubState;
import io.hanproof.lab.BenchFault;
import io.hanproof.lab.Eui64;
import io.hanproof.lab.HubWan;
import io.hanproof.lab.LinkBudget;
import io.hanproof.lab.Machine.Mutation;
import io.hanproof.lab.Misbehaviour;
import io.hanproof.lab.Recorder;
import io.hanproof.lab.Recording;
import io.hanproof.lab.Seed;
import io.hanproof.lab.SimulatedHan;
import io.hanproof.lab.Timeline;
import io.hanproof.lab.VirtualTimeline;
import io.hanproof.lab.WallTimeline;
import io.hanproof.profile.DeviceKind;
import io.hanproof.profile.Policies;
import io.hanproof.profile.Policy;
import io.hanproof.steps.HabitWords.DisplayHabit;
import io.hanproof.zcl.UtcTime;
import io.hanproof.zcl.ota.HardwareVersion;
import io.hanproof.zcl.ota.ImageId;
import io.hanproof.zcl.ota.QueryNextImageRequest;
import io.hanproof.zcl.ota.UpgradeEndResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;

/** One home: a hub, the devices on its HAN, and a recorder of all that crosses it. */
final class Site {
    static final String FIRST = "PPMID";
    static final String SECOND = "second PPMID";
    static final Eui64 HUB = Eui64.parse("00A1B2C3D4E50000");

    private static final Instant EMULATED_START = Instant.parse("2026-01-01T00:00:00Z");
    private static final int DEVICE_ENDPOINT = 1;
    /** Our own hub gives no transfer up: it is the device that is judged. */
    private static final Duration PATIENT = Duration.ofDays(30);

    private static final int SEQUENCES = 0x100;

    private final RunContext run;
    private final long seed;
    private final Firmwares firmwares;
    private final Timeline timeline;
    private final Instant start;
    private final Recorder recorder = new Recorder();
    private final SimulatedHan han;
    private final EmulatedHub hub;
    private final Map<String, Joined> displays = new LinkedHashMap<>();
    private final List<Mutation<HubState, HubEvent, HubEffect>> hubHabits = new ArrayList<>();
    private int sequence = 0x80;

    private record Joined(DeviceKind kind, DisplayModel model, EmulatedDisplay display, Optional<Puppet> puppet) {}

    Site(RunContext run, long seed) {
        this.run = run;
        this.seed = seed;
        this.firmwares = new Firmwares(run);
        this.timeline = run.wallTime() ? new WallTimeline() : new VirtualTimeline(EMULATED_START);
        this.start = timeline.instant();
        boolean subGhz = run.profile().capabilities().subGhz() && !judgesHub();
        this.han = new SimulatedHan(
                timeline, subGhz ? LinkBudget.subGhz() : LinkBudget.band2400MHz(), recorder, Seed.derive(seed, "han"));
        var radio = han.join(HUB, Set.of(HubModel.of(HUB).endpoint()));
        this.hub = new EmulatedHub(radio, timeline, hubModel(), hubPolicies(), run.baseline(), recorder, hubMutation());
        recorder.name(HUB, "hub");
    }

    private HubModel hubModel() {
        var store = run.profile().store();
        var model = HubModel.of(HUB).withBlocks(store.blocks(), store.blockOctets());
        if (!judgesHub()) {
            int room = Math.max(store.blockOctets(), firmwares.realSize());
            return model.withBlocks(store.blocks(), room).withPages().withStall(PATIENT);
        }
        return run.profile().capabilities().pageRequest() ? model.withPages() : model;
    }

    /** Our own hub offers to every device, whatever the device is to be judged by. */
    private Policies hubPolicies() {
        return judgesHub() ? run.policies() : run.policies().with(Policy.HARDWARE_VERSION, "optional");
    }

    boolean judgesHub() {
        return run.profile().device() == DeviceKind.HUB;
    }

    Instant start() {
        return start;
    }

    Timeline timeline() {
        return timeline;
    }

    Recording recording() {
        return recorder.recording();
    }

    SimulatedHan han() {
        return han;
    }

    EmulatedHub hub() {
        return hub;
    }

    HubWan wan() {
        return hub;
    }

    Firmwares firmwares() {
        return firmwares;
    }

    /** A transaction sequence number for a command that a scenario orders; far from those that machines count. */
    int sequence() {
        sequence = (sequence + 1) % SEQUENCES;
        return sequence;
    }

    /** The name of the device of that kind. */
    static String display(DeviceKind kind) {
        return kind == DeviceKind.PPMID ? FIRST : kind.name();
    }

    DeviceKind kind(String display) {
        return joined(display).kind();
    }

    Eui64 address(String display) {
        return joined(display).model().address();
    }

    EmulatedDisplay display(String display) {
        return joined(display).display();
    }

    void joinDisplay(String firmware) {
        join(FIRST, judgedKind(), it -> it.withInstalled(firmwares.version(firmware)));
    }

    void joinDisplayWithHardware(String hardware) {
        join(FIRST, judgedKind(), it -> it.withHardware(firmwares.hardware(hardware)));
    }

    void joinSecondDisplay() {
        join(SECOND, kind(FIRST), it -> it);
    }

    /** The device of that kind, on the HAN from now on if it was not. */
    String ensure(DeviceKind kind) {
        String name = display(kind);
        if (!displays.containsKey(name)) {
            join(name, kind, it -> it);
        }
        return name;
    }

    private DeviceKind judgedKind() {
        return judgesHub() ? DeviceKind.PPMID : run.profile().device();
    }

    private void join(String name, DeviceKind kind, UnaryOperator<DisplayModel> with) {
        var address = new Eui64(HUB.value() + 1 + displays.size());
        var model = with.apply(DisplayModel.of(run.profile().withModel(kind, firmwares.model(kind)), kind, address));
        if (judgesHub()) {
            model = model.withCapabilities(model.capabilities().withoutPageRequest());
        }
        var radio = han.join(address, Set.of(DEVICE_ENDPOINT));
        var display =
                new EmulatedDisplay(radio, timeline, Seed.derive(seed, name), model, run.policies(), displayMutation());
        display.join(HUB);
        display.onReceiver(on -> han.deaf(address, !on));
        han.onPower(address, display::power);
        hub.join(address, kind, DEVICE_ENDPOINT);
        recorder.name(address, name.toLowerCase(Locale.ROOT).replace(' ', '-'));
        var puppet = judgesHub() ? Optional.of(new Puppet(display)) : Optional.<Puppet>empty();
        displays.put(name, new Joined(kind, model, display, puppet));
    }

    private Joined joined(String display) {
        Joined found = displays.get(display);
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
                joined.display().state().flash().running());
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
        han.power(address(display), true);
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
        hub.script(machine -> {
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

    private Mutation<HubState, HubEvent, HubEffect> hubMutation() {
        return judgesHub()
                ? find(HubMisbehaviours.all()).map(Misbehaviour::change).orElse(HubScripts.HONEST)
                : HubScripts.HONEST;
    }

    private Mutation<DisplayState, DisplayEvent, DisplayEffect> displayMutation() {
        return judgesHub()
                ? honest -> honest
                : find(DisplayMisbehaviours.all()).map(Misbehaviour::change).orElse(honest -> honest);
    }

    private <S, E, F> Optional<Misbehaviour<S, E, F>> find(List<Misbehaviour<S, E, F>> all) {
        return run.misbehaviour()
                .flatMap(name ->
                        all.stream().filter(it -> it.name().equals(name)).findFirst());
    }
}
