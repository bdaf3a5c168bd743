package io.hanproof.zcl;

import io.hanproof.octets.OctetReader;
import io.hanproof.octets.OctetWriter;

/** Answers a command that has no answer of its own, or that was refused. */
public record DefaultResponse(int commandId, ZclStatus status) implements GlobalCommand {
    public static final int ID = 0x0B;

    public DefaultResponse {
        Unsigned.u8("command id", commandId);
    }

    static DefaultResponse read(OctetReader in) {
        return new DefaultResponse(in.u8("command id"), ZclStatus.of(in.u8("status")));
    }

    @Override
    public OctetWriter write(OctetWriter out) {
        return out.u8(commandId).u8(status.code());
    }
}
