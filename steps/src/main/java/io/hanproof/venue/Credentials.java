package io.hanproof.venue;

import io.hanproof.cbke.DeviceCertificate;
import io.hanproof.lab.BenchFault;
import io.hanproof.octets.Eui64;
import java.util.random.RandomGenerator;

/**
 * What a bench establishes link keys with, where its stick cannot.
 *
 * @param certificate of the stick that plays the hub
 * @param chance draws the keys that are used once
 */
public record Credentials(DeviceCertificate certificate, RandomGenerator chance) {
    /** @throws BenchFault when the certificate is somebody else's: no device would believe it */
    void check(Eui64 stick) {
        if (!certificate.subject().equals(stick)) {
            throw new BenchFault("--certificates needs the certificate of the stick %s, found one of %s"
                    .formatted(stick, certificate.subject()));
        }
    }
}
