package io.hanproof.gbcs;

import io.hanproof.octets.OctetReader;
import io.hanproof.octets.OctetWriter;

/** Asks a PPMID or HCALCS for the firmware it runs (CS08). */
public record ReadFirmwareVersion() implements Content {
    @Override
    public UseCase useCase() {
        return UseCase.CS08;
    }

    @Override
    public Cra cra() {
        return Cra.COMMAND;
    }

    @Override
    public Protection protection() {
        return Protection.MAC;
    }

    static ReadFirmwareVersion read(OctetReader in) {
        Der.nothing(in, "read firmware version");
        return new ReadFirmwareVersion();
    }

    @Override
    public OctetWriter write(OctetWriter out) {
        return Der.nothing(out);
    }
}
