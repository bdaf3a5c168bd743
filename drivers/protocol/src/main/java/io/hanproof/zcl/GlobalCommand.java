package io.hanproof.zcl;

import io.hanproof.octets.Decoded;
import io.hanproof.octets.MalformedOctets;
import io.hanproof.octets.OctetReader;
import io.hanproof.octets.OctetWriter;
import io.hanproof.octets.Octets;

/** A command that every cluster knows, as far as an update needs them. */
public sealed interface GlobalCommand extends ZclCommand
        permits ReadAttributes,
                ReadAttributesResponse,
                WriteAttributes,
                WriteAttributesResponse,
                ReportAttributes,
                DefaultResponse {

    /** Reads a payload; offsets count from its first octet. */
    static Decoded<GlobalCommand> read(int id, Octets payload) {
        return read(id, 0, new OctetReader(payload));
    }

    /** Reads the frame that {@code header} was read from; offsets count from the frame's first octet. */
    static Decoded<GlobalCommand> read(ZclHeader header, Octets zcl) {
        if (header.frameType() != FrameType.GLOBAL) {
            return new Decoded.Malformed<>("frame type", FrameType.GLOBAL.toString(), 0, "found " + header.frameType());
        }
        return read(header.commandId(), header.length() - 1, header.after(zcl));
    }

    private static Decoded<GlobalCommand> read(int id, int idAt, OctetReader in) {
        try {
            GlobalCommand command = switch (id) {
                case ReadAttributes.ID -> ReadAttributes.read(in);
                case ReadAttributesResponse.ID -> ReadAttributesResponse.read(in);
                case WriteAttributes.ID -> WriteAttributes.read(in);
                case WriteAttributesResponse.ID -> WriteAttributesResponse.read(in);
                case ReportAttributes.ID -> ReportAttributes.read(in);
                case DefaultResponse.ID -> DefaultResponse.read(in);
                default ->
                    throw in.malformed("command id", "one of 00 01 02 04 0A 0B", idAt, "found %02X".formatted(id));
            };
            return ZclCommand.complete(command, in);
        } catch (MalformedOctets e) {
            return e.asValue();
        }
    }

    @Override
    default int id() {
        return switch (this) {
            case ReadAttributes it -> ReadAttributes.ID;
            case ReadAttributesResponse it -> ReadAttributesResponse.ID;
            case WriteAttributes it -> WriteAttributes.ID;
            case WriteAttributesResponse it -> WriteAttributesResponse.ID;
            case ReportAttributes it -> ReportAttributes.ID;
            case DefaultResponse it -> DefaultResponse.ID;
        };
    }

    /**
     * The whole ZCL frame. A request may be refused by a Default Response; what answers or reports asks for none.
     *
     * @param sequence of an answer, that of its question
     */
    default Octets frame(Direction direction, int sequence) {
        boolean request = this instanceof ReadAttributes || this instanceof WriteAttributes;
        return write(ZclHeader.global(direction, !request, sequence, id()).write(new OctetWriter()))
                .toOctets();
    }
}
