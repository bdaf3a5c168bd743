package io.hanproof.cbke;

import io.hanproof.octets.Decoded;
import io.hanproof.octets.Eui64;
import io.hanproof.octets.Octets;
import io.hanproof.zcl.Direction;
import io.hanproof.zcl.ZclHeader;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.random.RandomGenerator;

/** Two machines that hear each other's frames, one of which may be changed on the way. */
final class Conversation {
    static final Instant NOW = Instant.parse("2026-01-01T02:00:00Z");

    final Party initiator;
    final Party responder;
    final List<Octets> frames = new ArrayList<>();

    /** Index of a frame to change, and the change. */
    private int changedFrame = -1;

    private int changedOctet;
    private int changedBits;

    static final class Party {
        final KeyEstablishment machine;
        Exchange state = Exchange.idle();
        final Map<Eui64, LinkKey> installed = new TreeMap<>(Comparator.comparing(Eui64::toString));

        Party(DeviceCertificate own, Eui64 peer, RandomGenerator chance) {
            this.machine = new KeyEstablishment(own, peer, chance);
        }

        Optional<LinkKey> key() {
            return installed.values().stream().findFirst();
        }
    }

    Conversation(Party initiator, Party responder) {
        this.initiator = initiator;
        this.responder = responder;
    }

    Conversation changing(int frame, int octet, int bits) {
        changedFrame = frame;
        changedOctet = octet;
        changedBits = bits;
        return this;
    }

    /** Speaks until nobody has anything to say. */
    Conversation run() {
        var onAir = new ArrayDeque<Octets>();
        tell(initiator, new ExchangeEvent.Begin(), onAir);
        while (!onAir.isEmpty()) {
            if (frames.size() > 20) {
                throw new IllegalStateException("the two do not come to an end");
            }
            Octets sent = onAir.remove();
            frames.add(sent);
            Octets heard = changed(sent);
            var header = header(heard);
            tell(header.direction() == Direction.TO_SERVER ? responder : initiator, event(header, heard), onAir);
        }
        return this;
    }

    /** Every Terminate Key Establishment that was sent, by its reason. */
    List<String> reasons() {
        return frames.stream()
                .map(it -> KeyEstablishmentCommand.read(header(it), it))
                .filter(it -> it instanceof Decoded.Value<KeyEstablishmentCommand>(var command)
                        && command instanceof TerminateKeyEstablishment)
                .map(it -> ((TerminateKeyEstablishment) ((Decoded.Value<KeyEstablishmentCommand>) it).value()).reason())
                .toList();
    }

    private static void tell(Party party, ExchangeEvent event, ArrayDeque<Octets> onAir) {
        var step = party.machine.on(event, party.state, NOW);
        party.state = step.state();
        for (var effect : step.effects()) {
            switch (effect) {
                case ExchangeEffect.Send(var direction, var command) -> onAir.add(command.frame(direction, 0x11));
                case ExchangeEffect.Install(var node, var key) -> party.installed.put(node, key);
            }
        }
    }

    private Octets changed(Octets sent) {
        return frames.size() - 1 == changedFrame ? sent.with(changedOctet, sent.u8(changedOctet) ^ changedBits) : sent;
    }

    private static ZclHeader header(Octets zcl) {
        return switch (ZclHeader.read(zcl)) {
            case Decoded.Value<ZclHeader>(var header) -> header;
            case Decoded.Malformed<ZclHeader> malformed -> throw new IllegalStateException(malformed.message());
        };
    }

    private static ExchangeEvent event(ZclHeader header, Octets zcl) {
        return switch (KeyEstablishmentCommand.read(header, zcl)) {
            case Decoded.Value<KeyEstablishmentCommand>(var command) ->
                new ExchangeEvent.Received(header.direction(), command);
            case Decoded.Malformed<KeyEstablishmentCommand> malformed ->
                new ExchangeEvent.Unreadable(header.direction(), malformed.message());
        };
    }
}
