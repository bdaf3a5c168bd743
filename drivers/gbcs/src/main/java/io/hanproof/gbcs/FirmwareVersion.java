package io.hanproof.gbcs;

import io.hanproof.octets.OctetReader;
import io.hanproof.octets.OctetWriter;

/**
 * A PPMID or HCALCS tells which firmware it runs (CS08 response).
 *
 * @param firmwareVersion 0 when it could not be read
 */
public record FirmwareVersion(long firmwareVersion, ReadResponseCode responseCode) implements Content {
    public FirmwareVersion {
        Wire.requireU32(firmwareVersion, "firmware version");
    }

    @Override
    public UseCase useCase() {
        return UseCase.CS08;
    }

    @Override
    public Cra cra() {
        return Cra.RESPONSE;
    }

    @Override
    public Protection protection() {
        return Protection.MAC;
    }

    static FirmwareVersion read(OctetReader in) {
        int end = Der.enter(in, "firmware version response");
        long firmwareVersion = Der.version(in, "firmware version");
        var responseCode = Der.coded(in, "response code", ReadResponseCode.values());
        Der.leave(in, "firmware version response", end);
        return new FirmwareVersion(firmwareVersion, responseCode);
    }

    @Override
    public OctetWriter write(OctetWriter out) {
        var response = Der.version(new OctetWriter(), firmwareVersion);
        return Der.sequence(out, Der.integer(response, responseCode.code()));
    }
}
