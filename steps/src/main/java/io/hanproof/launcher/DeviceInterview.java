package io.hanproof.launcher;

import io.hanproof.dongle.NodeQuestions;
import io.hanproof.dongle.Stick;
import io.hanproof.dongle.StickEndpoint;
import io.hanproof.lab.BenchFault;
import io.hanproof.lab.Recorder;
import io.hanproof.lab.WallTimeline;
import io.hanproof.launcher.NodeView.Told;
import io.hanproof.octets.Eui64;
import io.hanproof.profile.BenchSettings.Network;
import io.hanproof.profile.Profile;
import io.hanproof.venue.Cast;
import io.hanproof.zcl.Attribute;
import io.hanproof.zcl.BasicAttribute;
import io.hanproof.zcl.Cluster;
import io.hanproof.zcl.Direction;
import io.hanproof.zcl.ota.OtaAttribute;
import io.hanproof.zdo.SimpleDescriptor;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;
import java.util.function.Predicate;

/** Finds the device of a profile on a stick's network, and asks it what it is. Nothing is changed on it. */
final class DeviceInterview {
    static final List<OtaAttribute> OTA = List.of(
            OtaAttribute.CURRENT_FILE_VERSION,
            OtaAttribute.MANUFACTURER_ID,
            OtaAttribute.IMAGE_TYPE_ID,
            OtaAttribute.IMAGE_UPGRADE_STATUS,
            OtaAttribute.CLUSTER_REVISION);
    static final List<BasicAttribute> BASIC = List.of(BasicAttribute.values());

    private static final Duration TO_JOIN = Duration.ofMinutes(1);

    private final Stick stick;
    private final Profile profile;
    private final Duration patience;
    private final Consumer<String> progress;

    /**
     * @param patience how long the device may take for one answer
     * @param progress told in a few words what is being done
     */
    DeviceInterview(Stick stick, Profile profile, Duration patience, Consumer<String> progress) {
        this.stick = stick;
        this.profile = profile;
        this.patience = patience;
        this.progress = progress;
    }

    /** @throws BenchFault when the device is not found, or the stick fails */
    NodeView hold() {
        Eui64 node = find();
        progress.accept("asking %s what it is".formatted(node));
        NodeQuestions questions = stick.questions(patience);
        var descriptor = questions.node(node);
        List<SimpleDescriptor> endpoints = questions.describe(node);
        return new NodeView(node, descriptor, endpoints, attributes(node, otaEndpoint(endpoints)));
    }

    /** Where its attributes are read: a run's own place, unless it says that its OTA client is elsewhere. */
    private static int otaEndpoint(List<SimpleDescriptor> endpoints) {
        return endpoints.stream()
                .filter(it -> it.clients().contains(Cluster.OTA.id()))
                .map(SimpleDescriptor::endpoint)
                .findFirst()
                .orElse(Cast.DEVICE_ENDPOINT);
    }

    private Map<Attribute, Told> attributes(Eui64 node, int endpoint) {
        var timeline = new WallTimeline();
        var told = new LinkedHashMap<Attribute, Told>();
        try (var radio = stick.radio(timeline, new Recorder())) {
            var reader = new AttributeReader(
                    radio, timeline, patience, StickEndpoint.hub().number(), node, endpoint);
            told.putAll(reader.read(Cluster.OTA, Direction.TO_CLIENT, OTA));
            told.putAll(reader.read(Cluster.BASIC, Direction.TO_SERVER, BASIC));
        }
        return told;
    }

    private Eui64 find() {
        Optional<Eui64> named = profile.bench().network().flatMap(Network::device);
        var joined = new CompletableFuture<Eui64>();
        Predicate<Eui64> wanted = it -> named.isEmpty() || named.get().equals(it);
        stick.onJoined(it -> {
            if (wanted.test(it)) {
                joined.complete(it);
            }
        });
        if (named.isPresent()) {
            return stick.probe().acknowledges(named.get(), patience) ? named.get() : await(joined, named);
        }
        List<Eui64> known = stick.nodes();
        if (known.size() > 1) {
            throw new BenchFault("the %s could be any of %s: name it in the profile, network: { device: ... }"
                    .formatted(profile.device(), known));
        }
        return known.isEmpty() ? await(joined, named) : known.getFirst();
    }

    private Eui64 await(CompletableFuture<Eui64> joined, Optional<Eui64> named) {
        Duration wait = profile.bench().network().map(Network::join).orElse(TO_JOIN);
        progress.accept("joining is permitted for %s: put the %s in joining mode, or restart it if it has joined before"
                .formatted(Span.of(wait), profile.device()));
        stick.permitJoining(wait);
        try {
            return joined.get(wait.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException | ExecutionException e) {
            throw new BenchFault(
                    ("no %s%s was heard on the stick's network within %s:"
                                    + " is it on, in joining mode, and is its key the profile's?")
                            .formatted(
                                    profile.device(),
                                    named.map(it -> " with address " + it).orElse(""),
                                    Span.of(wait)),
                    e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new BenchFault("interrupted while waiting for the %s to join".formatted(profile.device()), e);
        } finally {
            stick.permitJoining(Duration.ZERO);
        }
    }
}
