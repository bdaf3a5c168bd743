package io.hanproof.zcl.ota;

import io.hanproof.octets.Decoded;
import io.hanproof.octets.MalformedOctets;
import io.hanproof.octets.OctetReader;
import io.hanproof.octets.Octets;
import io.hanproof.zcl.Direction;
import io.hanproof.zcl.FrameType;
import io.hanproof.zcl.ZclCommand;
import io.hanproof.zcl.ZclHeader;

/** A command of the OTA Upgrade cluster. Its server is the hub, its clients are the devices. */
public sealed interface OtaCommand extends ZclCommand {

    /** What a device sends and the hub has to deal with. */
    sealed interface ToServer extends OtaCommand
            permits QueryNextImageRequest,
                    ImageBlockRequest,
                    ImagePageRequest,
                    UpgradeEndRequest,
                    QuerySpecificFileRequest {}

    /** What the hub sends and a device has to deal with. */
    sealed interface ToClient extends OtaCommand
            permits ImageNotify,
                    QueryNextImageResponse,
                    ImageBlockResponse,
                    UpgradeEndResponse,
                    QuerySpecificFileResponse {}

    /** Reads a payload, whichever way it was sent; offsets count from its first octet. */
    static Decoded<OtaCommand> read(int id, Octets payload) {
        return read(id, 0, new OctetReader(payload));
    }

    /**
     * Reads the frame that {@code header} was read from; offsets count from the frame's first octet. No command of this
     * cluster has a manufacturer code, and none goes both ways.
     */
    static Decoded<OtaCommand> read(ZclHeader header, Octets zcl) {
        if (header.frameType() != FrameType.CLUSTER) {
            return new Decoded.Malformed<>(
                    "frame type", FrameType.CLUSTER.toString(), 0, "found " + header.frameType());
        }
        if (header.manufacturerCode().isPresent()) {
            int code = header.manufacturerCode().getAsInt();
            return new Decoded.Malformed<>("manufacturer code", "to be absent", 1, "found %04X".formatted(code));
        }
        var decoded = read(header.commandId(), header.length() - 1, header.after(zcl));
        if (decoded instanceof Decoded.Value<OtaCommand>(var command) && command.direction() != header.direction()) {
            return new Decoded.Malformed<>(
                    "direction", command.direction().toString(), 0, "found " + header.direction());
        }
        return decoded;
    }

    private static Decoded<OtaCommand> read(int id, int idAt, OctetReader in) {
        try {
            OtaCommand command = switch (id) {
                case ImageNotify.ID -> ImageNotify.read(in);
                case QueryNextImageRequest.ID -> QueryNextImageRequest.read(in);
                case QueryNextImageResponse.ID -> QueryNextImageResponse.read(in);
                case ImageBlockRequest.ID -> ImageBlockRequest.read(in);
                case ImagePageRequest.ID -> ImagePageRequest.read(in);
                case ImageBlockResponse.ID -> ImageBlockResponse.read(in);
                case UpgradeEndRequest.ID -> UpgradeEndRequest.read(in);
                case UpgradeEndResponse.ID -> UpgradeEndResponse.read(in);
                case QuerySpecificFileRequest.ID -> QuerySpecificFileRequest.read(in);
                case QuerySpecificFileResponse.ID -> QuerySpecificFileResponse.read(in);
                default -> throw in.malformed("command id", "00 to 09", idAt, "found %02X".formatted(id));
            };
            return ZclCommand.complete(command, in);
        } catch (MalformedOctets e) {
            return e.asValue();
        }
    }

    @Override
    default int id() {
        return switch (this) {
            case ImageNotify it -> ImageNotify.ID;
            case QueryNextImageRequest it -> QueryNextImageRequest.ID;
            case QueryNextImageResponse it -> QueryNextImageResponse.ID;
            case ImageBlockRequest it -> ImageBlockRequest.ID;
            case ImagePageRequest it -> ImagePageRequest.ID;
            case ImageBlockResponse it -> ImageBlockResponse.ID;
            case UpgradeEndRequest it -> UpgradeEndRequest.ID;
            case UpgradeEndResponse it -> UpgradeEndResponse.ID;
            case QuerySpecificFileRequest it -> QuerySpecificFileRequest.ID;
            case QuerySpecificFileResponse it -> QuerySpecificFileResponse.ID;
        };
    }

    /** Which way the standard sends this command. */
    default Direction direction() {
        return this instanceof ToServer ? Direction.TO_SERVER : Direction.TO_CLIENT;
    }
}
