package io.hanproof.gbcs;

import io.hanproof.octets.OctetReader;
import io.hanproof.octets.OctetWriter;

/** Asks a GSME for the firmware it runs (GCS38): a ZCL read of attribute 0x0206 of the metering cluster. */
public record ReadGasFirmwareVersion() implements Content {
    private static final int CLIENT_TO_SERVER = 0x00;
    private static final int READ_ATTRIBUTES = 0x00;

    @Override
    public UseCase useCase() {
        return UseCase.GCS38;
    }

    @Override
    public Cra cra() {
        return Cra.COMMAND;
    }

    @Override
    public Protection protection() {
        return Protection.MAC;
    }

    static ReadGasFirmwareVersion read(OctetReader in) {
        int end = Gbz.frame(in, CLIENT_TO_SERVER, READ_ATTRIBUTES);
        Gbz.attribute(in);
        Gbz.leave(in, end);
        return new ReadGasFirmwareVersion();
    }

    @Override
    public OctetWriter write(OctetWriter out) {
        return Gbz.frame(out, CLIENT_TO_SERVER, READ_ATTRIBUTES, new OctetWriter().u16(Gbz.FIRMWARE_VERSION));
    }
}
