package io.hanproof.ncp;

import io.hanproof.octets.OctetReader;
import io.hanproof.octets.OctetWriter;
import io.hanproof.octets.Octets;

/** Key establishment by certificates, as a stick without the vendor's ECC library has it: not at all. */
final class CbkeCommands {
    private static final int CERTIFICATE = 48;
    private static final int PUBLIC_KEY = 22;
    private static final int PRIVATE_KEY = 21;
    private static final int CERTIFICATE_283K1 = 74;
    private static final int PUBLIC_KEY_283K1 = 37;

    void addTo(CommandTable table) {
        table.put(0xA4, "generateCbkeKeys", without(0, 0))
                .put(0x9F, "calculateSmacs", without(1 + CERTIFICATE + PUBLIC_KEY, 0))
                .put(0xA1, "clearTemporaryDataMaybeStoreLinkKey", without(1, 0))
                .put(0xA2, "setPreinstalledCbkeData", without(PUBLIC_KEY + CERTIFICATE + PRIVATE_KEY, 0))
                .put(0xA5, "getCertificate", without(0, CERTIFICATE))
                .put(0xE8, "generateCbkeKeys283k1", without(0, 0))
                .put(0xEA, "calculateSmacs283k1", without(1 + CERTIFICATE_283K1 + PUBLIC_KEY_283K1, 0))
                .put(0xEC, "getCertificate283k1", without(0, CERTIFICATE_283K1))
                .put(0xED, "setPreinstalledCbkeData283k1", without(0, 0)) // the data stands in tokens
                .put(0xEE, "clearTemporaryDataMaybeStoreLinkKey283k1", without(1, 0));
    }

    private static CommandTable.Handler without(int parameters, int result) {
        return (OctetReader in, OctetWriter out) -> {
            in.skip("parameters", parameters);
            out.u8(EmberStatus.LIBRARY_NOT_PRESENT.code()).octets(Octets.copyOf(new byte[result]));
        };
    }
}
