package io.hanproof.dongle;

import io.hanproof.octets.Eui64;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What a stick says of itself, for somebody who wonders whether it will do.
 *
 * @param ezspVersion of an EmberZNet stick
 * @param firmware as the stick words it
 * @param keyEstablishment whether its firmware carries the elliptic curves of Smart Energy's key establishment
 * @param energy the strongest signal heard on each channel, in dBm; empty when the stick could not listen
 * @param endpoints those that it shows
 * @param advice in whole sentences; nothing when all is well
 */
public record StickFacts(
        StickFamily family,
        Optional<Integer> ezspVersion,
        String firmware,
        Eui64 address,
        KeyEstablishment keyEstablishment,
        Map<Integer, Integer> energy,
        List<StickEndpoint> endpoints,
        List<String> advice) {
    /** How far a stick can take part in certificate-based key establishment. */
    public enum KeyEstablishment {
        ABSENT,
        WITHOUT_CERTIFICATE,
        READY
    }
}
