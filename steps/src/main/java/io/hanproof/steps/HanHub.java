package io.hanproof.steps;

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
import io.hanproof.octets.Eui64;
import io.hanproof.profile.DeviceKind;
import io.hanproof.profile.Policies;
import io.hanproof.profile.Policy;
import io.hanproof.venue.Cast;
import io.hanproof.venue.Ground;
import io.hanproof.venue.Guest;
import io.hanproof.zcl.UtcTime;
import io.hanproof.zcl.ota.UpgradeEndResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.opentest4j.TestAbortedException;

/** The hub of a scenario: ours, or the one under test. */
final class HanHub {
    private static final Eui64 OURS = Eui64.parse("00A1B2C3D4E50000");
    /** Our own hub gives no transfer up: it is the device that is judged. */
    private static final Duration PATIENT = Duration.ofDays(30);

    private final RunContext run;
    private final Ground ground;
    private final Seat seat;
    private final List<Mutation<HubState, HubEvent, HubEffect>> habits = new ArrayList<>();

    /** @param emulated absent where the hub is somebody else's */
    private record Seat(Guest.Place place, HubWan wan, Optional<EmulatedHub> emulated) {}

    HanHub(RunContext run, Cast cast, Firmwares firmwares, Ground ground, Recorder recorder) {
        this.run = run;
        this.ground = ground;
        this.seat = ground.guest().filter(it -> isJudged()).map(HanHub::theirs).orElseGet(() -> {
            var radio = ground.join(DeviceKind.HUB, OURS, HubModel.of(OURS).endpoint());
            var model = model(radio.address(), cast, firmwares);
            var emulated = new EmulatedHub(
                    radio,
                    ground.timeline(),
                    model,
                    policies(),
                    run.baseline(),
                    recorder,
                    run.keys(),
                    cast.hubMutation());
            return new Seat(new Guest.Place(radio.address(), model.endpoint()), emulated, Optional.of(emulated));
        });
        recorder.name(address(), "hub");
    }

    private static Seat theirs(Guest guest) {
        return new Seat(guest.hub(), guest.wan(), Optional.empty());
    }

    private HubModel model(Eui64 address, Cast cast, Firmwares firmwares) {
        if (!run.profile().device().isDevice()) {
            return cast.hubModel(address);
        }
        var store = run.profile().store();
        int room = Math.max(store.blockOctets(), firmwares.realSize());
        return HubModel.of(address).withBlocks(store.blocks(), room).withPages().withStall(PATIENT);
    }

    /** Our own hub offers to every device, whatever the device is to be judged by. */
    private Policies policies() {
        return isJudged() ? run.policies() : run.policies().with(Policy.HARDWARE_VERSION, "optional");
    }

    /** Whether it is the one under test. */
    boolean isJudged() {
        return run.profile().device() == DeviceKind.HUB;
    }

    Eui64 address() {
        return seat.place().address();
    }

    HubWan wan() {
        return seat.wan();
    }

    /** The hub as an emulator of ours, which is never the one under test unless that is emulated here. */
    Optional<EmulatedHub> ifOurs() {
        return seat.emulated();
    }

    /** @throws BenchFault when it is somebody else's */
    EmulatedHub ours() {
        return ifOurs().orElseThrow(
                        () -> new BenchFault("the hub is somebody else's: hanproof cannot tell it what to do"));
    }

    /**
     * What the hub's GBCS messages are to be checked with: what it told itself, or what was given for it.
     *
     * @throws TestAbortedException when there is neither
     */
    List<SmkiCertificate> certificates() {
        var guest = ground.guest().filter(it -> isJudged());
        var told = guest.map(Guest::certificates).orElse(Certificates.NONE).all();
        if (guest.isPresent() && told.isEmpty() && !run.keys().given().knows(address())) {
            throw new TestAbortedException(
                    "the certificate of the hub is not known: its WAN door tells none, and --keys has none");
        }
        return run.keys().knowing(new Certificates(told)).certificates(address(), Role.HUB);
    }

    /** Makes our hub do something unusual; a hub under test is left as it is. */
    void script(Mutation<HubState, HubEvent, HubEffect> habit) {
        if (isJudged()) {
            throw new BenchFault("the hub is under test: hanproof cannot change it");
        }
        habits.add(habit);
        followHabits();
    }

    /** Our hub gives that activation time, whatever stands in the image; its habits come on top. */
    void activatesAt(Instant when) {
        if (!isJudged()) {
            long seconds = UtcTime.of(when).seconds();
            habits.addFirst(HubScripts.upgradeEnd(it -> new UpgradeEndResponse(it.image(), it.currentTime(), seconds)));
            followHabits();
        }
    }

    private void followHabits() {
        ours().script(machine -> {
            var changed = machine;
            for (var each : habits) {
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
