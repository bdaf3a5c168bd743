package io.hanproof.device;

import io.hanproof.lab.ApsFrame;
import io.hanproof.lab.Radio;
import io.hanproof.octets.Decoded;
import io.hanproof.octets.Eui64;
import io.hanproof.octets.Octets;
import io.hanproof.zcl.AttributeValue;
import io.hanproof.zcl.Cluster;
import io.hanproof.zcl.DefaultResponse;
import io.hanproof.zcl.Direction;
import io.hanproof.zcl.FrameType;
import io.hanproof.zcl.GlobalCommand;
import io.hanproof.zcl.ReadAttributes;
import io.hanproof.zcl.ReadAttributesResponse;
import io.hanproof.zcl.TimeAttribute;
import io.hanproof.zcl.UtcTime;
import io.hanproof.zcl.ZclHeader;
import io.hanproof.zcl.ZclStatus;
import io.hanproof.zcl.ota.ImageBlockResponse;
import io.hanproof.zcl.ota.ImageNotify;
import io.hanproof.zcl.ota.OtaCommand;
import io.hanproof.zcl.ota.OtaFrames;
import io.hanproof.zcl.ota.QueryNextImageResponse;
import io.hanproof.zcl.ota.QuerySpecificFileResponse;
import io.hanproof.zcl.ota.UpgradeEndResponse;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.IntSupplier;
import org.jspecify.annotations.Nullable;

/** Between a device's radio and its machine: frames become events, and what it wants to say becomes frames. */
final class DisplayRadio {
    private static final int OWN_ENDPOINT = 1;
    private static final int HUB_ENDPOINT = 0x7B;
    private static final int ALL_ENDPOINTS = 0xFF;
    private static final int SEQUENCES = 0x100;
    private static final ZclStatus UNSUPPORTED_CLUSTER = ZclStatus.of(0xC3);

    private final Radio radio;
    private final Consumer<DisplayEvent> events;
    private final IntSupplier roll;

    private @Nullable Eui64 hub;
    private int hubEndpoint = HUB_ENDPOINT;
    private int sequence;
    private boolean on = true;
    private boolean hearing = true;
    private Consumer<Boolean> receiver = hears -> {};
    private Optional<ZclStatus> refusal = Optional.empty();

    /** @param roll draws 1 to 100 */
    DisplayRadio(Radio radio, Consumer<DisplayEvent> events, IntSupplier roll) {
        this.radio = radio;
        this.events = events;
        this.roll = roll;
        radio.listen(this::hear);
    }

    void join(Eui64 address) {
        hub = address;
    }

    void onReceiver(Consumer<Boolean> told) {
        receiver = told;
    }

    void power(boolean now) {
        on = now;
    }

    void receiver(boolean now) {
        hearing = now;
        receiver.accept(now);
    }

    private void hear(ApsFrame frame) {
        if (!on || !hearing || frame.profile() != Cluster.SMART_ENERGY_PROFILE) {
            return;
        }
        if (!(ZclHeader.read(frame.zcl()) instanceof Decoded.Value<ZclHeader>(var header))) {
            return;
        }
        if (frame.cluster() == Cluster.OTA.id() && header.frameType() == FrameType.CLUSTER) {
            hearOta(frame, header);
        } else {
            Cluster.of(frame.cluster()).ifPresent(it -> hearGlobal(frame, header, it));
        }
    }

    private void hearOta(ApsFrame frame, ZclHeader header) {
        if (hub == null) {
            hub = frame.source();
        }
        if (frame.source().value() != hub.value()) {
            return;
        }
        hubEndpoint = frame.sourceEndpoint();
        switch (OtaCommand.read(header, frame.zcl())) {
            case Decoded.Value<OtaCommand>(OtaCommand.ToClient command) -> heard(command, frame, header);
            case Decoded.Value<OtaCommand> other -> refuse(frame, header, ZclStatus.UNSUP_COMMAND);
            case Decoded.Malformed<OtaCommand> malformed -> refuse(frame, header, ZclStatus.MALFORMED_COMMAND);
        }
    }

    private void heard(OtaCommand.ToClient command, ApsFrame frame, ZclHeader header) {
        refusal = Optional.empty();
        boolean broadcast = frame.destination().isBroadcast();
        switch (command) {
            case ImageBlockResponse it -> events.accept(new DisplayEvent.BlockArrived(it));
            case QueryNextImageResponse it -> events.accept(new DisplayEvent.Offered(it));
            case UpgradeEndResponse it -> events.accept(new DisplayEvent.EndAnswered(it));
            case ImageNotify it ->
                events.accept(new DisplayEvent.Notified(it, broadcast, broadcast ? roll.getAsInt() : 1));
            case QuerySpecificFileResponse it -> {} // never asked for
        }
        if (refusal.isPresent()) {
            refuse(frame, header, refusal.get());
        } else if (!broadcast && !header.disableDefaultResponse()) {
            refuse(frame, header, ZclStatus.SUCCESS);
        }
    }

