package io.hanproof.cbke;

import io.hanproof.octets.Decoded;
import io.hanproof.octets.MalformedOctets;
import io.hanproof.octets.OctetReader;
import io.hanproof.octets.OctetWriter;
import io.hanproof.octets.Octets;
import io.hanproof.zcl.Direction;
import io.hanproof.zcl.FrameType;
import io.hanproof.zcl.ZclCommand;
import io.hanproof.zcl.ZclHeader;

/** A command of the Key Establishment cluster. A request to the server and its response to the client have one form. */
public sealed interface KeyEstablishmentCommand extends ZclCommand
        permits InitiateKeyEstablishment, EphemeralData, ConfirmKey, TerminateKeyEstablishment {
    /** The cluster's id. */
    int CLUSTER = 0x0800;

    /** Reads a payload; offsets count from its first octet. */
    static Decoded<KeyEstablishmentCommand> read(int id, Octets payload) {
        return read(id, 0, new OctetReader(payload));
    }

    /** Reads the frame that {@code header} was read from; offsets count from the frame's first octet. */
    static Decoded<KeyEstablishmentCommand> read(ZclHeader header, Octets zcl) {
        if (header.frameType() != FrameType.CLUSTER) {
            return new Decoded.Malformed<>(
                    "frame type", FrameType.CLUSTER.toString(), 0, "found " + header.frameType());
        }
        return read(header.commandId(), header.length() - 1, header.after(zcl));
    }

    private static Decoded<KeyEstablishmentCommand> read(int id, int idAt, OctetReader in) {
        try {
            KeyEstablishmentCommand command = switch (id) {
                case InitiateKeyEstablishment.ID -> InitiateKeyEstablishment.read(in);
                case EphemeralData.ID -> new EphemeralData(in.rest());
                case ConfirmKey.ID -> ConfirmKey.read(in);
                case TerminateKeyEstablishment.ID -> TerminateKeyEstablishment.read(in);
                default -> throw in.malformed("command id", "00 to 03", idAt, "found %02X".formatted(id));
            };
            return ZclCommand.complete(command, in);
        } catch (MalformedOctets e) {
            return e.asValue();
        }
    }

    @Override
    default int id() {
        return switch (this) {
            case InitiateKeyEstablishment it -> InitiateKeyEstablishment.ID;
            case EphemeralData it -> EphemeralData.ID;
            case ConfirmKey it -> ConfirmKey.ID;
            case TerminateKeyEstablishment it -> TerminateKeyEstablishment.ID;
        };
    }

    /**
     * The whole ZCL frame.
     *
     * @param sequence of a response, that of its request
     */
    default Octets frame(Direction direction, int sequence) {
        var header = ZclHeader.cluster(direction, direction == Direction.TO_CLIENT, sequence, id());
        return write(header.write(new OctetWriter())).toOctets();
    }
}
