package io.hanproof.gbcs;

import io.hanproof.octets.OctetReader;
import io.hanproof.octets.OctetWriter;

/**
 * The answer to an immediate activation (CS06 response).
 *
 * @param firmwareVersion what the device runs now
 */
public record ActivateFirmwareResult(ActivateImageResponseCode responseCode, long firmwareVersion) implements Content {
    public ActivateFirmwareResult {
        Wire.requireU32(firmwareVersion, "firmware version");
    }

    @Override
    public UseCase useCase() {
        return UseCase.CS06;
    }

    @Override
    public Cra cra() {
        return Cra.RESPONSE;
    }

    @Override
    public Protection protection() {
        return Protection.SIGNATURE;
    }

    static ActivateFirmwareResult read(OctetReader in) {
        int end = Der.enter(in, "activation result");
        var responseCode = Der.coded(in, "activate image response code", ActivateImageResponseCode.values());
        long firmwareVersion = Der.version(in, "firmware version");
        Der.leave(in, "activation result", end);
        return new ActivateFirmwareResult(responseCode, firmwareVersion);
    }

    @Override
    public OctetWriter write(OctetWriter out) {
        return Der.sequence(out, Der.version(Der.integer(new OctetWriter(), responseCode.code()), firmwareVersion));
    }
}
