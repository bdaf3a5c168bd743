package io.hanproof.gbcs;

import io.hanproof.octets.OctetReader;
import io.hanproof.octets.OctetWriter;
import java.util.Optional;

/**
 * An ESME or a hub tells which firmware it runs (ECS52 response).
 *
 * @param invokeId the command's
 * @param firmwareVersion absent when it could not be read
 * @param dataAccessResult 0 for success, otherwise the DLMS data-access-result
 */
public record ElectricityFirmwareVersion(int invokeId, Optional<Long> firmwareVersion, int dataAccessResult)
        implements Content {
    public ElectricityFirmwareVersion {
        Dlms.requireInvokeId(invokeId);
        firmwareVersion.ifPresent(it -> Wire.requireU32(it, "firmware version"));
        Wire.requireU8(dataAccessResult, "data access result");
    }

    @Override
    public UseCase useCase() {
        return UseCase.ECS52;
    }

    @Override
    public Cra cra() {
        return Cra.RESPONSE;
    }

    @Override
    public Protection protection() {
        return Protection.MAC;
    }

    static ElectricityFirmwareVersion read(OctetReader in) {
        int invokeId = Dlms.invocation(in, Dlms.ACCESS_RESPONSE, "access-response");
        Wire.expect(in, "number of access specifications", 0);
        Wire.expect(in, "number of access data", 1);
        int at = in.at();
        int tag = in.u8("access data tag");
        Optional<Long> firmwareVersion = switch (tag) {
            case Dlms.NULL_DATA -> Optional.empty();
            case Dlms.OCTET_STRING -> {
                Wire.expect(in, "firmware version length", Integer.BYTES);
                yield Optional.of(Wire.u32(in, "firmware version"));
            }
            default -> throw in.malformed("access data tag", "0 or 9", at, "found " + tag);
        };
        Wire.expect(in, "number of access results", 1);
        Wire.expect(in, "access-response-get", Dlms.GET);
        return new ElectricityFirmwareVersion(invokeId, firmwareVersion, in.u8("data access result"));
    }

    @Override
    public OctetWriter write(OctetWriter out) {
        Dlms.invocation(out, Dlms.ACCESS_RESPONSE, invokeId).u8(0).u8(1);
        if (firmwareVersion.isPresent()) {
            Wire.u32(out.u8(Dlms.OCTET_STRING).u8(Integer.BYTES), firmwareVersion.orElseThrow());
        } else {
            out.u8(Dlms.NULL_DATA);
        }
        return out.u8(1).u8(Dlms.GET).u8(dataAccessResult);
    }
}
