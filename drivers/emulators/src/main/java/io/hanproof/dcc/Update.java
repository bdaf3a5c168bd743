package io.hanproof.dcc;

import io.hanproof.duis.RequestId;
import io.hanproof.lab.WanMessage.UseCase;
import io.hanproof.octets.Eui64;
import io.hanproof.octets.Octets;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * A request that distributes an image, as the audit trail keeps it.
 *
 * @param sender who sent it
 * @param hash SHA-256 of the Manufacturer Image
 * @param upgradeImage what was decoded from the request
 * @param activation absent for at once
 * @param devices those that passed
 */
public record Update(
        int serial,
        Instant received,
        Eui64 sender,
        RequestId request,
        UseCase useCase,
        Octets hash,
        long firmwareVersion,
        Octets upgradeImage,
        Optional<Instant> activation,
        List<Eui64> devices) {
    public Update {
        devices = List.copyOf(devices);
    }
}
