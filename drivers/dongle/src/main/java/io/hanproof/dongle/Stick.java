package io.hanproof.dongle;

import io.hanproof.cbke.Coprocessor;
import io.hanproof.lab.BenchFault;
import io.hanproof.lab.FrameTap;
import io.hanproof.lab.LiveTimeline;
import io.hanproof.lab.Radio;
import io.hanproof.lab.WallTimeline;
import io.hanproof.octets.Eui64;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** A ZigBee stick, opened and on its network: it outlives scenarios, and lends a radio to each. */
public final class Stick implements AutoCloseable {
    private static final Duration BETWEEN_TRIES = Duration.ofMillis(250);

    private final StickFamily family;
    private final StickRole role;
    private final NetworkSettings settings;
    private final Consumer<String> progress;
    private final AddressBook book = new AddressBook();
    private final List<Consumer<String>> lostListeners = new CopyOnWriteArrayList<>();
    private final Map<Eui64, SharedKey> shared = new ConcurrentHashMap<>();
    private Line line;
    private volatile StickNode node;
    private volatile @Nullable EmulatedBench bench;
    private boolean benchSought;
    private boolean closed;

    private Stick(Line line, StickFamily family, StickRole role, NetworkSettings settings, Consumer<String> progress) {
        this.line = line;
        this.family = family;
        this.role = role;
        this.settings = settings;
        this.progress = progress;
        this.node = start(line);
    }

    /**
     * Opens a stick and brings it on its network; one that is on that network already stays there.
     *
     * @param progress told in a few words what is being done
     * @throws BenchFault saying what is wrong, within some ten seconds
     */
    public static Stick open(
            StickAddress address, StickRole role, NetworkSettings settings, Consumer<String> progress) {
        Line line = address.isTcp() ? new TcpLine(address) : new SerialLine(address);
        return open(line, address.family(), role, settings, progress);
    }

    static Stick open(
            Line line, StickFamily family, StickRole role, NetworkSettings settings, Consumer<String> progress) {
        return new Stick(line, family, role, settings, progress);
    }

    private StickNode start(Line on) {
        var made = new StickNode(book, settings.endpoints(), this::lost, hears -> switch (family) {
            case EMBER -> new EmberStart(on, role, settings, progress, hears).start();
            case CC2531, CONBEE, XBEE, TELEGESIS -> new PlainStart(on, family, role, settings, progress, hears).start();
        });
        return made.start();
    }

    private void lost(String reason) {
        lostListeners.forEach(it -> it.accept(reason));
    }

    /** The stick's own EUI-64. */
    public Eui64 address() {
        return node.transport().address();
    }

    /** A radio for one scenario; the one lent before hears nothing from now on. */
    public Radio radio(LiveTimeline timeline, FrameTap tap) {
        var radio = new StickRadio(node, settings::hasEndpoint, timeline, tap);
        node.lend(radio);
        return radio;
    }

    /** Who is told, from any thread, when the stick is gone; every send from then on is a fault with that reason. */
    public void onLost(Consumer<String> listener) {
        lostListeners.add(listener);
    }

    /** Why the stick is gone, if it is. */
    public Optional<String> lost() {
        return Optional.ofNullable(node.lost());
    }

    /**
     * Opens the same stick again, by its USB serial number where it has one, else by the port's name. Radios lent
     * before are dead.
     *
     * @throws BenchFault with what was wrong last, when it has not come back in that time
     */
    public void reopen(Duration within) {
        node.close();
        var clock = new WallTimeline();
        long deadline = clock.nanos() + within.toNanos();
        while (true) {
            try {
                line = line.again();
                node = start(line);
                attachBench();
                return;
            } catch (BenchFault e) {
                if (clock.nanos() + BETWEEN_TRIES.toNanos() >= deadline) {
                    throw new BenchFault(
                            "the stick did not come back within %s: %s".formatted(within, e.getMessage()), e);
                }
                Waits.pause(BETWEEN_TRIES);
            }
        }
    }

