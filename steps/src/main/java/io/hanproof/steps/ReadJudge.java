package io.hanproof.steps;

import static org.assertj.core.api.Assertions.fail;

import io.hanproof.lab.PreconditionNotReached;
import io.hanproof.steps.AnswerWords.ReadWhat;
import io.hanproof.steps.Words.Displays;
import io.hanproof.zcl.Cluster;
import io.hanproof.zcl.ReadAttributes;
import io.hanproof.zcl.ota.OtaAttribute;
import io.hanproof.zcl.ota.UpgradeEndResponse;
import java.time.Duration;

/** Judges when a hub reads a device's firmware version, and what it reads for that. */
final class ReadJudge {
    private final World world;

    ReadJudge(World world) {
        this.world = world;
    }

    void reads(ReadWhat what, Displays displays) {
        Duration limit = world.timing().readBackTolerance();
        for (String display : displays.names()) {
            var read = world.witness().await(ReadAttributes.class, 0, limit, it -> isRead(it, display));
            if (read.isEmpty()) {
                fail("expected the hub to read the firmware version of the %s within %s, it had not at %s"
                        .formatted(display, limit, world.timeline().instant()));
            }
            var sight = read.orElseThrow();
            if (what == ReadWhat.CURRENT_FILE_VERSION
                    && !sight.message().attributeIds().contains(OtaAttribute.CURRENT_FILE_VERSION.id())) {
                fail("expected CurrentFileVersion (0002) to be read, saw %s (frame %d)"
                        .formatted(sight.message().attributeIds(), sight.number()));
            }
            world.ledger().observed("the hub read the %s at %s".formatted(display, sight.at()), sight);
        }
    }

    void hasNotRead() {
        var opened = world.witness()
                .last(UpgradeEndResponse.class, 0, world::isFromHub)
                .orElseThrow(() -> new PreconditionNotReached("OTA-11", "the device has downloaded the image"));
        notReadSince(0, opened);
    }

    void hasNotReadAgain() {
        var read = world.witness()
                .last(ReadAttributes.class, 0, it -> it.number() < world.since() && isRead(it, HanDevices.FIRST))
                .orElseThrow(() -> new PreconditionNotReached("RDB-01", "the hub has read the firmware version"));
        notReadSince(world.since(), read);
    }

    /** Of no device: a scenario that asks this has only one that could be read. */
    private void notReadSince(int since, Sight<?> opened) {
        world.witness()
                .first(ReadAttributes.class, since, this::isVersionRead)
                .ifPresent(
                        it -> fail("expected the firmware version not to be read until %s, it was read at %s (frame %d)"
                                .formatted(world.timeline().instant(), it.at(), it.number())));
        world.ledger().observed("no read until " + world.timeline().instant(), opened);
    }

    private boolean isVersionRead(Sight<ReadAttributes> sight) {
        return world.isFromHub(sight)
                && sight.cluster() == Cluster.OTA.id()
                && sight.message().attributeIds().contains(OtaAttribute.CURRENT_FILE_VERSION.id());
    }

    private boolean isRead(Sight<ReadAttributes> sight, String display) {
        return world.isFromHub(sight) && world.isTo(sight, display) && sight.cluster() == Cluster.OTA.id();
    }
}
