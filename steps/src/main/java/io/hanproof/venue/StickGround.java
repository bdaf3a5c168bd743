package io.hanproof.venue;

import io.hanproof.dongle.Stick;
import io.hanproof.doors.WanClient;
import io.hanproof.lab.BenchFault;
import io.hanproof.lab.DisturbedRadio;
import io.hanproof.lab.DutyCycle;
import io.hanproof.lab.FaultRule;
import io.hanproof.lab.HubWan;
import io.hanproof.lab.LiveTimeline;
import io.hanproof.lab.Radio;
import io.hanproof.lab.Recorder;
import io.hanproof.lab.Seed;
import io.hanproof.lab.Timeline;
import io.hanproof.lab.WallTimeline;
import io.hanproof.octets.Eui64;
import io.hanproof.profile.BenchSettings;
import io.hanproof.profile.DeviceKind;
import io.hanproof.zcl.ota.HardwareVersion;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** The HAN that a stick is on: one of ours speaks through it, and the target is at the other end of the air. */
final class StickGround implements Ground, Guest {
    private static final int HUB_ENDPOINT = 0x7B;

    private final Stick stick;
    private final LiveTimeline timeline;
    private final Handle handle;
    private final WanAccess wan;
    private final Recorder recorder;
    private final long seed;
    private final Duration patience;
    private final Enrolment.Keys keys;
    private final String device;
    private final Optional<Eui64> named;
    private final boolean ownClock;
    private @Nullable WanClient door;
    private @Nullable DisturbedRadio ours;
    private @Nullable Enrolment enrolment;
    private boolean powered = true;

    StickGround(
            Stick stick,
            LiveTimeline timeline,
            Handle handle,
            WanAccess wan,
            Scene scene,
            Duration patience,
            Enrolment.Keys keys) {
        this.stick = stick;
        this.timeline = timeline;
        this.handle = handle;
        this.wan = wan;
        this.recorder = scene.recorder();
        this.seed = scene.seed();
        this.patience = patience;
        this.keys = keys;
        this.device = scene.profile().device().name();
        this.ownClock = scene.profile().capabilities().ownClock();
        this.named = scene.profile().bench().network().flatMap(BenchSettings.Network::device);
    }

    @Override
    public Timeline timeline() {
        return timeline;
    }

    @Override
    public Radio join(DeviceKind kind, Eui64 wished, int endpoint) {
        if (ours != null) {
            throw new BenchFault("a %s needs a stick of its own, and this bench has one".formatted(kind));
        }
        var air = stick.radio(timeline, recorder);
        var radio = new DisturbedRadio(
                kind == DeviceKind.HUB ? enrolling(air, endpoint) : air, timeline, Seed.derive(seed, "han"));
        ours = radio;
        return radio;
    }

    private Radio enrolling(Radio air, int endpoint) {
        var made = new Enrolment(air, timeline, endpoint, device, this::mayBeMeant, keys);
        enrolment = made;
        return made;
    }

    private boolean mayBeMeant(Eui64 node) {
        return named.isEmpty() || named.get().equals(node);
    }

    @Override
    public Optional<Guest> guest() {
        return Optional.of(this);
    }

    @Override
    public Place device(DeviceKind kind, Optional<Long> installed, Optional<HardwareVersion> hardware) {
        handle.prepare(timeline, installed, hardware);
        Eui64 node = onlyNode(kind);
        if (enrolment != null) {
            enrolment.await(node, handle.remembers(), () -> stick.sharesKey(node), patience);
        }
        return new Place(node, Cast.DEVICE_ENDPOINT);
    }

    @Override
    public void putBack(String firmware) {
        handle.putBack(firmware);
    }

    @Override
    public Place hub() {
        return new Place(onlyNode(DeviceKind.HUB), HUB_ENDPOINT);
    }

    /** Known from before, or new: then it is let in, and told to come. */
    private Eui64 onlyNode(DeviceKind kind) {
        Optional<Eui64> known = known(kind);
        if (known.isPresent()) {
            return known.get();
        }
        var joined = new CompletableFuture<Eui64>();
        stick.onJoined(it -> {
            if (mayBeMeant(it)) {
                joined.complete(it);
            }
        });
        known(kind).ifPresent(joined::complete); // it may have come while nobody was told
        if (kind != DeviceKind.HUB) {
            stick.permitJoining(patience);
            handle.join();
        }
        return await(joined, kind);
    }

    private Optional<Eui64> known(DeviceKind kind) {
        List<Eui64> nodes = stick.nodes().stream().filter(this::mayBeMeant).toList();
        if (nodes.size() > 1) {
            throw new BenchFault("the %s could be any of %s: name it in the profile, network: { device: ... }"
                    .formatted(kind, nodes));
        }
        return nodes.stream().findFirst();
    }

    private Eui64 await(CompletableFuture<Eui64> joined, DeviceKind kind) {
        try {
            return joined.get(patience.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException | ExecutionException e) {
            throw new BenchFault("no %s joined the stick's network within %s".formatted(kind, patience), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new BenchFault("interrupted while waiting for the %s to join".formatted(kind), e);
        }
    }

    @Override
    public HubWan wan() {
        var opened = wan.open(timeline, recorder);
        door = opened;
        return opened;
    }

    @Override
    public boolean remembers() {
        return handle.remembers();
    }

    @Override
    public void power(Eui64 node, boolean on) {
        if (node.equals(stick.address())) {
            throw new BenchFault("the stick stays on its network: what it plays cannot be switched off");
        }
        if (on != powered) {
            recorder.power(timeline.nanos(), node, on);
            handle.power(on);
            powered = on;
        }
    }

    @Override
    public void onPower(Eui64 node, Consumer<Boolean> told) {
        // a stick is never without power
    }

    @Override
    public void deaf(Eui64 node, boolean deaf) {
        // what plays on the stick does not listen while it restarts; the stick goes on acknowledging for it
    }

    @Override
    public void disturb(FaultRule rule) {
        radio().disturb(rule);
    }

    @Override
    public void dutyCycle(Eui64 node, DutyCycle state) {
        radio().tellDutyCycle(state);
    }

    private DisturbedRadio radio() {
        if (ours == null) {
            throw new BenchFault("nobody of ours is on the stick yet");
        }
        return ours;
    }

    @Override
    public boolean setClock(Instant when) {
        if (ownClock || !(timeline instanceof WallTimeline wall)) {
            return false;
        }
        wall.skipTo(when);
        return true;
    }

    @Override
    public Optional<String> lost() {
        return stick.lost();
    }

    @Override
    public List<String> remarks() {
        return stick.limits();
    }

    @Override
    public void close() {
        if (door != null) {
            door.close();
        }
        if (ours != null) {
            ours.close();
        }
    }
}
