package io.hanproof.steps;

import static org.assertj.core.api.Assertions.fail;

import io.hanproof.lab.BenchFault;
import io.hanproof.lab.Entry;
import io.hanproof.lab.PreconditionNotReached;
import io.hanproof.zcl.ota.ImageNotify;
import io.hanproof.zcl.ota.QueryNextImageRequest;
import java.time.Duration;
import java.time.Instant;

/** Judges a device by when it asks for its next image without being told to. */
final class QuestionJudge {
    private static final Duration A_DAY = Duration.ofHours(24);

    private final World world;

    QuestionJudge(World world) {
        this.world = world;
    }

    void asksByItself() {
        var limit = world.timing().query().plus(world.timing().readBackTolerance());
        var query = world.witness()
                .await(QueryNextImageRequest.class, world.since(), limit, it -> world.isFrom(it, HanDevices.FIRST));
        if (query.isEmpty()) {
            throw world.silence()
                    .of(
                            HanDevices.FIRST,
                            "expected Query Next Image Request within %s of power-up, saw none".formatted(limit));
        }
        world.ledger().observed("it asked by itself", query.orElseThrow());
    }

    void asksOnceADay() {
        int since = lastPowerUp();
        if (!world.witness()
                .all(ImageNotify.class, since, it -> world.isTo(it, HanDevices.FIRST))
                .isEmpty()) {
            throw new BenchFault("our hub notified the PPMID: what it asked for was not by itself");
        }
        var queries = world.witness().all(QueryNextImageRequest.class, since, it -> world.isFrom(it, HanDevices.FIRST));
        if (queries.isEmpty()) {
            throw new PreconditionNotReached("GEO-02", "the PPMID asks for its next image on power-up");
        }
        Instant before = Instant.MIN;
        for (var query : queries) {
            if (!before.equals(Instant.MIN) && query.at().isBefore(before.plus(A_DAY))) {
                fail("expected no query within 24 hours of the one at %s, saw one at %s (frame %d)"
                        .formatted(before, query.at(), query.number()));
            }
            before = query.at();
        }
        world.ledger().observed("it asked %d times by itself".formatted(queries.size()), queries);
    }

    private int lastPowerUp() {
        var address = world.devices().address(HanDevices.FIRST);
        return world.site().recording().entries().stream()
                .filter(it -> it instanceof Entry.Power power
                        && power.on()
                        && power.node().equals(address))
                .mapToInt(Entry::number)
                .max()
                .orElse(0);
    }
}
