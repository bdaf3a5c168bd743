package io.hanproof.venue;

import io.hanproof.cbke.Coprocessor;
import io.hanproof.cbke.LinkKey;
import io.hanproof.cbke.Responder;
import io.hanproof.dongle.EmulatedBench;
import io.hanproof.dongle.NetworkKeys;
import io.hanproof.dongle.SharedKey;
import io.hanproof.dongle.Stick;
import io.hanproof.evidence.CaptureNetwork;
import io.hanproof.lab.BenchFault;
import io.hanproof.lab.Seed;
import io.hanproof.lab.WallTimeline;
import io.hanproof.octets.Eui64;
import io.hanproof.pcapng.ZigBeeKey;
import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

/**
 * A bench with a ZigBee stick: the target is on the air, or behind an emulated stick. The stick stays open from one scenario to
 * the next; one that was lost is looked for when the next begins.
 */
public final class StickVenue implements Venue {
    /** How long, on the wall, an emulated bench may take to let time pass: a stalled machine is no fault. */
    private static final Duration STEP = Duration.ofSeconds(30);

    private final String name;
    private final Stick stick;
    private final Optional<EmulatedBench> stepped;
    private final Means means;
    private final Optional<Coprocessor> coprocessor;
    private final Set<Eui64> enrolled = new HashSet<>();
    private boolean gaveUp;

    /**
     * What the bench has beside the stick.
     *
     * @param handle what gets at the device under test, where the bench is no emulated one
     * @param credentials what link keys are established with, for devices that ask for that
     * @param wall makes the time of each scenario that passes as on the wall
     * @param patience how long, on the wall, the target may take to be on the HAN
     * @param reconnect how long, on the wall, a lost stick may take to come back
     */
    public record Means(
            Handle handle,
            WanAccess wan,
            Optional<Credentials> credentials,
            Supplier<WallTimeline> wall,
            Duration patience,
            Duration reconnect) {}

    private StickVenue(String name, Stick stick, Optional<EmulatedBench> stepped, Means means) {
        this.name = name;
        this.stick = stick;
        this.stepped = stepped;
        this.means = means;
        this.coprocessor = stick.coprocessor();
    }

    /**
     * A bench on which time passes as on the wall; the venue closes the stick.
     *
     * @throws BenchFault when the credentials are not those of the stick
     */
    public static StickVenue onTheWall(String name, Stick stick, Means means) {
        check(stick, means);
        return new StickVenue(name, stick, Optional.empty(), means);
    }

    /**
     * A bench whose time passes in step with the scenario; the venue closes the stick.
     *
     * @throws BenchFault when the stick is a real one, or the credentials are not its own
     */
    public static StickVenue stepped(String name, Stick stick, Means means) {
        check(stick, means);
        Optional<EmulatedBench> bench = stick.emulatedBench();
        if (bench.isEmpty()) {
            stick.close();
            throw new BenchFault(
                    "--time stepped needs an emulated stick, as 'hanproof emulate ncp' makes; %s is a real one"
                            .formatted(name));
        }
        return new StickVenue(name, stick, bench, means);
    }

    private static void check(Stick stick, Means means) {
        try {
            means.credentials().ifPresent(it -> it.check(stick.address()));
        } catch (BenchFault e) {
            stick.close();
            throw e;
        }
    }

    @Override
    public Ground open(Scene scene) {
        if (stick.lost().isPresent()) {
            comeBack();
        }
        if (stepped.isPresent()) {
            var timeline = stepped.get().timeline(EmulatorVenue.START, STEP);
            var handle = new EmulatedHandle(stepped.get(), scene.seed(), EmulatorVenue.START);
            var keys = new Enrolment.Keys(responder(scene), new HashSet<>(), this::install);
            return new StickGround(stick, timeline, handle, means.wan(), scene, means.patience(), keys);
        }
        var keys = new Enrolment.Keys(responder(scene), enrolled, this::install);
        return new StickGround(stick, means.wall().get(), means.handle(), means.wan(), scene, means.patience(), keys);
    }

    /** The stick's own arithmetic where it has one; what is emulated goes the same way each time. */
    private Optional<Responder> responder(Scene scene) {
        return coprocessor
                .map(Responder::by)
                .or(() -> means.credentials()
                        .map(it -> Responder.onHost(
                                it.certificate(),
                                stepped.isPresent() ? Seed.derive(scene.seed(), "key establishment") : it.chance())));
    }

    private void install(Eui64 node, LinkKey linkKey) {
        stick.share(node, SharedKey.of(linkKey.octets()));
    }

    /** Nobody waits a second time for a stick that did not come back. */
    private void comeBack() {
        Duration wait = gaveUp ? Duration.ZERO : means.reconnect();
        gaveUp = true;
        stick.reopen(wait);
        gaveUp = false;
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public boolean holdsMany() {
        return false;
    }

    @Override
    public Optional<CaptureNetwork> keys() {
        NetworkKeys keys = stick.keys();
        return keys.network()
                .map(it -> new CaptureNetwork(
                        stick.panId(), stick.shortAddresses(), Optional.of(forCapture(it)), linkKeys(keys)));
    }

    private Map<Eui64, ZigBeeKey> linkKeys(NetworkKeys keys) {
        var links = new HashMap<Eui64, ZigBeeKey>();
        stick.nodes().forEach(it -> links.put(it, forCapture(keys.trustCentre())));
        keys.links().forEach((node, key) -> links.put(node, forCapture(key)));
        return links;
    }

    private static ZigBeeKey forCapture(SharedKey key) {
        return new ZigBeeKey(key.octets());
    }

    @Override
    public void close() {
        stick.close();
    }
}
