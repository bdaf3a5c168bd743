package io.hanproof.gbcs;

import io.hanproof.octets.OctetReader;
import io.hanproof.octets.OctetWriter;
import io.hanproof.octets.Octets;
import java.time.Instant;
import java.util.Optional;

/**
 * A supplier activates an image that a meter or HCALCS holds (CS06): critical.
 *
 * @param imageHash SHA-256 of the Manufacturer Image
 * @param originatorCounter the header's counter once more
 * @param executionDateTime absent for at once; {@link #CANCEL} takes back what was future-dated
 */
public record ActivateFirmware(Octets imageHash, long originatorCounter, Optional<Instant> executionDateTime)
        implements Content {
    /** The execution date-time that cancels. */
    public static final Instant CANCEL = Instant.parse("9999-12-31T23:59:59Z");

    static final int HASH_LENGTH = 32;

    public ActivateFirmware {
        if (imageHash.length() != HASH_LENGTH) {
            throw new IllegalArgumentException("an image hash has 32 octets, found " + imageHash.length());
        }
        executionDateTime = executionDateTime.map(Der::second);
    }

    /** Whether this takes back a future-dated activation. */
    public boolean cancels() {
        return executionDateTime.filter(CANCEL::equals).isPresent();
    }

    @Override
    public UseCase useCase() {
        return UseCase.CS06;
    }

    @Override
    public Cra cra() {
        return Cra.COMMAND;
    }

    @Override
    public Protection protection() {
        return Protection.SIGNATURE_AND_MAC;
    }

    static ActivateFirmware read(OctetReader in) {
        int end = Der.enter(in, "activate firmware");
        Octets imageHash = Der.octets(in, "manufacturer image hash", HASH_LENGTH);
        long originatorCounter = Der.integer(in, "originator counter");
        var executionDateTime =
                in.at() < end ? Optional.of(Der.time(in, "execution date-time")) : Optional.<Instant>empty();
        Der.leave(in, "activate firmware", end);
        return new ActivateFirmware(imageHash, originatorCounter, executionDateTime);
    }

    @Override
    public OctetWriter write(OctetWriter out) {
        var command = Der.integer(Der.octets(new OctetWriter(64), imageHash), originatorCounter);
        executionDateTime.ifPresent(it -> Der.time(command, it));
        return Der.sequence(out, command);
    }
}
