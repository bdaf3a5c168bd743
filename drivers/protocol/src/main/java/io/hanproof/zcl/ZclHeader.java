package io.hanproof.zcl;

import io.hanproof.octets.Decoded;
import io.hanproof.octets.MalformedOctets;
import io.hanproof.octets.OctetReader;
import io.hanproof.octets.OctetWriter;
import io.hanproof.octets.Octets;
import java.util.OptionalInt;

/**
 * What stands before a ZCL command. The reserved bits of the frame control are written as 0 and ignored when read.
 *
 * @param manufacturerCode present in a manufacturer's own commands only
 * @param sequence the transaction sequence number: an answer repeats its question's
 */
public record ZclHeader(
        FrameType frameType,
        OptionalInt manufacturerCode,
        Direction direction,
        boolean disableDefaultResponse,
        int sequence,
        int commandId) {
    private static final int FRAME_TYPE = 0b11;
    private static final int CLUSTER_SPECIFIC = 0b01;
    private static final int MANUFACTURER_SPECIFIC = 0b100;
    private static final int TO_CLIENT = 0b1000;
    private static final int DISABLE_DEFAULT_RESPONSE = 0b1_0000;

    public ZclHeader {
        if (manufacturerCode.isPresent()) {
            Unsigned.u16("manufacturer code", manufacturerCode.getAsInt());
        }
        Unsigned.u8("transaction sequence number", sequence);
        Unsigned.u8("command id", commandId);
    }

    /** The header of a command that the standard gives to one cluster. */
    public static ZclHeader cluster(Direction direction, boolean disableDefaultResponse, int sequence, int commandId) {
        return new ZclHeader(
                FrameType.CLUSTER, OptionalInt.empty(), direction, disableDefaultResponse, sequence, commandId);
    }

    /** The header of a command that every cluster knows. */
    public static ZclHeader global(Direction direction, boolean disableDefaultResponse, int sequence, int commandId) {
        return new ZclHeader(
                FrameType.GLOBAL, OptionalInt.empty(), direction, disableDefaultResponse, sequence, commandId);
    }

    /** Reads the header alone, whatever follows it: the quick look that tells which codec takes the frame. */
    public static Decoded<ZclHeader> read(Octets zcl) {
        try {
            return new Decoded.Value<>(read(new OctetReader(zcl)));
        } catch (MalformedOctets e) {
            return e.asValue();
        }
    }

    static ZclHeader read(OctetReader in) {
        int control = in.u8("frame control");
        int type = control & FRAME_TYPE;
        if (type > CLUSTER_SPECIFIC) {
            throw in.malformed("frame type", "0 or 1", in.at() - 1, "found " + type);
        }
        var manufacturerCode = (control & MANUFACTURER_SPECIFIC) == 0
                ? OptionalInt.empty()
                : OptionalInt.of(in.u16("manufacturer code"));
        return new ZclHeader(
                type == CLUSTER_SPECIFIC ? FrameType.CLUSTER : FrameType.GLOBAL,
                manufacturerCode,
                (control & TO_CLIENT) == 0 ? Direction.TO_SERVER : Direction.TO_CLIENT,
                (control & DISABLE_DEFAULT_RESPONSE) != 0,
                in.u8("transaction sequence number"),
                in.u8("command id"));
    }

    public OctetWriter write(OctetWriter out) {
        out.u8(frameControl());
        if (manufacturerCode.isPresent()) {
            out.u16(manufacturerCode.getAsInt());
        }
        return out.u8(sequence).u8(commandId);
    }

    /** Octets the header takes: 3, or 5 with a manufacturer code. */
    public int length() {
        return manufacturerCode.isPresent() ? 5 : 3;
    }

    /** A reader of what follows this header in {@code zcl}; its offsets count from the frame's first octet. */
    public OctetReader after(Octets zcl) {
        return new OctetReader(zcl, length(), zcl.length() - length());
    }

    private int frameControl() {
        return (frameType == FrameType.CLUSTER ? CLUSTER_SPECIFIC : 0)
                | (manufacturerCode.isPresent() ? MANUFACTURER_SPECIFIC : 0)
                | (direction == Direction.TO_CLIENT ? TO_CLIENT : 0)
                | (disableDefaultResponse ? DISABLE_DEFAULT_RESPONSE : 0);
    }
}
