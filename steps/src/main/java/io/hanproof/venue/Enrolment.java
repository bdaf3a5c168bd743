package io.hanproof.venue;

import io.hanproof.cbke.Answering;
import io.hanproof.cbke.KeyEstablishmentCommand;
import io.hanproof.cbke.KeyExchange;
import io.hanproof.cbke.LinkKey;
import io.hanproof.cbke.Responder;
import io.hanproof.lab.ApsFrame;
import io.hanproof.lab.BenchFault;
import io.hanproof.lab.Delivery;
import io.hanproof.lab.LiveTimeline;
import io.hanproof.lab.Radio;
import io.hanproof.lab.WrappedRadio;
import io.hanproof.octets.Decoded;
import io.hanproof.octets.Eui64;
import io.hanproof.octets.Octets;
import io.hanproof.zcl.Cluster;
import io.hanproof.zcl.Direction;
import io.hanproof.zcl.FrameType;
import io.hanproof.zcl.ZclHeader;
import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.function.Predicate;

/**
 * Stands between the air and the hub that plays on a stick: answers devices that want to establish a link key by
 * certificates, and lets all else pass. What the bench lacks for that, and what comes to nothing, is no fault of the device.
 */
final class Enrolment implements WrappedRadio {
    /** In which a device asks that has nothing else to do first. */
    private static final Duration AT_ONCE = Duration.ofMillis(100);

    private final Radio radio;
    private final LiveTimeline timeline;
    private final int endpoint;
    private final String device;
    private final Predicate<Eui64> mayBeMeant;
    private final Keys keys;
    private final Map<Eui64, Asking> askings = new HashMap<>();
    private final Set<Eui64> awaited = new HashSet<>();
    private Consumer<ApsFrame> listener = frame -> {};
    private BiConsumer<ApsFrame, Delivery> confirmation = (frame, delivery) -> {};

    /**
     * Where link keys come from, and where they go.
     *
     * @param responder absent where the bench has no certificate
     * @param enrolled who has got one on this bench; more are added
     * @param installer takes them, where they are not installed already
     */
    record Keys(Optional<Responder> responder, Set<Eui64> enrolled, BiConsumer<Eui64, LinkKey> installer) {}

    /**
     * @param endpoint the hub's
     * @param device what the device under test is called
     * @param mayBeMeant whether a node can be that device: what fails with another is nobody's business
     */
    Enrolment(Radio radio, LiveTimeline timeline, int endpoint, String device, Predicate<Eui64> mayBeMeant, Keys keys) {
        this.radio = radio;
        this.timeline = timeline;
        this.endpoint = endpoint;
        this.device = device;
        this.mayBeMeant = mayBeMeant;
        this.keys = keys;
        radio.listen(this::arrived);
        radio.confirm(this::confirmed);
    }

    /**
     * Lets a device that has no link key ask for one, before anything is said to it; not all do.
     *
     * @param remembers whether it may have one from a scenario before
     * @param shared whether the stick shares one with it already
     * @param patience how long it may take
     */
    void await(Eui64 node, boolean remembers, BooleanSupplier shared, Duration patience) {
        if (!remembers) {
            keys.enrolled().remove(node);
        }
        Duration limit = AT_ONCE;
        if (keys.responder().isPresent() && !keys.enrolled().contains(node)) {
            limit = remembers && shared.getAsBoolean() ? AT_ONCE : patience;
        }
        timeline.advanceUntil(
                () -> keys.enrolled().contains(node), timeline.instant().plus(limit));
        awaited.add(node);
    }

    private void arrived(ApsFrame frame) {
        boolean ours = isOurs(frame)
                && frame.profile() == Cluster.SMART_ENERGY_PROFILE
                && !frame.destination().isBroadcast();
        if (!ours) {
            listener.accept(frame);
        } else if (ZclHeader.read(frame.zcl()) instanceof Decoded.Value<ZclHeader>(var header)) {
            hear(frame, header);
        }
    }

    private static boolean isOurs(ApsFrame frame) {
        return frame.cluster() == KeyEstablishmentCommand.CLUSTER;
    }

    private void hear(ApsFrame frame, ZclHeader header) {
        if (keys.responder().isEmpty()) {
            AskedInVain.words(header, frame.zcl())
                    .ifPresent(it -> fault(
                            frame.source(),
                            "the %s asks for %s, and this bench has no certificate: give --certificates"
                                    .formatted(device, it)));
        } else if (header.frameType() == FrameType.CLUSTER) {
            askings.computeIfAbsent(
                            frame.source(), it -> new Asking(keys.responder().get(), it))
                    .hear(frame, header);
        } else {
            SuiteAttribute.answer(header, frame.zcl(), keys.responder().get().suite())
                    .ifPresent(it -> send(frame, frame.secured(), it));
        }
    }

    private void fault(Eui64 node, String message) {
        if (mayBeMeant.test(node)) {
            throw new BenchFault(message);
        }
    }

    private void send(ApsFrame asked, boolean secured, Octets zcl) {
        radio.send(new ApsFrame(
                radio.address(),
                asked.source(),
                asked.profile(),
                asked.cluster(),
                endpoint,
                asked.sourceEndpoint(),
                secured,
                true,
                zcl));
    }

    private void confirmed(ApsFrame frame, Delivery delivery) {
        if (!isOurs(frame)) {
            confirmation.accept(frame, delivery);
        }
    }

    @Override
    public Radio radio() {
        return radio;
    }

    @Override
    public void listen(Consumer<ApsFrame> listener) {
        this.listener = listener;
    }

    @Override
    public void confirm(BiConsumer<ApsFrame, Delivery> listener) {
        this.confirmation = listener;
    }

    /** One device that has begun to ask. */
    private final class Asking implements KeyExchange.Ends {
        private final Eui64 peer;
        private final Answering exchange;
        private Optional<ApsFrame> asked = Optional.empty();
        private int sequence;

        Asking(Responder responder, Eui64 peer) {
            this.peer = peer;
            this.exchange = responder.answer(peer, timeline, this);
        }

        void hear(ApsFrame frame, ZclHeader header) {
            asked = Optional.of(frame);
            sequence = header.sequence();
            exchange.hear(header.direction(), KeyEstablishmentCommand.read(header, frame.zcl()));
        }

        /** Without APS security: the key to it is what they are about to have. */
        @Override
        public void say(Direction direction, KeyEstablishmentCommand command) {
            send(asked.orElseThrow(), false, command.frame(direction, sequence));
        }

        @Override
        public void established(Optional<LinkKey> toInstall) {
            toInstall.ifPresent(it -> keys.installer().accept(peer, it));
            boolean first = keys.enrolled().add(peer);
            if (first && awaited.contains(peer)) {
                fault(
                        peer,
                        "the %s got its link key when the scenario was under way: run it once more".formatted(device));
            }
        }

        @Override
        public void failed(String reason) {
            fault(peer, "key establishment with the %s %s failed: %s".formatted(device, peer, reason));
        }
    }
}
