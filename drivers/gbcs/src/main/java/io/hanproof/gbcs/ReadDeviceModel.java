package io.hanproof.gbcs;

import io.hanproof.octets.Eui64;
import io.hanproof.octets.OctetReader;
import io.hanproof.octets.OctetWriter;

/**
 * Asks the hub what a device of its HAN is (SR 11.5 of the 2019 baseline). Non-normative: the text gives the request no octets;
 * it goes under CS08's message code, addressed to the hub, and its payload tells it from CS08.
 */
public record ReadDeviceModel(Eui64 device) implements Content {
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

    static ReadDeviceModel read(OctetReader in) {
        Der.tag(in, "device");
        return new ReadDeviceModel(Wire.eui(in, "device"));
    }

    @Override
    public OctetWriter write(OctetWriter out) {
        return Wire.eui(Der.tag(out), device);
    }
}
