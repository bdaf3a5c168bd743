package io.hanproof.gbcs;

import io.hanproof.octets.OctetReader;
import io.hanproof.octets.OctetWriter;
import io.hanproof.octets.Octets;

/**
 * Asks an ESME or a hub for the firmware it runs (ECS52): attribute 2 of the data object 0-0:0.2.1.255.
 *
 * @param invokeId the low 24 bits of the header's counter
 */
public record ReadElectricityFirmwareVersion(int invokeId) implements Content {
    private static final int DATA_CLASS = 1;
    private static final Octets ACTIVE_FIRMWARE_IDENTIFIER = Octets.hex("0000000201FF");
    private static final int VALUE = 2;

    public ReadElectricityFirmwareVersion {
        Dlms.requireInvokeId(invokeId);
    }

    /** The command of a message with this counter. */
    public static ReadElectricityFirmwareVersion of(long counter) {
        return new ReadElectricityFirmwareVersion(Dlms.invokeId(counter));
    }

    @Override
    public UseCase useCase() {
        return UseCase.ECS52;
    }

    @Override
    public Cra cra() {
        return Cra.COMMAND;
    }

    @Override
    public Protection protection() {
        return Protection.MAC;
    }

    static ReadElectricityFirmwareVersion read(OctetReader in) {
        int invokeId = Dlms.invocation(in, Dlms.ACCESS_REQUEST, "access-request");
        Wire.expect(in, "number of access specifications", 1);
        Wire.expect(in, "access-request-get", Dlms.GET);
        Wire.expect16(in, "class id", DATA_CLASS);
        int at = in.at();
        Octets instance = in.take("instance id", ACTIVE_FIRMWARE_IDENTIFIER.length());
        if (!instance.equals(ACTIVE_FIRMWARE_IDENTIFIER)) {
            throw in.malformed("instance id", ACTIVE_FIRMWARE_IDENTIFIER.hex(), at, "found " + instance);
        }
        Wire.expect(in, "attribute id", VALUE);
        Wire.expect(in, "number of access data", 1);
        Wire.expect(in, "access data", Dlms.NULL_DATA);
        return new ReadElectricityFirmwareVersion(invokeId);
    }

    @Override
    public OctetWriter write(OctetWriter out) {
        Dlms.invocation(out, Dlms.ACCESS_REQUEST, invokeId).u8(1).u8(Dlms.GET);
        return Wire.u16(out, DATA_CLASS)
                .octets(ACTIVE_FIRMWARE_IDENTIFIER)
                .u8(VALUE)
                .u8(1)
                .u8(Dlms.NULL_DATA);
    }
}
