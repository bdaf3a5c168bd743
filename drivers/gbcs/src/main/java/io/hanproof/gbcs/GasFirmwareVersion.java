package io.hanproof.gbcs;

import io.hanproof.octets.OctetReader;
import io.hanproof.octets.OctetWriter;
import java.util.Optional;

/**
 * A GSME tells which firmware it runs (GCS38 response).
 *
 * @param status the ZCL status: 0 for success
 * @param firmwareVersion there exactly when the status is 0
 */
public record GasFirmwareVersion(int status, Optional<Long> firmwareVersion) implements Content {
    private static final int SERVER_TO_CLIENT = 0x08;
    private static final int READ_ATTRIBUTES_RESPONSE = 0x01;
    private static final int OCTET_STRING = 0x41;

    public GasFirmwareVersion {
        Wire.requireU8(status, "status");
        firmwareVersion.ifPresent(it -> Wire.requireU32(it, "firmware version"));
        if (firmwareVersion.isPresent() != (status == 0)) {
            throw new IllegalArgumentException("a firmware version goes with status 0 and no other");
        }
    }

    @Override
    public UseCase useCase() {
        return UseCase.GCS38;
    }

    @Override
    public Cra cra() {
        return Cra.RESPONSE;
    }

    @Override
    public Protection protection() {
        return Protection.MAC;
    }

    static GasFirmwareVersion read(OctetReader in) {
        int end = Gbz.frame(in, SERVER_TO_CLIENT, READ_ATTRIBUTES_RESPONSE);
        Gbz.attribute(in);
        int status = in.u8("status");
        Optional<Long> firmwareVersion = Optional.empty();
        if (status == 0) {
            Wire.expect(in, "attribute data type", OCTET_STRING);
            Wire.expect(in, "firmware version length", Integer.BYTES);
            firmwareVersion = Optional.of(Wire.u32(in, "firmware version"));
        }
        Gbz.leave(in, end);
        return new GasFirmwareVersion(status, firmwareVersion);
    }

    @Override
    public OctetWriter write(OctetWriter out) {
        var attribute = new OctetWriter().u16(Gbz.FIRMWARE_VERSION).u8(status);
        firmwareVersion.ifPresent(it -> Wire.u32(attribute.u8(OCTET_STRING).u8(Integer.BYTES), it));
        return Gbz.frame(out, SERVER_TO_CLIENT, READ_ATTRIBUTES_RESPONSE, attribute);
    }
}
