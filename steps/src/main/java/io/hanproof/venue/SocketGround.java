package io.hanproof.venue;

import io.hanproof.doors.NodeDescription;
import io.hanproof.doors.RemoteNode;
import io.hanproof.doors.SocketBench;
import io.hanproof.doors.WanClient;
import io.hanproof.gbcs.Certificates;
import io.hanproof.lab.BenchFault;
import io.hanproof.lab.DutyCycle;
import io.hanproof.lab.FaultRule;
import io.hanproof.lab.HubWan;
import io.hanproof.lab.LiveTimeline;
import io.hanproof.lab.Radio;
import io.hanproof.lab.Recorder;
import io.hanproof.lab.Timeline;
import io.hanproof.octets.Decoded;
import io.hanproof.octets.Eui64;
import io.hanproof.octets.Octets;
import io.hanproof.profile.DeviceKind;
import io.hanproof.profile.Profile;
import io.hanproof.zcl.ota.HardwareVersion;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** A simulated HAN with the target at the far end of a socket; it begins each scenario anew when it joins. */
final class SocketGround implements Ground, Guest {
    private static final int MOST_REMARKS = 20;

    private final HanGround ground;
    private final SocketBench bench;
    private final Profile profile;
    private final Optional<URI> wanAt;
    private final Duration patience;
    private final List<String> remarks = new ArrayList<>();
    private final Recorder recorder;
    private final Optional<RemoteNode> hub;
    private @Nullable WanClient wan;

    SocketGround(HanGround ground, SocketBench bench, Scene scene, Optional<URI> wanAt, Duration patience) {
        this.ground = ground;
        this.bench = bench;
        this.profile = scene.profile();
        this.wanAt = wanAt;
        this.recorder = scene.recorder();
        this.patience = patience;
        bench.onNote(it -> remark("%s: %s says %s".formatted(it.at(), it.node(), it.text())));
        bench.onProtocolError(it -> remark("protocol error at %s: %s".formatted(it.at(), it)));
        this.hub = profile.device() == DeviceKind.HUB ? Optional.of(awaited(DeviceKind.HUB)) : Optional.empty();
    }

    private RemoteNode awaited(DeviceKind kind) {
        try {
            return bench.awaitNode(kind, patience);
        } catch (BenchFault e) {
            bench.close();
            throw e;
        }
    }

    private void remark(String text) {
        if (remarks.size() < MOST_REMARKS) {
            remarks.add(text);
        }
    }

    @Override
    public Timeline timeline() {
        return ground.timeline();
    }

    @Override
    public Radio join(DeviceKind kind, Eui64 wished, int endpoint) {
        var radio = ground.join(kind, wished, endpoint);
        bench.joined(
                kind == DeviceKind.HUB
                        ? NodeDescription.hub(wished, endpoint)
                        : NodeDescription.otaClient(wished, kind, endpoint));
        return radio;
    }

    @Override
    public Optional<Guest> guest() {
        return Optional.of(this);
    }

    @Override
    public Place device(DeviceKind kind, Optional<Long> installed, Optional<HardwareVersion> hardware) {
        var model = profile.model(kind);
        if (installed.filter(it -> it != profile.installed().fileVersion()).isPresent()) {
            throw new BenchFault("the HAN socket cannot have a %s run firmware %08X: it comes as it is"
                    .formatted(kind, installed.get()));
        }
        if (hardware.filter(it -> !it.equals(model.hardware())).isPresent()) {
            throw new BenchFault("the HAN socket cannot have a %s of hardware %s: it comes as it is"
                    .formatted(kind, hardware.get()));
        }
        var node = awaited(kind);
        return new Place(node.address(), node.description().otaEndpoint());
    }

    @Override
    public void putBack(String firmware) {
        throw new BenchFault("a node at the HAN socket begins anew, nothing is to be put back");
    }

    @Override
    public Place hub() {
        var node = hub.orElseThrow();
        return new Place(node.address(), node.description().otaEndpoint());
    }

    @Override
    public HubWan wan() {
        var node = hub.orElseThrow();
        URI door = wanAt.orElseThrow(() -> new BenchFault("a hub under test needs a WAN door"));
        var client = ground.timeline() instanceof LiveTimeline live
                ? WanClient.wall(door, live, recorder)
                : WanClient.lockstep(door, ground.timeline(), recorder, node::catchUp);
        node.onTurn(client::turned);
        wan = client;
        client.begin();
        return client;
    }

    @Override
    public Optional<Consumer<Octets>> gbcs(Eui64 ours, Eui64 target, Consumer<Octets> told) {
        return bench.joinedAs(target).filter(RemoteNode::takesGbcs).map(it -> {
            bench.onGbcs(ours, told);
            return it::gbcs;
        });
    }

    @Override
    public Certificates certificates() {
        return Optional.ofNullable(wan)
                .flatMap(it -> it.hub().certificate())
                .map(SocketGround::read)
                .orElse(Certificates.NONE);
    }

    private static Certificates read(String pem) {
        return switch (Certificates.readPem(pem)) {
            case Decoded.Value<Certificates>(var certificates) -> certificates;
            case Decoded.Malformed<Certificates> it ->
                throw new BenchFault("the certificate that the hub tells is none: " + it.message());
        };
    }

    @Override
    public boolean remembers() {
        return false;
    }

    @Override
    public void power(Eui64 node, boolean on) {
        ground.power(node, on);
    }

    @Override
    public void onPower(Eui64 node, Consumer<Boolean> told) {
        ground.onPower(node, told);
    }

    @Override
    public void deaf(Eui64 node, boolean deaf) {
        ground.deaf(node, deaf);
    }

    @Override
    public void disturb(FaultRule rule) {
        ground.disturb(rule);
    }

    @Override
    public void dutyCycle(Eui64 node, DutyCycle state) {
        if (hub.filter(it -> it.address().equals(node) && !it.hearsDutyCycle()).isPresent()) {
            throw new BenchFault("the hub did not ask, as it joined, to be told the state of its duty cycle");
        }
        ground.dutyCycle(node, state);
    }

    @Override
    public Optional<String> lost() {
        try {
            bench.check();
            return Optional.empty();
        } catch (BenchFault gone) {
            return Optional.ofNullable(gone.getMessage());
        }
    }

    @Override
    public List<String> remarks() {
        return List.copyOf(remarks);
    }

    @Override
    public void close() {
        if (wan != null) {
            wan.close();
        }
        bench.close();
    }
}
