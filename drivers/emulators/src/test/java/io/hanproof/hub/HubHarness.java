package io.hanproof.hub;

import io.hanproof.lab.ApsFrame;
import io.hanproof.lab.DutyCycle;
import io.hanproof.lab.Machine;
import io.hanproof.lab.Machine.Mutation;
import io.hanproof.lab.WanMessage;
import io.hanproof.lab.WanMessage.FirmwareDelivery;
import io.hanproof.lab.WanMessage.UseCase;
import io.hanproof.octets.Eui64;
import io.hanproof.octets.Octets;
import io.hanproof.profile.Baseline;
import io.hanproof.profile.DeviceKind;
import io.hanproof.profile.Policies;
import io.hanproof.profile.Policy;
import io.hanproof.zcl.ZclStatus;
import io.hanproof.zcl.ota.HardwareVersion;
import io.hanproof.zcl.ota.ImageBlockRequest;
import io.hanproof.zcl.ota.ImageId;
import io.hanproof.zcl.ota.OtaCommand;
import io.hanproof.zcl.ota.QueryNextImageRequest;
import io.hanproof.zcl.ota.UpgradeEndRequest;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Drives a hub's machine without a HAN: remembers all it wanted done, and lets its timers come due. */
final class HubHarness {
    static final Eui64 HUB = Eui64.parse("00DB1234567890A2");
    static final Eui64 PPMID = Eui64.parse("00DB1234567890A4");
    static final Eui64 SECOND = Eui64.parse("00DB1234567890A6");
    static final Eui64 IHD = Eui64.parse("00DB1234567890A7");
    static final Eui64 HCALCS = Eui64.parse("00DB1234567890A5");
    static final Eui64 ESME = Eui64.parse("00DB1234567890A0");
    static final Eui64 GSME = Eui64.parse("00DB1234567890A1");
    static final Instant START = Instant.parse("2026-01-01T02:00:00Z");
    static final ImageId RUNNING = new ImageId(0xFFFE, 0xAABB, 0x10);
    static final ImageId NEW = RUNNING.withFileVersion(0x20);

    private final Machine<HubState, HubEvent, HubEffect> machine;
    private final List<HubEffect.Book> booked = new ArrayList<>();
    private final List<HubEffect> done = new ArrayList<>();
    private Instant now = START;
    private HubState state = HubState.EMPTY;

    HubHarness(HubModel model, Policies policies, Baseline baseline, Mutation<HubState, HubEvent, HubEffect> change) {
        machine = change.of(new HubMachine(model, policies, baseline));
        join(PPMID, DeviceKind.PPMID);
        join(SECOND, DeviceKind.PPMID);
        join(IHD, DeviceKind.IHD);
        join(HCALCS, DeviceKind.HCALCS);
        join(ESME, DeviceKind.ESME);
        join(GSME, DeviceKind.GSME);
    }

    static HubHarness hub() {
        return hub(Policies.DEFAULT);
    }

    static HubHarness hub(Policies policies) {
        return new HubHarness(HubModel.of(HUB), policies, Baseline.BASELINE_2019, HubScripts.HONEST);
    }

    static HubHarness hub(Policy policy, String value) {
        return hub(Policies.DEFAULT.with(policy, value));
    }

    static HubHarness hub2020() {
        return new HubHarness(HubModel.of(HUB), Policies.DEFAULT, Baseline.BASELINE_2020, HubScripts.HONEST);
    }

    static HubHarness paging() {
        return new HubHarness(
                HubModel.of(HUB).withPages(), Policies.DEFAULT, Baseline.BASELINE_2019, HubScripts.HONEST);
    }

    static HubHarness following(Mutation<HubState, HubEvent, HubEffect> script) {
        return new HubHarness(HubModel.of(HUB), Policies.DEFAULT, Baseline.BASELINE_2019, script);
    }

    private void join(Eui64 device, DeviceKind kind) {
        on(new HubEvent.DeviceJoined(device, kind, 1));
    }

    HubState state() {
        return state;
    }

    Instant now() {
        return now;
    }

    /** All that was wanted since the last look but timers. */
    List<HubEffect> done() {
        var all = List.copyOf(done);
        done.clear();
        return all;
    }

    List<WanMessage> alerts() {
        return done().stream()
                .filter(HubEffect.Alert.class::isInstance)
                .map(it -> ((HubEffect.Alert) it).message())
                .toList();
    }

    List<OtaCommand> sent() {
        return done().stream()
                .filter(HubEffect.Send.class::isInstance)
                .map(it -> ((HubEffect.Send) it).command())
                .toList();
    }

    void hear(ApsFrame frame) {
        var event = HubEars.hear(frame);
        if (event != null) {
            on(event);
        }
    }

    void on(HubEvent event) {
        var step = machine.on(event, state, now);
        state = step.state();
        for (var each : step.effects()) {
            if (each instanceof HubEffect.Book book) {
                booked.add(book);
            } else {
                done.add(each);
            }
        }
    }

    /** Lets everything come due up to and at that moment. */
    void reach(Instant when) {
        while (true) {
            var next =
                    booked.stream().filter(it -> !it.at().isAfter(when)).min(Comparator.comparing(HubEffect.Book::at));
            if (next.isEmpty()) {
                now = when;
                return;
            }
            booked.remove(next.get());
            now = next.get().at().isAfter(now) ? next.get().at() : now;
            on(new HubEvent.Due(next.get().timer()));
        }
    }

    void pass(Duration howLong) {
        reach(now.plus(howLong));
    }

    void deliver(UseCase useCase, Octets image, Eui64... targets) {
        on(new HubEvent.ImageArrived(new FirmwareDelivery(useCase, image, List.of(targets))));
    }

    void ask(Eui64 device, OtaCommand command) {
        on(new HubEvent.Asked(peer(device), command));
    }

    void query(Eui64 device, ImageId running, HardwareVersion hardware) {
        ask(device, new QueryNextImageRequest(running, Optional.of(hardware)));
    }

    void query(Eui64 device) {
        query(device, RUNNING, new HardwareVersion(1, 1));
    }

    void block(Eui64 device, ImageId image, long offset) {
        ask(device, ImageBlockRequest.of(image, offset, 40));
    }

    void end(Eui64 device, ImageId image, ZclStatus status) {
        ask(device, new UpgradeEndRequest(status, image));
    }

    void turn(DutyCycle into) {
        on(new HubEvent.DutyCycleTurned(into));
    }

    static Peer peer(Eui64 device) {
        return new Peer(device, 1, 0x7B, 0x42, true);
    }

    /** Versions of what the hub's blocks hold, oldest first. */
    List<Long> held() {
        return state.images().stream().map(it -> it.id().fileVersion()).toList();
    }
}
