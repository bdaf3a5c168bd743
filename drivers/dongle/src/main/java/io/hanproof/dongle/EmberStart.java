package io.hanproof.dongle;

import com.zsmartsystems.zigbee.ZigBeeStatus;
import com.zsmartsystems.zigbee.dongle.ember.ezsp.EzspFrame;
import com.zsmartsystems.zigbee.dongle.ember.ezsp.structure.EzspConfigId;
import io.hanproof.lab.BenchFault;
import io.hanproof.octets.Eui64;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import java.util.function.Supplier;

/** Brings an EmberZNet stick up, from its reset to its network; says in one message what is wrong when it cannot. */
final class EmberStart implements Transport.Hears {
    private static final Duration RESET = Duration.ofSeconds(5); // the library asks twice in that time
    private static final Duration VERSION = Duration.ofSeconds(3);
    private static final Duration CONFIGURE = Duration.ofSeconds(15);
    private static final Duration NETWORK = Duration.ofSeconds(25);
    static final int KEYS = 12;

    private final Line line;
    private final StickRole role;
    private final NetworkSettings settings;
    private final Consumer<String> progress;
    private final Transport.Hears hears;
    private final AshWatch watch = new AshWatch();
    private final CompletableFuture<Void> lost = new CompletableFuture<>();
    private final EmberTransport transport;
    private volatile boolean up;

    EmberStart(Line line, StickRole role, NetworkSettings settings, Consumer<String> progress, Transport.Hears hears) {
        this.line = line;
        this.role = role;
        this.settings = settings;
        this.progress = progress;
        this.hears = hears;
        this.transport = new EmberTransport(line, watch, this);
    }

    EmberTransport start() {
        line.open();
        try {
            progress.accept("%s: resetting the stick".formatted(line.name()));
            int version = connect();
            progress.accept("%s: EZSP %d; %s"
                    .formatted(
                            line.name(),
                            version,
                            role == StickRole.FORM ? "looking for its network" : "joining " + settings.words()));
            var network = Waits.aside("hanproof-stick-network", () -> bringUp(version));
            progress.accept("%s: %s"
                    .formatted(
                            line.name(),
                            await(network, NETWORK, () -> line.name() + " stopped answering while it was set up")));
            up = true;
            return transport;
        } catch (RuntimeException e) {
            transport.close();
            throw e;
        }
    }

    private int connect() {
        var dongle = transport.dongle();
        dongle.updateDefaultConfiguration(EzspConfigId.EZSP_CONFIG_KEY_TABLE_SIZE, KEYS);
        var initialised = Waits.aside("hanproof-stick-open", dongle::initialize);
        var reset = watch.reset();
        await(CompletableFuture.anyOf(reset, failed(initialised)), RESET, this::silence);
        int version = await(
                        dongle.version(),
                        VERSION,
                        () -> "%s resets itself and then answers no EZSP command: wrong flow control, or a bootloader?"
                                .formatted(line.name()))
                .getProtocolVersion();
        if (version < EzspFrame.EZSP_MIN_VERSION || version > EzspFrame.EZSP_MAX_VERSION) {
            throw new BenchFault("%s speaks EZSP %d, hanproof knows %d to %d: give the stick firmware with EZSP 8 to 12"
                    .formatted(line.name(), version, EzspFrame.EZSP_MIN_VERSION, EzspFrame.EZSP_MAX_VERSION));
        }
        var status = await(initialised, CONFIGURE, () -> line.name() + " stopped answering while it was configured");
        if (status != ZigBeeStatus.SUCCESS) {
            throw new BenchFault("%s could not be set up: %s".formatted(line.name(), status));
        }
        return version;
    }

    /** Never done by a start that went well: only its failure is of interest. */
    private static CompletableFuture<Object> failed(CompletableFuture<?> start) {
        var failure = new CompletableFuture<Object>();
        var unused = start.whenComplete((value, e) -> {
            if (e != null) {
                failure.completeExceptionally(e);
            }
        });
        return failure;
    }

    private String silence() {
        return watch.heardAnything()
                ? ("%s answers, but not as an EmberZNet stick does: wrong baud rate (baud=57600 or 115200 are usual),"
                                + " or another family")
                        .formatted(line.name())
                : ("%s does not answer a reset: wrong baud rate or flow control (flow=none, rts or xon),"
                                + " another family, or no stick at all")
                        .formatted(line.name());
    }

    private <T> T await(CompletableFuture<T> what, Duration within, Supplier<String> late) {
        Waits.done(CompletableFuture.anyOf(what, lost), within);
        if (!what.isDone() && lost.isCompletedExceptionally()) {
            Waits.get(lost, Duration.ofSeconds(1), late);
        }
        return Waits.get(what, what.isDone() ? Duration.ofSeconds(1) : Duration.ofMillis(1), late);
    }

    /** On a thread of its own: whatever the library waits for, {@link #start} does not. */
    private String bringUp(int version) {
        String how = new EmberNetwork(line.name(), transport, role, settings).bringUp();
        transport.started(EmberFrames.eui64(transport.dongle().getIeeeAddress()), version);
        return how;
    }

    @Override
    public void heard(Datagram datagram) {
        hears.heard(datagram);
    }

    @Override
    public void learnt(int shortAddress, Eui64 node) {
        hears.learnt(shortAddress, node);
    }

    @Override
    public void unknown(int shortAddress) {
        hears.unknown(shortAddress);
    }

    @Override
    public void left(Eui64 node) {
        hears.left(node);
    }

    @Override
    public void lost(String reason) {
        lost.completeExceptionally(new BenchFault(reason));
        if (up) {
            hears.lost(reason);
        }
    }
}
