package io.hanproof.gbcs;

import io.hanproof.octets.OctetReader;
import io.hanproof.octets.OctetWriter;

/** The answer to a future-dated activation, or to its cancellation (CS06 response): accepted, result to come. */
public record ActivateFirmwareAccepted() implements Content {
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

    static ActivateFirmwareAccepted read(OctetReader in) {
        Der.nothing(in, "activation accepted");
        return new ActivateFirmwareAccepted();
    }

    @Override
    public OctetWriter write(OctetWriter out) {
        return Der.nothing(out);
    }
}
