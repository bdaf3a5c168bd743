package io.hanproof.launcher;

import io.hanproof.lab.ApsFrame;
import io.hanproof.lab.Delivery;
import io.hanproof.lab.Radio;
import io.hanproof.lab.Timeline;
import io.hanproof.launcher.NodeView.Told;
import io.hanproof.octets.Decoded;
import io.hanproof.octets.Eui64;
import io.hanproof.zcl.Attribute;
import io.hanproof.zcl.Cluster;
import io.hanproof.zcl.DefaultResponse;
import io.hanproof.zcl.Direction;
import io.hanproof.zcl.GlobalCommand;
import io.hanproof.zcl.ReadAttributes;
import io.hanproof.zcl.ReadAttributesResponse;
import io.hanproof.zcl.ZclHeader;
import io.hanproof.zcl.ZclStatus;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads attributes of one node, one in a frame: no answer is then too long for its frame, or spoilt by another. */
final class AttributeReader {
    private final Radio radio;
    private final Timeline timeline;
    private final Duration patience;
    private final int ownEndpoint;
    private final Eui64 node;
    private final int endpoint;
    private int sequence;
    private Cluster cluster = Cluster.BASIC;
    private int asked;
    private Optional<Told> answer = Optional.empty();
    private Optional<Delivery> delivery = Optional.empty();

    /** @param patience how long the node may take for one answer */
    AttributeReader(Radio radio, Timeline timeline, Duration patience, int ownEndpoint, Eui64 node, int endpoint) {
        this.radio = radio;
        this.timeline = timeline;
        this.patience = patience;
        this.ownEndpoint = ownEndpoint;
        this.node = node;
        this.endpoint = endpoint;
        radio.listen(this::heard);
        radio.confirm((frame, fate) -> delivery = Optional.of(fate));
    }

    /** A node that leaves one question open is not asked the others of that cluster. */
    Map<Attribute, Told> read(Cluster of, Direction direction, List<? extends Attribute> attributes) {
        cluster = of;
        var told = new LinkedHashMap<Attribute, Told>();
        Optional<Told> silence = Optional.empty();
        for (Attribute attribute : attributes) {
            Told one = silence.isPresent() ? silence.get() : ask(attribute, direction);
            told.put(attribute, one);
            silence = one instanceof Told.Nothing ? Optional.of(one) : Optional.empty();
        }
        return told;
    }

    private Told ask(Attribute attribute, Direction direction) {
        sequence++;
        asked = attribute.id();
        answer = Optional.empty();
        delivery = Optional.empty();
        var question = new ReadAttributes(List.of(attribute.id()));
        radio.send(new ApsFrame(
                radio.address(),
                node,
                Cluster.SMART_ENERGY_PROFILE,
                cluster.id(),
                ownEndpoint,
                endpoint,
                true,
                true,
                question.frame(direction, sequence)));
        timeline.advanceUntil(
                () -> answer.isPresent()
                        || delivery.filter(it -> it == Delivery.LOST).isPresent(),
                timeline.instant().plus(patience));
        return answer.orElseGet(() -> new Told.Nothing(why(attribute)));
    }

    private Told told(ReadAttributesResponse response) {
        return response.answers().stream()
                .filter(it -> it.attributeId() == asked)
                .findFirst()
                .map(AttributeReader::told)
                .orElseGet(() ->
                        new Told.Nothing("the answer to a read of attribute 0x%04X leaves it out".formatted(asked)));
    }

    private static Told told(ReadAttributesResponse.Answer answer) {
        return switch (answer) {
            case ReadAttributesResponse.Held it -> new Told.Value(it.value());
            case ReadAttributesResponse.Refused it -> new Told.Refused(it.status());
        };
    }

    private String why(Attribute attribute) {
        String what = "a read of %s.%s was ".formatted(cluster, attribute.specName());
        if (delivery.isEmpty()) {
            return what + "neither acknowledged nor answered within " + patience;
        }
        return delivery.get() == Delivery.LOST
                ? what
                        + "not acknowledged: the device is out of reach, off, or has no link key in common with"
                        + " the stick"
                : what + "acknowledged, and not answered within " + patience;
    }

    private void heard(ApsFrame frame) {
        if (!frame.source().equals(node) || frame.cluster() != cluster.id()) {
            return;
        }
        if (ZclHeader.read(frame.zcl()) instanceof Decoded.Value<ZclHeader>(var header)
                && header.sequence() == sequence
                && GlobalCommand.read(header, frame.zcl()) instanceof Decoded.Value<GlobalCommand>(var command)) {
            take(command);
        }
    }

    private void take(GlobalCommand command) {
        if (command instanceof ReadAttributesResponse response) {
            answer = Optional.of(told(response));
        } else if (command instanceof DefaultResponse(int of, ZclStatus status) && of == ReadAttributes.ID) {
            answer = Optional.of(new Told.Refused(status));
        }
    }
}
