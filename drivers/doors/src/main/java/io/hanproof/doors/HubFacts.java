package io.hanproof.doors;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.hanproof.octets.Eui64;
import java.util.Optional;

/**
 * What a hub tells over the WAN about itself.
 *
 * @param blocks how many images it has room for
 * @param blockOctets octets that each of them may have
 * @param certificate for digital signatures, as PEM
 */
public record HubFacts(Eui64 eui64, int blocks, int blockOctets, Optional<String> certificate) {

    static HubFacts read(Fields in) {
        return new HubFacts(
                in.eui64("eui64"),
                in.integer("blocks", 1, Integer.MAX_VALUE),
                in.integer("blockOctets", 1, Integer.MAX_VALUE),
                in.has("certificate") ? Optional.of(in.text("certificate")) : Optional.empty());
    }

    ObjectNode json() {
        var out = NodeFields.writeEui64(eui64, Json.object())
                .put("blocks", blocks)
                .put("blockOctets", blockOctets);
        certificate.ifPresent(it -> out.put("certificate", it));
        return out;
    }
}