    private void hearGlobal(ApsFrame frame, ZclHeader header, Cluster cluster) {
        if (!(GlobalCommand.read(header, frame.zcl()) instanceof Decoded.Value<GlobalCommand>(var command))) {
            return;
        }
        switch (command) {
            case ReadAttributes read -> asked(frame, header, cluster, read);
            case DefaultResponse(int commandId, var status) -> {
                if (cluster == Cluster.OTA) {
                    events.accept(new DisplayEvent.Answered(commandId, status));
                } else if (cluster == Cluster.TIME) {
                    events.accept(new DisplayEvent.TimeTold(Optional.empty()));
                }
            }
            case ReadAttributesResponse response -> {
                if (cluster == Cluster.TIME) {
                    events.accept(new DisplayEvent.TimeTold(time(response)));
                }
            }
            case io.hanproof.zcl.WriteAttributes write -> refuse(frame, header, ZclStatus.UNSUP_GENERAL_COMMAND);
            case io.hanproof.zcl.WriteAttributesResponse written -> {}
            case io.hanproof.zcl.ReportAttributes report -> {}
        }
    }

    /** A device is the client of the OTA cluster and the server of the Basic cluster. */
    private void asked(ApsFrame frame, ZclHeader header, Cluster cluster, ReadAttributes read) {
        boolean has = header.direction() == Direction.TO_CLIENT ? cluster == Cluster.OTA : cluster == Cluster.BASIC;
        if (!has) {
            refuse(frame, header, UNSUPPORTED_CLUSTER);
            return;
        }
        events.accept(new DisplayEvent.AttributesAsked(
                new Question(frame.source(), frame.sourceEndpoint(), OWN_ENDPOINT, cluster, header.sequence(), read)));
    }

    private static Optional<UtcTime> time(ReadAttributesResponse response) {
        return response.value(TimeAttribute.TIME.id())
                .map(it -> it instanceof AttributeValue.Number number ? new UtcTime(number.value()) : UtcTime.INVALID)
                .filter(it -> !it.equals(UtcTime.INVALID));
    }

    /** Remembered until the command that is being handled has been. */
    void refuse(ZclStatus status) {
        refusal = Optional.of(status);
    }

    private void refuse(ApsFrame frame, ZclHeader header, ZclStatus status) {
        if (frame.destination().isBroadcast()) {
            return;
        }
        var response = new DefaultResponse(header.commandId(), status);
        var back = header.direction() == Direction.TO_CLIENT ? Direction.TO_SERVER : Direction.TO_CLIENT;
        transmit(frame.source(), frame.cluster(), frame.sourceEndpoint(), response.frame(back, header.sequence()));
    }

    void send(OtaCommand command) {
        if (hub != null) {
            transmit(hub, Cluster.OTA.id(), hubEndpoint, OtaFrames.unicast(nextSequence(), command));
        }
    }

    void readTime() {
        if (hub != null) {
            var read = new ReadAttributes(List.of(TimeAttribute.TIME.id()));
            transmit(hub, Cluster.TIME.id(), hubEndpoint, read.frame(Direction.TO_SERVER, nextSequence()));
        }
    }

    void answer(Question question, ReadAttributesResponse response) {
        var back = question.cluster() == Cluster.OTA ? Direction.TO_SERVER : Direction.TO_CLIENT;
        transmit(
                question.asker(),
                question.cluster().id(),
                question.endpoint(),
                response.frame(back, question.sequence()));
    }

    void say(Eui64 destination, OtaCommand command) {
        say(destination, Cluster.OTA, OtaFrames.unicast(nextSequence(), command));
    }

    void say(Eui64 destination, Cluster cluster, Octets zcl) {
        transmit(destination, cluster.id(), destination.isBroadcast() ? ALL_ENDPOINTS : hubEndpoint, zcl);
    }

    private void transmit(Eui64 destination, int cluster, int endpoint, Octets zcl) {
        boolean unicast = !destination.isBroadcast();
        radio.send(new ApsFrame(
                radio.address(),
                destination,
                Cluster.SMART_ENERGY_PROFILE,
                cluster,
                OWN_ENDPOINT,
                endpoint,
                unicast,
                unicast,
                zcl));
    }

    private int nextSequence() {
        sequence = (sequence + 1) % SEQUENCES;
        return sequence;
    }
}
