package io.hanproof.cbke;

import io.hanproof.lab.ApsFrame;
import io.hanproof.lab.Radio;
import io.hanproof.lab.Timeline;
import io.hanproof.octets.Decoded;
import io.hanproof.octets.Eui64;
import io.hanproof.zcl.Cluster;
import io.hanproof.zcl.Direction;
import io.hanproof.zcl.FrameType;
import io.hanproof.zcl.ZclHeader;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Consumer;

/** A device that has no link key yet: asks the hub for one, and asks again until it has it. */
public final class Enrolee {
    private static final Duration BEFORE_ASKING_AGAIN = Duration.ofSeconds(5);
    private static final int SEQUENCES = 0x100;

    private final Radio radio;
    private final Timeline timeline;
    private final Place place;
    private final KeyExchange exchange;
    private final Consumer<LinkKey> enrolled;
    private int sequence;

    /**
     * Who speaks to whom.
     *
     * @param endpoint the device's own
     */
    public record Place(int endpoint, Eui64 hub, int hubEndpoint) {}

    /** @param enrolled told of the link key, once */
    public Enrolee(Radio radio, Timeline timeline, Place place, KeyEstablishment machine, Consumer<LinkKey> enrolled) {
        this.radio = radio;
        this.timeline = timeline;
        this.place = place;
        this.exchange = new KeyExchange(machine, timeline, new Ends());
        this.enrolled = enrolled;
        radio.listen(this::hear);
    }

    public void begin() {
        exchange.begin();
    }

    private void hear(ApsFrame frame) {
        boolean spoken = frame.cluster() == KeyEstablishmentCommand.CLUSTER
                && frame.source().equals(place.hub());
        if (spoken
                && ZclHeader.read(frame.zcl()) instanceof Decoded.Value<ZclHeader>(var header)
                && header.frameType() == FrameType.CLUSTER) {
            exchange.hear(header.direction(), KeyEstablishmentCommand.read(header, frame.zcl()));
        }
    }

    private final class Ends implements KeyExchange.Ends {
        @Override
        public void say(Direction direction, KeyEstablishmentCommand command) {
            sequence = (sequence + 1) % SEQUENCES;
            radio.send(new ApsFrame(
                    radio.address(),
                    place.hub(),
                    Cluster.SMART_ENERGY_PROFILE,
                    KeyEstablishmentCommand.CLUSTER,
                    place.endpoint(),
                    place.hubEndpoint(),
                    false,
                    true,
                    command.frame(direction, sequence)));
        }

        @Override
        public void established(Optional<LinkKey> toInstall) {
            toInstall.ifPresent(enrolled);
        }

        @Override
        public void failed(String reason) {
            timeline.in(BEFORE_ASKING_AGAIN, exchange::begin);
        }
    }
}
