package io.hanproof.hub;

import io.hanproof.lab.ApsFrame;
import io.hanproof.octets.Decoded;
import io.hanproof.octets.Eui64;
import io.hanproof.zcl.AttributeValue;
import io.hanproof.zcl.Cluster;
import io.hanproof.zcl.DefaultResponse;
import io.hanproof.zcl.Direction;
import io.hanproof.zcl.FrameType;
import io.hanproof.zcl.GlobalCommand;
import io.hanproof.zcl.ReadAttributes;
import io.hanproof.zcl.ReadAttributesResponse;
import io.hanproof.zcl.ReportAttributes;
import io.hanproof.zcl.WriteAttributes;
import io.hanproof.zcl.WriteAttributesResponse;
import io.hanproof.zcl.ZclHeader;
import io.hanproof.zcl.ZclStatus;
import io.hanproof.zcl.ota.OtaAttribute;
import io.hanproof.zcl.ota.OtaCommand;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Makes a hub's events of frames. Nothing that a frame holds can throw. */
final class HubEars {
    private static final int READ_ATTRIBUTES = 0x00;
    private static final int DEFAULT_RESPONSE = 0x0B;
    private static final Set<Integer> GLOBAL_COMMANDS = Set.of(0x00, 0x01, 0x02, 0x04, 0x0A);
    private static final int LAST_OTA_COMMAND = 0x09;
    private static final long NO_VERSION = 0xFFFF_FFFFL;

    private HubEars() {}

    /** What the frame is to the hub; null when it is nothing, as an answer that ends an exchange. */
    static @Nullable HubEvent hear(ApsFrame frame) {
        if (frame.profile() != Cluster.SMART_ENERGY_PROFILE
                || !(ZclHeader.read(frame.zcl()) instanceof Decoded.Value<ZclHeader>(var header))) {
            return null;
        }
        var from = new Peer(
                frame.source(),
                frame.sourceEndpoint(),
                frame.destinationEndpoint(),
                header.sequence(),
                frame.secured());
        var event =
                header.frameType() == FrameType.CLUSTER ? command(frame, from, header) : global(frame, from, header);
        return event instanceof HubEvent.NotUnderstood && frame.destination().isBroadcast() ? null : event;
    }

    private static HubEvent command(ApsFrame frame, Peer from, ZclHeader header) {
        if (frame.cluster() == Cluster.OTA.id()
                && OtaCommand.read(header, frame.zcl()) instanceof Decoded.Value<OtaCommand>(var command)) {
            return new HubEvent.Asked(from, command);
        }
        return notUnderstood(frame, from, header, commandStatus(frame.cluster(), header));
    }

    private static ZclStatus commandStatus(int cluster, ZclHeader header) {
        if (header.manufacturerCode().isPresent()) {
            return ZclStatus.UNSUP_MANUF_CLUSTER_COMMAND;
        }
        boolean known = cluster == Cluster.OTA.id()
                && header.direction() == Direction.TO_SERVER
                && header.commandId() <= LAST_OTA_COMMAND;
        return known ? ZclStatus.MALFORMED_COMMAND : ZclStatus.UNSUP_COMMAND;
    }

    private static @Nullable HubEvent global(ApsFrame frame, Peer from, ZclHeader header) {
        if (header.manufacturerCode().isPresent()) {
            return header.commandId() == DEFAULT_RESPONSE
                    ? null
                    : notUnderstood(frame, from, header, ZclStatus.UNSUP_MANUF_GENERAL_COMMAND);
        }
        return switch (GlobalCommand.read(header, frame.zcl())) {
            case Decoded.Value<GlobalCommand>(var command) -> global(frame, from, header, command);
            case Decoded.Malformed<GlobalCommand> it -> malformed(frame, from, header);
        };
    }

    private static @Nullable HubEvent global(ApsFrame frame, Peer from, ZclHeader header, GlobalCommand command) {
        return switch (command) {
            case ReadAttributes it -> new HubEvent.AttributesAsked(from, frame.cluster(), it.attributeIds());
            case ReadAttributesResponse it -> frame.cluster() == Cluster.OTA.id() ? read(frame.source(), it) : null;
            case DefaultResponse it ->
                frame.cluster() == Cluster.OTA.id() && it.commandId() == READ_ATTRIBUTES
                        ? new HubEvent.VersionRead(frame.source(), Optional.empty())
                        : null;
            case WriteAttributes it -> notUnderstood(frame, from, header, ZclStatus.UNSUP_GENERAL_COMMAND);
            case WriteAttributesResponse it -> null;
            case ReportAttributes it -> null;
        };
    }

    private static @Nullable HubEvent read(Eui64 device, ReadAttributesResponse answer) {
        if (answer.answers().stream().anyMatch(it -> it.attributeId() == OtaAttribute.MANUFACTURER_ID.id())) {
            return new HubEvent.ModelTold(device, model(answer));
        }
        int attribute = OtaAttribute.CURRENT_FILE_VERSION.id();
        for (var each : answer.answers()) {
            if (each.attributeId() == attribute) {
                return new HubEvent.VersionRead(
                        device,
                        number(answer, OtaAttribute.CURRENT_FILE_VERSION).filter(it -> it != NO_VERSION));
            }
        }
        return null;
    }

    private static Optional<ToldModel> model(ReadAttributesResponse answer) {
        var manufacturer = number(answer, OtaAttribute.MANUFACTURER_ID);
        var type = number(answer, OtaAttribute.IMAGE_TYPE_ID);
        var version = number(answer, OtaAttribute.CURRENT_FILE_VERSION);
        return manufacturer.isPresent() && type.isPresent() && version.isPresent()
                ? Optional.of(
                        new ToldModel(manufacturer.get().intValue(), type.get().intValue(), version.get()))
                : Optional.empty();
    }

    private static Optional<Long> number(ReadAttributesResponse answer, OtaAttribute attribute) {
        return answer.value(attribute.id())
                .filter(AttributeValue.Number.class::isInstance)
                .map(it -> ((AttributeValue.Number) it).value());
    }

    private static @Nullable HubEvent malformed(ApsFrame frame, Peer from, ZclHeader header) {
        if (header.commandId() == DEFAULT_RESPONSE) {
            return null;
        }
        boolean known = GLOBAL_COMMANDS.contains(header.commandId());
        return notUnderstood(
                frame, from, header, known ? ZclStatus.MALFORMED_COMMAND : ZclStatus.UNSUP_GENERAL_COMMAND);
    }

    private static HubEvent notUnderstood(ApsFrame frame, Peer from, ZclHeader header, ZclStatus status) {
        return new HubEvent.NotUnderstood(from, frame.cluster(), header.commandId(), status);
    }
}