    /** What stands behind the stick, when it is an emulated one. */
    public Optional<EmulatedBench> emulatedBench() {
        if (!benchSought && node.transport() instanceof EmberTransport) {
            bench = EmulatedBench.find(this::ember).orElse(null);
            benchSought = true;
            attachBench();
        }
        return Optional.ofNullable(bench);
    }

    private void attachBench() {
        var behind = bench;
        if (behind != null) {
            behind.attach();
            node.knowsEverybody();
        }
    }

    private EmberTransport ember() {
        if (node.transport() instanceof EmberTransport ember) {
            return ember;
        }
        throw new BenchFault("only an EmberZNet stick can do that, this one is of family " + family.word());
    }

    /** What a verdict cannot rest on with this stick, in whole sentences; nothing with an EmberZNet one. */
    public List<String> limits() {
        return node.transport().limits();
    }

    /** The nodes that are known to be on the network. */
    public List<Eui64> nodes() {
        return book.nodes();
    }

    /** Who is told of a node that joins and was not known, from another thread. */
    public void onJoined(Consumer<Eui64> listener) {
        book.onNew(listener);
    }

    /**
     * Lets nodes join for that long, four minutes at most; none from now on when it is zero.
     *
     * @throws BenchFault when the stick cannot
     */
    public void permitJoining(Duration howLong) {
        switch (node.transport()) {
            case EmberTransport it -> EmberTrust.permitJoining(it, howLong);
            case PlainTransport it -> node.zdo().permitJoining(howLong);
        }
    }

    /**
     * Shares a link key with one device, which may join by it.
     *
     * @throws BenchFault when the stick cannot
     */
    public void share(Eui64 device, SharedKey linkKey) {
        EmberTrust.share(ember(), device, linkKey);
        shared.put(device, linkKey);
    }

    /** Whether its table holds a link key for that device. */
    public boolean sharesKey(Eui64 device) {
        return node.transport() instanceof EmberTransport ember && EmberTrust.sharesKey(ember, device);
    }

    /** What establishes link keys by certificates inside the stick, if its firmware and its tokens do. */
    public Optional<Coprocessor> coprocessor() {
        return node.transport() instanceof EmberTransport ember ? EmberCoprocessor.of(ember) : Optional.empty();
    }

    /** The keys of its network, for what decrypts a capture: the stick's own word, or what it was given. */
    public NetworkKeys keys() {
        return switch (node.transport()) {
            case EmberTransport it -> EmberKeys.of(it, settings, shared);
            case PlainTransport it -> new NetworkKeys(Optional.of(settings.networkKey()), settings.linkKey(), Map.of());
        };
    }

    public int panId() {
        return settings.panId();
    }

    /** By which nodes are called on the network, where that is known. */
    public Map<Eui64, Integer> shortAddresses() {
        var known = new HashMap<Eui64, Integer>();
        book.nodes().forEach(it -> known.put(it, book.shortOf(it)));
        if (role == StickRole.FORM) {
            known.put(address(), ZdoTalk.COORDINATOR);
        }
        known.values().removeIf(it -> it == AddressBook.UNKNOWN);
        return Map.copyOf(known);
    }

    /** @param patience how long a node may take for one answer */
    public NodeQuestions questions(Duration patience) {
        return new NodeQuestions(node, patience);
    }

    public LinkProbe probe() {
        return new LinkProbe(node);
    }

    /** What the stick says of itself; listening on every channel takes a few seconds, and it hears nothing else then. */
    public StickFacts facts() {
        return switch (node.transport()) {
            case EmberTransport it -> StickCheck.of(it, settings);
            case PlainTransport it -> StickCheck.of(it, family, settings);
        };
    }

    /** Returns within two seconds or so, whatever the stick does. */
    @Override
    public void close() {
        if (!closed) {
            closed = true;
            node.close();
        }
    }
}
