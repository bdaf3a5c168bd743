package io.hanproof.steps;

import io.hanproof.lab.BenchFault;
import io.hanproof.profile.BenchSettings.Restore;
import io.hanproof.profile.Profile.Firmware;
import io.hanproof.steps.Words.Activation;
import io.hanproof.venue.Guest;
import io.hanproof.zcl.ReadAttributesResponse;
import io.hanproof.zcl.ota.OtaAttribute;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Leads a device that remembers what was done to it back to the firmware that a scenario begins with. An emulated one is made
 * anew, and needs none of this.
 */
final class Restoration {
    private static final Duration BETWEEN_LOOKS = Duration.ofSeconds(5);
    private static final Duration ANSWER = Duration.ofSeconds(10);
    private static final int DOWNLOAD_IN_PROGRESS = 1;

    private final World world;

    Restoration(World world) {
        this.world = world;
    }

    /** @throws BenchFault when there is no way back, or it did not lead there */
    void to(String display, String firmware) {
        Optional<Guest> guest = world.site().ground().guest().filter(Guest::remembers);
        if (guest.isEmpty() || world.judgesHub()) {
            return;
        }
        settle(display);
        if (runs(display) == world.version(firmware)) {
            return;
        }
        switch (world.run().profile().bench().restore()) {
            case Restore.None() ->
                throw new BenchFault(
                        "the %s does not run firmware %s any more, and its profile has no way back (restore: none)"
                                .formatted(display, firmware));
            case Restore.Command command -> guest.get().putBack(firmware);
            case Restore.Downgrade() -> downgrade(display, firmware);
        }
        if (runs(display) != world.version(firmware)) {
            throw new BenchFault("the %s could not be led back to firmware %s: it runs %08X"
                    .formatted(display, firmware, runs(display)));
        }
    }

    /**
     * The hub that it was fetching an image from is not there any more, but it may not have noticed yet: it hears so from the one
     * that is, when it asks for the next block. A device that does not tell what it does is taken as it is.
     */
    private void settle(String display) {
        Instant enough = world.timeline().instant().plus(world.timing().stall());
        while (isFetching(display) && world.timeline().instant().isBefore(enough)) {
            world.timeline().advance(BETWEEN_LOOKS);
        }
    }

    private boolean isFetching(String display) {
        var read = world.speech().hubReads(display, OtaAttribute.IMAGE_UPGRADE_STATUS);
        return world.witness()
                .await(ReadAttributesResponse.class, read.number(), ANSWER, it -> world.answers(it, read))
                .flatMap(it -> it.message().value(OtaAttribute.IMAGE_UPGRADE_STATUS.id()))
                .filter(it -> VersionOracle.isNumber(it, DOWNLOAD_IN_PROGRESS))
                .isPresent();
    }

    private void downgrade(String display, String firmware) {
        Firmware wanted = world.run().profile().firmware(firmware);
        if (wanted.image().isEmpty()) {
            throw new BenchFault(
                    "the way back to firmware %s is its image, and the profile binds none to it".formatted(firmware));
        }
        world.supply().deliver(firmware, Activation.AT_ONCE, List.of(display));
        world.bench().foundHeld(display, firmware, Activation.AT_ONCE);
        world.bench().activated(display, firmware);
        world.bench().forget(display);
    }

    private long runs(String display) {
        return world.versionOracle().ask(display).version();
    }
}
